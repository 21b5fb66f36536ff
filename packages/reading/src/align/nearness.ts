/** What the layout says of two blocks: side by side in the file they are likely translations, far apart they are not. */
import type { Language } from '../quantities/quantity.ts';
import type { SpokenBlock } from './align.ts';
import type { Layout } from './layout.ts';

const SAME_ROW_GAIN = 5;
const OTHER_ROW_LOSS = 7;
const NEXT_GAIN = 2.5;
const WRONG_SIDE_LOSS = 2.5;
const LOSS_PER_BLOCK = 1.2;
const MOST_LOSS = 7;

/** Added to the cost of a pair; negative for blocks that the layout sets together. */
export function nearness(
  en: readonly SpokenBlock[],
  zh: readonly SpokenBlock[],
  layout: Layout,
  first: Language | null,
): number {
  if (layout === 'table') return rowNearness(en, zh);
  if (layout !== 'alternating') return 0;
  const [before, after] = first === 'en' ? [en, zh] : [zh, en];
  const gap = after[0].order - before[before.length - 1].order;
  if (gap === 1) return -NEXT_GAIN;
  // The translation stands before its original, or other blocks between the two.
  const between = gap > 0 ? gap - 1 : before[0].order - after[after.length - 1].order - 1;
  return Math.min(MOST_LOSS, Math.max(0, between) * LOSS_PER_BLOCK + (gap < 0 ? WRONG_SIDE_LOSS : 0));
}

function rowNearness(en: readonly SpokenBlock[], zh: readonly SpokenBlock[]): number {
  const rows = [...en, ...zh].map(({ cell }) => (cell ? `${cell.table} ${cell.row}` : ''));
  if (rows.some((row) => row !== rows[0])) return OTHER_ROW_LOSS;
  return rows[0] === '' ? 0 : -SAME_ROW_GAIN;
}

/** Which language stands before its translation: the order in which neighbours are more alike. */
export function leadingLanguage(
  blocks: readonly SpokenBlock[],
  cost: (en: SpokenBlock, zh: SpokenBlock) => number,
): Language {
  const sum = { en: 0, zh: 0 };
  // Likely pairs alone count: a neighbour that is no translation says nothing of the order.
  const likely = (value: number) => 1 / (1 + Math.exp(value));
  for (let i = 0; i + 1 < blocks.length && i < NEIGHBOURS; i++) {
    const [one, next] = [blocks[i], blocks[i + 1]];
    if (one.lang === next.lang) continue;
    sum[one.lang] += likely(one.lang === 'en' ? cost(one, next) : cost(next, one));
  }
  return sum.en >= sum.zh ? 'en' : 'zh';
}

const NEIGHBOURS = 400;
