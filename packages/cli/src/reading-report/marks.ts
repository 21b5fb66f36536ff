/** Cuts one side of a paragraph at everything found in it, so that each stretch can be marked for what it is. */
import type { FoundQuantity, Paragraph } from '@floodgate/reading';
import { mismatchOf } from './csv.ts';

export interface Mark {
  text: string;
  quantity: FoundQuantity | null;
  /** Kind of the mismatch that the quantity is part of. */
  mismatch: string | null;
  claimed: boolean;
  /** Claims whose passage ends with this stretch. */
  claimsEnding: string[];
}

export function marksOf(paragraph: Paragraph, lang: 'en' | 'zh'): Mark[] {
  const text = paragraph[lang] ?? '';
  const quantities = paragraph.quantities.filter((one) => one.lang === lang);
  const claims = paragraph.claims.filter((one) => one.lang === lang);
  const spans = [...quantities, ...claims].map(({ inParagraph }) => inParagraph);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const quantityAt = new Map(quantities.map((one) => [one.inParagraph.start, one]));
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const found = quantityAt.get(start);
    const quantity = found && found.inParagraph.end >= end ? found : null;
    return {
      text: text.slice(start, end),
      quantity,
      mismatch: quantity && mismatchOf(paragraph, quantity),
      claimed: claims.some(({ inParagraph }) => inParagraph.start <= start && inParagraph.end >= end),
      claimsEnding: claims.filter(({ inParagraph }) => inParagraph.end === end).map(({ claim }) => claim),
    };
  });
}
