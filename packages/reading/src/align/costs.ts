/** The cost of every pairing that the band allows; what two single blocks share is counted once and used for all moves. */
import type { SpokenBlock } from './align.ts';
import type { Grid } from './grid.ts';
import { lengthIn, type Measure, pairCost, sharedWorth, type Worths, worthOf } from './likeness.ts';

/** Cost of pairing the `di` English blocks before `i` with the `dj` Chinese ones before `j`. */
export type Cost = (i: number, j: number, di: number, dj: number) => number;

/** Two paragraphs in one language are seldom one in the other. */
const MERGE_COST = 4;

export function createCosts(
  en: readonly SpokenBlock[],
  zh: readonly SpokenBlock[],
  grid: Grid,
  measure: Measure,
  nearness: (en: readonly SpokenBlock[], zh: readonly SpokenBlock[]) => number,
): Cost {
  const { shared, figures } = sharedInBand(en, zh, grid, measure.worths);
  const ownFigures = (blocks: readonly SpokenBlock[]) =>
    Float64Array.from(blocks, ({ features }) => worthOf(features.figures, measure.worths));
  const ownEn = ownFigures(en);
  const ownZh = ownFigures(zh);
  const lengths = (blocks: readonly SpokenBlock[]) =>
    Float64Array.from(blocks, ({ features }) => lengthIn(features, measure));
  const lengthsEn = lengths(en);
  const lengthsZh = lengths(zh);
  const isParagraph = (block: SpokenBlock) => block.role === 'paragraph';

  return (i, j, di, dj) => {
    let [lengthEn, lengthZh, both, apart, bothFigures] = [0, 0, 0, 0, 0];
    for (let a = i - di; a < i; a++) {
      lengthEn += lengthsEn[a];
      apart += ownEn[a];
      for (let b = j - dj; b < j; b++) {
        const cell = grid.cell(a + 1, b + 1);
        if (cell < 0) return Number.POSITIVE_INFINITY;
        both += shared[cell];
        bothFigures += figures[cell];
      }
    }
    for (let b = j - dj; b < j; b++) {
      lengthZh += lengthsZh[b];
      apart += ownZh[b];
    }
    apart -= 2 * bothFigures;
    const ones = en.slice(i - di, i);
    const others = zh.slice(j - dj, j);
    const merged = di + dj > 2;
    if (merged && !(ones.every(isParagraph) && others.every(isParagraph))) return Number.POSITIVE_INFINITY;
    const sameRole = ones[0].role === others[0].role;
    const pair = pairCost({ lengthEn, lengthZh, shared: both, apart, sameRole });
    return pair + (merged ? MERGE_COST : 0) + nearness(ones, others);
  };
}

function sharedInBand(en: readonly SpokenBlock[], zh: readonly SpokenBlock[], grid: Grid, worths: Worths) {
  const shared = new Float32Array(grid.size);
  const figures = new Float32Array(grid.size);
  for (let i = 1; i <= en.length; i++) {
    const one = en[i - 1].features;
    for (let j = Math.max(1, grid.low[i]); j <= grid.high[i]; j++) {
      const other = zh[j - 1].features;
      const cell = grid.cell(i, j);
      shared[cell] = sharedWorth(one.keys, other.keys, worths);
      figures[cell] = sharedWorth(one.figures, other.figures, worths);
    }
  }
  return { shared, figures };
}
