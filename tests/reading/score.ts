/** How well the reader does on annotated passages: precision and recall of pairs, quantities, mismatches and claims. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type FoundQuantity, type Paragraph, readText, recognisersOf } from '@floodgate/reading';
import { termsOf } from '../../packages/cli/src/reading-report/terms.ts';
import { dataset } from '../dataset.ts';
import { type AnnotatedQuantity, openings, type Passage } from './corpus.ts';

/** Of what was found, how much is right; of what is there, how much was found. */
export interface Score {
  found: number;
  right: number;
  there: number;
}

export const QUANTITY_KINDS = ['number', 'percent', 'multiple', 'money', 'duration', 'date'] as const;

export interface Scores {
  passages: number;
  paragraphs: number;
  pairs: Score;
  /** The span alone, and the span with kind, value, interval and dates. */
  spans: Score;
  quantities: Score;
  byKind: Record<AnnotatedQuantity['kind'], Score>;
  comparators: Score;
  mismatches: Score;
  claims: Score;
  /** What went wrong, in words. */
  faults: string[];
}

const options = { terms: termsOf(dataset), recognisers: recognisersOf(dataset.claims) };

export async function scorePassages(passages: readonly Passage[]): Promise<Scores> {
  const scores = await Promise.all(passages.map(scorePassage));
  return scores.reduce(add);
}

export function precision({ found, right }: Score): number {
  return found === 0 ? 1 : right / found;
}

export function recall({ there, right }: Score): number {
  return there === 0 ? 1 : right / there;
}

const KINDS = ['pairs', 'spans', 'quantities', 'comparators', 'mismatches', 'claims'] as const;

function add(a: Scores, b: Scores): Scores {
  const sum = {
    ...a,
    passages: a.passages + b.passages,
    paragraphs: a.paragraphs + b.paragraphs,
    byKind: { ...a.byKind },
    faults: [...a.faults, ...b.faults],
  };
  for (const kind of KINDS) sum[kind] = addScore(a[kind], b[kind]);
  for (const kind of QUANTITY_KINDS) sum.byKind[kind] = addScore(a.byKind[kind], b.byKind[kind]);
  return sum;
}

function addScore(a: Score, b: Score): Score {
  return { found: a.found + b.found, right: a.right + b.right, there: a.there + b.there };
}

function noneOfAnyKind(): Scores['byKind'] {
  const none = QUANTITY_KINDS.map((kind) => [kind, { found: 0, right: 0, there: 0 }]);
  return Object.fromEntries(none) as Scores['byKind'];
}

export async function scorePassage({ name, file, annotation }: Passage): Promise<Scores> {
  const call = { ...options, published: annotation.published };
  const { paragraphs } = await readText(readFileSync(file), basename(file), call);
  const places = annotation.pairs.map((pair) => paragraphs.find((one) => stands(one, pair)));
  const faults: string[] = [];
  const note = (fault: string) => faults.push(`${name}: ${fault}`);
  const isApart = (side: string | null) => (annotation.apart ?? []).some(({ text }) => side?.startsWith(text));
  const both = ({ en, zh }: { en: unknown; zh: unknown }) => en !== null && zh !== null;
  const paired = paragraphs.filter((one) => both(one) && !(isApart(one.en) && isApart(one.zh)));
  annotation.pairs.forEach((pair, i) => {
    if (!places[i]) note(`pair ${JSON.stringify(pair)}`);
  });
  const scores: Scores = {
    passages: 1,
    paragraphs: annotation.pairs.length,
    pairs: {
      found: paired.length,
      right: annotation.pairs.filter((pair, i) => both(pair) && places[i]).length,
      there: annotation.pairs.filter(both).length,
    },
    spans: { found: 0, right: 0, there: 0 },
    quantities: { found: 0, right: 0, there: 0 },
    byKind: noneOfAnyKind(),
    comparators: { found: 0, right: 0, there: 0 },
    mismatches: { found: 0, right: 0, there: annotation.mismatches.length },
    claims: { found: 0, right: 0, there: annotation.claims.length },
    faults,
  };
  annotation.pairs.forEach((_, i) => {
    const expected = annotation.quantities.filter(({ pair }) => pair === i);
    scoreQuantities(scores, places[i], expected, note);
    scoreMismatches(
      scores,
      places[i],
      annotation.mismatches.filter(({ pair }) => pair === i),
      note,
    );
    const claims = annotation.claims.filter(({ pair }) => pair === i).map(({ claim }) => claim);
    const linked = [...new Set(places[i]?.claims.map(({ claim }) => claim))];
    scores.claims.found += linked.length;
    scores.claims.right += linked.filter((id) => claims.includes(id)).length;
    for (const id of claims) if (!linked.includes(id)) note(`claim ${id} not found in pair ${i}`);
    for (const id of linked) if (!claims.includes(id)) note(`claim ${id} found in pair ${i}`);
  });
  return scores;
}

