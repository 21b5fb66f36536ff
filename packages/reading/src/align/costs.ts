/** The cost of every pairing that the band allows; what two single blocks share is counted once and used for all moves. */
import type { SpokenBlock } from './align.ts';
import type { Grid } from './grid.ts';
import {
  type Evidence,
  lengthIn,
  type Measure,
  pairCost,
  pairScore,
  sharedWorth,
  type Worths,
  worthOf,
} from './likeness.ts';

/** Of pairing the `di` English blocks before `i` with the `dj` Chinese ones before `j`. */
type OfPair<T> = (i: number, j: number, di: number, dj: number) => T;

export interface Costs {
  /** Negative log-likelihood up to a constant; infinite where such a pair cannot be. */
  cost: OfPair<number>;
  /** 0..1: how sure the pair is, from what both say alone and not from where they stand. */
  score: OfPair<number>;
}

/** Two paragraphs in one language are seldom one in the other. */
const MERGE_COST = 5;

export function createCosts(
  en: readonly SpokenBlock[],
  zh: readonly SpokenBlock[],
  grid: Grid,
  measure: Measure,
  nearness: (en: readonly SpokenBlock[], zh: readonly SpokenBlock[]) => number,
): Costs {
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

  const evidenceOf: OfPair<Evidence> = (i, j, di, dj) => {
    const sum = { lengthEn: 0, lengthZh: 0, shared: 0, apart: 0, figures: 0, sameRole: false };
    let inBoth = 0;
    for (let a = i - di; a < i; a++) {
      sum.lengthEn += lengthsEn[a];
      sum.figures += ownEn[a];
      for (let b = j - dj; b < j; b++) {
        const cell = grid.cell(a + 1, b + 1);
        sum.shared += cell < 0 ? 0 : shared[cell];
        inBoth += cell < 0 ? 0 : figures[cell];
      }
    }
    for (let b = j - dj; b < j; b++) {
      sum.lengthZh += lengthsZh[b];
      sum.figures += ownZh[b];
    }
    sum.apart = Math.max(0, sum.figures - 2 * inBoth);
    sum.sameRole = en[i - di].role === zh[j - dj].role;
    return sum;
  };

  return {
    cost: (i, j, di, dj) => {
      const ones = en.slice(i - di, i);
      const others = zh.slice(j - dj, j);
      const merged = di + dj > 2;
      if (merged && !(ones.every(isParagraph) && others.every(isParagraph))) return Number.POSITIVE_INFINITY;
      return pairCost(evidenceOf(i, j, di, dj)) + nearness(ones, others) + (merged ? MERGE_COST : 0);
    },
    score: (i, j, di, dj) => pairScore(evidenceOf(i, j, di, dj)),
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
