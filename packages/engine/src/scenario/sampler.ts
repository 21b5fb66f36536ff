/** One draw of every column of a plan. A column's value depends on (seed, its id, draw) and its factor's on theirs. */
import { normalQuantile } from '../core/elementary.ts';
import { isNormalFamily, normalScore, quantile } from '../core/estimate.ts';
import { createStream, type Stream, uniform } from '../core/random.ts';
import type { Column } from '../supply/index.ts';

export interface Sampler {
  columns: Column[];
  streams: Stream[];
  /** Stream of the factor that a column shares with others, by column; absent for independent ones. */
  factors: (Stream | undefined)[];
}

export function createSampler(columns: Column[], seed: number): Sampler {
  return {
    columns,
    streams: columns.map((column) => createStream(seed, column.id)),
    factors: columns.map((column) =>
      column.correlation && isNormalFamily(column.estimate)
        ? createStream(seed, `factor:${column.correlation.factor}`)
        : undefined,
    ),
  };
}

/** Fills `sample` with draw number `draw`. */
export function sampleColumns(sampler: Sampler, draw: number, sample: Float64Array): void {
  for (let j = 0; j < sampler.columns.length; j++) sample[j] = sampleColumn(sampler, j, draw);
}

/** The value of one column in one draw. */
export function sampleColumn(sampler: Sampler, j: number, draw: number): number {
  const { estimate, correlation } = sampler.columns[j];
  const factor = sampler.factors[j];
  const u = uniform(sampler.streams[j], draw);
  if (!factor || !correlation || !isNormalFamily(estimate)) return quantile(estimate, u);
  const common = normalQuantile(uniform(factor, draw));
  const own = Math.sqrt(1 - correlation.loading * correlation.loading) * normalQuantile(u);
  return normalScore(estimate, correlation.loading * common + own);
}
