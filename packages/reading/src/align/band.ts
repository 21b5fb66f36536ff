/**
 * Where in the table of all pairs the alignment is looked for: around a line through anchors, which are keys that stand in
 * exactly one block of each language. So the cost grows with the length of the text and not with its square.
 */
import type { Features } from './features.ts';

/** For each English block the Chinese ones, from `low` to `high` inclusive, that may be level with its beginning. */
export interface Band {
  low: Int32Array;
  high: Int32Array;
}

/** Small texts are looked at in full. */
const MOST_CELLS = 400_000;
const LEAST_HALF_WIDTH = 12;

type Anchor = [number, number];

export function bandAround(anchors: readonly Anchor[], rows: number, columns: number): Band {
  const half = Math.max(LEAST_HALF_WIDTH, Math.floor(MOST_CELLS / (2 * (rows + 1))));
  const line = interpolate([[0, 0], ...anchors, [rows, columns]], rows);
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1);
  for (let i = 0; i <= rows; i++) {
    low[i] = Math.max(0, line[i] - half);
    // Up to where the next row begins, or no path would lead there.
    high[i] = Math.min(columns, Math.max(line[i] + half, line[Math.min(rows, i + 1)]));
  }
  return { low, high };
}

function interpolate(anchors: readonly Anchor[], rows: number): Int32Array {
  const line = new Int32Array(rows + 1);
  for (let a = 0; a + 1 < anchors.length; a++) {
    const [i0, j0] = anchors[a];
    const [i1, j1] = anchors[a + 1];
    for (let i = i0; i <= i1; i++) line[i] = Math.round(i1 === i0 ? j1 : j0 + ((j1 - j0) * (i - i0)) / (i1 - i0));
  }
  return line;
}

/** The longest series of blocks with a key of their own that ascends in both languages. */
export function anchorsOf(en: readonly Features[], zh: readonly Features[]): Anchor[] {
  const ones = heldOnce(en);
  const others = heldOnce(zh);
  const pairs: Anchor[] = [];
  for (const [key, i] of ones) {
    const j = others.get(key);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  // Of several to one block only one can ascend: the later first, so that equal rows never follow one another.
  return longestAscent(pairs.sort((a, b) => a[0] - b[0] || b[1] - a[1]));
}

/** Each key's only block, or −1 where several hold it. */
function heldOnce(blocks: readonly Features[]): Map<number, number> {
  const holder = new Map<number, number>();
  for (const [i, { keys }] of blocks.entries()) for (const key of keys) holder.set(key, holder.has(key) ? -1 : i);
  return holder;
}

/** Longest strictly ascending subsequence by the second number, by patience sorting. */
function longestAscent(pairs: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [p, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]][1] < j) low = middle + 1;
      else high = middle;
    }
    before[p] = low > 0 ? tops[low - 1] : -1;
    tops[low] = p;
  }
  const ascent: Anchor[] = [];
  for (let p = tops.at(-1) ?? -1; p >= 0; p = before[p]) ascent.push(pairs[p]);
  return ascent.reverse();
}
