/** The counts of a reading. */
import type { Reading } from '@floodgate/reading';
import { DOUBTFUL_BELOW } from './input.ts';

export interface Summary {
  paired: number;
  quantities: number;
  mismatches: number;
  /** Paragraphs that make each claim, by its id. */
  claims: Record<string, number>;
  onlyEn: number;
  onlyZh: number;
  /** Pairs whose score is low. */
  doubtful: number;
  unclaimed: number;
}

export function summarise({ paragraphs }: Reading): Summary {
  const count = (test: (paragraph: Reading['paragraphs'][number]) => boolean) => paragraphs.filter(test).length;
  const sum = (size: (paragraph: Reading['paragraphs'][number]) => number) =>
    paragraphs.reduce((total, paragraph) => total + size(paragraph), 0);
  return {
    paired: count(({ en, zh }) => en !== null && zh !== null),
    quantities: sum(({ quantities }) => quantities.length),
    mismatches: sum(({ mismatches }) => mismatches.length),
    claims: countClaims(paragraphs),
    onlyEn: count(({ en, zh }) => en !== null && zh === null),
    onlyZh: count(({ en, zh }) => en === null && zh !== null),
    doubtful: count(({ score }) => score !== null && score < DOUBTFUL_BELOW),
    unclaimed: sum(({ unclaimed }) => unclaimed.length),
  };
}

/** Ids of the claims of a paragraph, each once. */
export function claimIds({ claims }: Pick<Reading['paragraphs'][number], 'claims'>): string[] {
  return [...new Set(claims.map(({ claim }) => claim))];
}

function countClaims(paragraphs: Reading['paragraphs']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of paragraphs.flatMap(claimIds)) counts[id] = (counts[id] ?? 0) + 1;
  const ordered = Object.keys(counts).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return Object.fromEntries(ordered.map((id) => [id, counts[id]]));
}
