/** One draw of every column of a plan. A column's value depends on (seed, its id, draw) and its factor's on theirs. */
import { normalQuantile } from '../core/elementary.ts';
import { isNormalFamily, normalScore, quantile } from '../core/estimate.ts';
import { createStream, type Stream, uniform } from '../core/random.ts';
import type { Column } from '../supply/index.ts';

export interface Sampler {
  columns: Column[];
  streams: Stream[];
  /** Streams of the factors that columns share. */
  factors: Stream[];
  /** Factor of a column; -1 for an independent one. */
  factorOf: number[];
}

export function createSampler(columns: Column[], seed: number): Sampler {
  const names = [...new Set(columns.flatMap((column) => factorName(column) ?? []))];
  return {
    columns,
    streams: columns.map((column) => createStream(seed, column.id)),
    factors: names.map((name) => createStream(seed, `factor:${name}`)),
    factorOf: columns.map((column) => names.indexOf(factorName(column) ?? '')),
  };
}

/** Only an estimate that is a function of one normal number can be correlated. */
function factorName({ correlation, estimate }: Column): string | undefined {
  return correlation && isNormalFamily(estimate) ? correlation.factor : undefined;
}

/** Fills `sample` with draw number `draw`. */
export function sampleColumns(sampler: Sampler, draw: number, sample: Float64Array): void {
  const common = sampler.factors.map((factor) => normalQuantile(uniform(factor, draw)));
  for (let j = 0; j < sampler.columns.length; j++)
    sample[j] = sampledValue(sampler, j, draw, common[sampler.factorOf[j]]);
}

/** The value of one column in one draw. */
export function sampleColumn(sampler: Sampler, j: number, draw: number): number {
  const factor = sampler.factors[sampler.factorOf[j]];
  return sampledValue(sampler, j, draw, factor && normalQuantile(uniform(factor, draw)));
}

/** `common` is the factor's normal number; unread by an independent column. */
function sampledValue({ columns, streams, factorOf }: Sampler, j: number, draw: number, common: number): number {
  const { estimate, correlation } = columns[j];
  const u = uniform(streams[j], draw);
  if (factorOf[j] < 0 || !correlation || !isNormalFamily(estimate)) return quantile(estimate, u);
  const own = Math.sqrt(1 - correlation.loading * correlation.loading) * normalQuantile(u);
  return normalScore(estimate, correlation.loading * common + own);
}
