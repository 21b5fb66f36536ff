/** The cells of a band, one after another in memory. */
import type { Band } from './band.ts';

export interface Grid extends Band {
  size: number;
  /** Place of a cell; −1 outside the band. */
  cell(i: number, j: number): number;
}

export function createGrid({ low, high }: Band): Grid {
  const starts = new Float64Array(low.length + 1);
  for (let i = 0; i < low.length; i++) starts[i + 1] = starts[i] + high[i] - low[i] + 1;
  return {
    low,
    high,
    size: starts[low.length],
    cell: (i, j) => (i < 0 || j < low[i] || j > high[i] ? -1 : starts[i] + j - low[i]),
  };
}
