/** Quantities over time: geometric interpolation between yearly anchors, constant growth beyond them. */
import { exp, log } from '../core/elementary.ts';
import type { Path } from './plan.ts';

/**
 * Fills `out[t]` for quarters 0..out.length-1. Anchors stand at mid-year (between its second and third quarter); before
 * the first and after the last the quantity grows by the sampled ratio per year.
 */
export function fillPath(path: Path, sample: Float64Array, out: Float64Array): void {
  const { anchors, growth } = path;
  const slope = log(sample[growth]) / 4;
  const last = anchors.length - 1;
  fillStretch(out, 0, anchors[0].quarter, anchors[0].quarter, log(sample[anchors[0].column]), slope);
  for (let k = 0; k < last; k++) {
    const from = log(sample[anchors[k].column]);
    const to = log(sample[anchors[k + 1].column]);
    const length = anchors[k + 1].quarter - anchors[k].quarter;
    fillStretch(out, anchors[k].quarter, anchors[k + 1].quarter, anchors[k].quarter, from, (to - from) / length);
  }
  fillStretch(out, anchors[last].quarter, out.length, anchors[last].quarter, log(sample[anchors[last].column]), slope);
}

/** Fills the quarters from `start` up to, not including, `end` with exp(level + slope x quarters since `origin`). */
function fillStretch(
  out: Float64Array,
  start: number,
  end: number,
  origin: number,
  level: number,
  slope: number,
): void {
  const until = Math.min(Math.ceil(end), out.length);
  for (let t = Math.max(0, Math.ceil(start)); t < until; t++) out[t] = exp(level + slope * (t - origin));
}
