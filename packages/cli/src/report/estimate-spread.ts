/** Median and 90% interval of an estimate, for showing it. */
import { type Estimate, quantile, summary } from '@floodgate/engine/core';
import type { Spread } from './number.ts';

const GRID = 2000;

/** A mixture's parts may overlap, so its quantiles come from evenly spread values of it, in order. */
export function spreadOf(estimate: Estimate): Spread {
  if (estimate.kind !== 'mixture') return summary(estimate);
  const values = Float64Array.from({ length: GRID }, (_, i) => quantile(estimate, (i + 0.5) / GRID)).sort();
  const at = (share: number) => values[Math.floor(share * GRID)];
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}
