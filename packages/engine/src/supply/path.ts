/** Quantities over time: geometric interpolation between yearly anchors, constant growth beyond them. */
import { exp, log } from '../core/elementary.ts';
import type { Path } from './plan.ts';

/**
 * Fills `out[t]` for quarters 0..out.length-1. Anchors stand at mid-year (between its second and third quarter); before
 * the first and after the last the quantity grows by the sampled ratio per year.
 */
export function fillPath(path: Path, sample: Float64Array, out: Float64Array): void {
  const { anchors, growth } = path;
  const quarterly = log(sample[growth]) / 4;
  let next = 0;
  for (let t = 0; t < out.length; t++) {
    while (next < anchors.length && anchors[next].quarter <= t) next++;
    const before = next > 0 ? anchors[next - 1] : undefined;
    const after = next < anchors.length ? anchors[next] : undefined;
    if (before && after) {
      const a = log(sample[before.column]);
      const b = log(sample[after.column]);
      out[t] = exp(a + ((b - a) * (t - before.quarter)) / (after.quarter - before.quarter));
    } else {
      const anchor = (before ?? after) as { quarter: number; column: number };
      out[t] = sample[anchor.column] * exp(quarterly * (t - anchor.quarter));
    }
  }
}