/** Both sides begin with the annotated words, as many paragraphs to a side. */
function stands(paragraph: Paragraph, pair: Passage['annotation']['pairs'][number]): boolean {
  return (['en', 'zh'] as const).every((lang) => {
    const words = openings(pair[lang]);
    const parts = paragraph[lang]?.split('\n\n') ?? [];
    return parts.length === words.length && parts.every((part, i) => part.startsWith(words[i]));
  });
}

type Note = (fault: string) => void;

function scoreQuantities(
  scores: Scores,
  place: Paragraph | undefined,
  expected: AnnotatedQuantity[],
  note: Note,
): void {
  const found = place?.quantities ?? [];
  scores.spans.found += found.length;
  scores.spans.there += expected.length;
  for (const { kind } of found) scores.byKind[kind].found++;
  const unexpected = new Set(found);
  for (const one of expected) {
    scores.byKind[one.kind].there++;
    const start = startOf(place?.[one.lang] ?? '', one);
    const match = found.find(
      ({ lang, inParagraph }) =>
        lang === one.lang && inParagraph.start === start && inParagraph.end === start + one.text.length,
    );
    if (!match) {
      note(`${one.lang} "${one.text}" not found`);
      continue;
    }
    unexpected.delete(match);
    scores.spans.right++;
    const same = isSame(match, one);
    scores.quantities.right += Number(same);
    scores.byKind[one.kind].right += Number(same);
    scores.comparators.right += Number(match.comparator === one.comparator);
    if (!same) note(`${one.lang} "${one.text}" read as ${JSON.stringify(match)}`);
    else if (match.comparator !== one.comparator)
      note(`${one.lang} "${one.text}": ${match.comparator}, not ${one.comparator}`);
  }
  for (const { lang, text } of unexpected) note(`${lang} "${text}" is no quantity`);
  scores.quantities.found = scores.comparators.found = scores.spans.found;
  scores.quantities.there = scores.comparators.there = scores.spans.there;
}

/** The paragraph's sides are joined by an empty line, the annotation's by one line break. */
function startOf(text: string, { text: part, nth = 1 }: AnnotatedQuantity): number {
  let at = -1;
  for (let n = 0; n < nth; n++) at = text.indexOf(part, at + 1);
  return at;
}

const EXACT = 1e-3;
const INTERVAL = 0.01;

/** Counted nouns may be left out; physical units and currencies may not. */
const PHYSICAL = /^(USD|CNY|EUR|JPY|TWD|KRW|GBP|HKD|GB|W|MW|GW|TWh|mm2|nm|TFLOPS|t|yr|mo|d|pp)(\/|$)/;

function isSame(found: FoundQuantity, one: AnnotatedQuantity): boolean {
  if (found.kind !== one.kind) return false;
  if (one.kind === 'date') return found.date?.from === one.date?.from && found.date?.until === one.date?.until;
  if (found.unit !== one.unit && PHYSICAL.test(`${one.unit ?? found.unit}`)) return false;
  if (!one.interval) return one.value !== undefined && isNear(found.value, one.value, EXACT);
  const { low, high } = one.interval;
  return isNear(found.interval?.low, low, INTERVAL) && isNear(found.interval?.high, high, INTERVAL);
}

function isNear(a: number | null | undefined, b: number, share: number): boolean {
  return typeof a === 'number' && Math.abs(a - b) <= share * Math.abs(b);
}

function scoreMismatches(
  scores: Scores,
  place: Paragraph | undefined,
  planted: Passage['annotation']['mismatches'],
  note: Note,
): void {
  const found = place?.mismatches ?? [];
  scores.mismatches.found += found.length;
  const alarms = new Set(found);
  for (const { kind, en, zh } of planted) {
    // A missing figure is reported at the side that has it.
    const hit = found.find(
      (one) => one.kind === kind && (en === null || one.en?.text === en) && (zh === null || one.zh?.text === zh),
    );
    if (hit) {
      scores.mismatches.right++;
      alarms.delete(hit);
    } else note(`${kind} ${en} / ${zh} not reported`);
  }
  for (const { kind, en, zh } of alarms) note(`false alarm: ${kind} ${en?.text} / ${zh?.text}`);
}
