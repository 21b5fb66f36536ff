/** Every quantity as a row: where it stands, what it says, and whether the other language says otherwise. */
import type { FoundQuantity, Paragraph, Reading } from '@floodgate/reading';
import { csvLine } from '../report/csv.ts';

const COLUMNS = [
  'paragraph',
  'lang',
  'text',
  'start',
  'end',
  'kind',
  'value',
  'low',
  'high',
  'unit',
  'comparator',
  'from',
  'until',
  'subject',
  'mismatch',
];

/** UTF-8, comma-separated, a header line; paragraphs count from 1, offsets from 0. */
export function quantitiesCsv({ paragraphs }: Reading): string {
  const rows = paragraphs.flatMap((paragraph, i) =>
    paragraph.quantities.map((quantity) => rowOf(i + 1, quantity, mismatchOf(paragraph, quantity))),
  );
  return [COLUMNS, ...rows].map(csvLine).join('');
}

function rowOf(paragraph: number, quantity: FoundQuantity, mismatch: string | null): (string | number | null)[] {
  const { lang, text, start, end, kind, value, interval, unit, comparator, date, subject } = quantity;
  const range = [interval?.low ?? null, interval?.high ?? null];
  const days = [date?.from ?? null, date?.until ?? null];
  return [paragraph, lang, text, start, end, kind, value, ...range, unit, comparator, ...days, subject, mismatch];
}

/** The kind of mismatch that a quantity is part of. */
export function mismatchOf({ mismatches }: Paragraph, { lang, start, end }: FoundQuantity): string | null {
  const isThis = (other: FoundQuantity | null) => other !== null && other.start === start && other.end === end;
  return mismatches.find((mismatch) => isThis(mismatch[lang]))?.kind ?? null;
}
