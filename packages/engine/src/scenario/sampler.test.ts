import { describe, expect, it } from 'vitest';
import { parseEstimate } from '../core/estimate.ts';
import type { Column } from '../supply/index.ts';
import { createSampler, sampleColumn, sampleColumns } from './sampler.ts';

const column = (id: string, estimate: string, loading?: number): Column => ({
  id,
  unit: 'chips',
  estimate: parseEstimate(estimate, 'chips', id),
  correlation: loading === undefined ? undefined : { factor: 'maker', loading },
});
const columns = [
  column('a', '1 to 9', 0.7),
  column('b', '1 to 9', 0.7),
  column('c', '1 to 9'),
  column('d', 'beta(2, 5)', 0.7),
];

/** Correlation of the logarithms of two columns. */
function correlation(i: number, j: number, draws = 4096): number {
  const sampler = createSampler(columns, 1);
  const pairs = Array.from({ length: draws }, (_, d) => [
    Math.log(sampleColumn(sampler, i, d)),
    Math.log(sampleColumn(sampler, j, d)),
  ]);
  const mean = (k: number) => pairs.reduce((sum, pair) => sum + pair[k], 0) / draws;
  const [a, b] = [mean(0), mean(1)];
  const sum = (f: (pair: number[]) => number) => pairs.reduce((total, pair) => total + f(pair), 0);
  return sum(([x, y]) => (x - a) * (y - b)) / Math.sqrt(sum(([x]) => (x - a) ** 2) * sum(([, y]) => (y - b) ** 2));
}

describe('a sampler', () => {
  it('correlates columns by the product of their loadings on a shared factor, and no others', () => {
    expect(correlation(0, 1)).toBeCloseTo(0.49, 1);
    expect(Math.abs(correlation(0, 2))).toBeLessThan(0.06);
  });

  it('leaves an estimate that is no function of a normal number independent', () => {
    expect(Math.abs(correlation(0, 3))).toBeLessThan(0.06);
  });

  it('gives one column alone the value that it has among all', () => {
    const sampler = createSampler(columns, 9);
    const sample = new Float64Array(columns.length);
    sampleColumns(sampler, 17, sample);
    expect(columns.map((_, j) => sampleColumn(sampler, j, 17))).toEqual([...sample]);
  });

  it('keeps every other column as it was when one is added', () => {
    const fewer = createSampler(columns.slice(0, 2), 1);
    const more = createSampler([column('new', '1 to 2'), ...columns], 1);
    for (const j of [0, 1]) expect(sampleColumn(more, j + 1, 5)).toBe(sampleColumn(fewer, j, 5));
  });

  it('puts 5% of its draws under and over a 90% interval', () => {
    const sampler = createSampler(columns, 1);
    const draws = 4096;
    const under = Array.from({ length: draws }, (_, d) => sampleColumn(sampler, 2, d)).filter(
      (value) => value < 1,
    ).length;
    expect(under / draws).toBeCloseTo(0.05, 2);
  });
});
