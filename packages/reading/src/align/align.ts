/**
 * Pairs the blocks of the two languages: the cheapest way through both texts in order, by dynamic programming over the moves
 * 1–1, 1–2, 2–1, 1–0 and 0–1.
 */
import type { Block } from '../blocks/block.ts';
import type { Language } from '../quantities/quantity.ts';
import { anchorsOf, bandAround } from './band.ts';
import { type Costs, createCosts } from './costs.ts';
import { englishPerHan, type Features } from './features.ts';
import { createGrid, type Grid } from './grid.ts';
import type { Layout } from './layout.ts';
import { blockCost, worthsOf } from './likeness.ts';
import { leadingLanguage, nearness } from './nearness.ts';

export interface SpokenBlock extends Block {
  lang: Language;
  /** Where it stands among all blocks of the file. */
  order: number;
  features: Features;
}

/** Blocks that say the same; one side empty where the other has no translation. `score` 0..1, null without a counterpart. */
export interface Pairing<B extends SpokenBlock = SpokenBlock> {
  en: B[];
  zh: B[];
  score: number | null;
}

/** `keys`: how many there are in all, over the features of all blocks. */
export function alignBlocks<B extends SpokenBlock>(blocks: readonly B[], layout: Layout, keys: number): Pairing<B>[] {
  const en = blocks.filter(({ lang }) => lang === 'en');
  const zh = blocks.filter(({ lang }) => lang === 'zh');
  const measure = {
    worths: worthsOf(featuresIn(blocks), keys),
    perHan: englishPerHan(featuresIn(en), featuresIn(zh)),
  };
  const alike = (one: SpokenBlock, other: SpokenBlock) => blockCost(one.features, other.features, measure);
  const first = layout === 'alternating' ? leadingLanguage(blocks, alike) : null;
  const grid = createGrid(bandAround(anchorsFor(en, zh, layout), en.length, zh.length));
  const costs = createCosts(en, zh, grid, measure, (ones, others) => nearness(ones, others, layout, first));
  return cheapestPath(grid, en, zh, costs);
}

function featuresIn(blocks: readonly SpokenBlock[]): Features[] {
  return blocks.map(({ features }) => features);
}

/** Where the file itself sets the two languages side by side, their order in it; else what only one block of each says. */
function anchorsFor(en: readonly SpokenBlock[], zh: readonly SpokenBlock[], layout: Layout): [number, number][] {
  if (layout === 'blocks') return anchorsOf(featuresIn(en), featuresIn(zh));
  const anchors: [number, number][] = [];
  let j = 0;
  for (const [i, { order }] of en.entries()) {
    while (j < zh.length && zh[j].order < order) j++;
    anchors.push([i, j]);
  }
  return anchors;
}

const MOVES: readonly [number, number][] = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
];
/** A paragraph is seldom left out; the lines around a text often stand in one language. */
const LEFT_OUT_COST = { paragraph: 4.2, heading: 2.8, caption: 2.2, 'by-line': 2, 'date-line': 2 };

function cheapestPath<B extends SpokenBlock>(
  grid: Grid,
  en: readonly B[],
  zh: readonly B[],
  costs: Costs,
): Pairing<B>[] {
  const least = new Float64Array(grid.size).fill(Number.POSITIVE_INFINITY);
  const moves = new Uint8Array(grid.size);
  least[0] = 0;
  for (let i = 0; i <= en.length; i++) {
    for (let j = grid.low[i]; j <= grid.high[i]; j++) {
      const here = grid.cell(i, j);
      for (let m = 0; m < MOVES.length; m++) {
        const [di, dj] = MOVES[m];
        const from = grid.cell(i - di, j - dj);
        if (from < 0) continue;
        const total = least[from] + moveCost(i, j, di, dj);
        if (total < least[here]) {
          least[here] = total;
          moves[here] = m;
        }
      }
    }
  }

  function moveCost(i: number, j: number, di: number, dj: number): number {
    if (dj === 0) return LEFT_OUT_COST[en[i - 1].role];
    if (di === 0) return LEFT_OUT_COST[zh[j - 1].role];
    return costs.cost(i, j, di, dj);
  }

  const pairings: Pairing<B>[] = [];
  for (let i = en.length, j = zh.length; i > 0 || j > 0; ) {
    const [di, dj] = MOVES[moves[grid.cell(i, j)]];
    const score = di * dj === 0 ? null : costs.score(i, j, di, dj);
    pairings.push({ en: en.slice(i - di, i), zh: zh.slice(j - dj, j), score });
    i -= di;
    j -= dj;
  }
  return pairings.reverse();
}
