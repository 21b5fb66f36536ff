/** What `predict` says beyond a number: interval, assumptions, reasons, and how cases that differ in one thing compare. */
import { predictMeasurement } from '@floodgate/engine/capability';
import type { Measurement } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../scripts/fit/pairs.js';
import { measurements, world, worldAsOf } from './capability-world.ts';

const BASE: Measurement = {
  chip: 'H100-SXM',
  chips_used: '8',
  framework: 'SGLang',
  model: 'DeepSeek-R1',
  precision: 'FP8',
  tensor_parallel: '8',
  batch_or_concurrency: '32',
  batch_scope: 'whole-deployment',
  input_tokens: '2048',
  output_tokens: '1024',
  phase: 'decode',
  metric: 'tok/s/user',
};

function answer(change: Measurement) {
  const found = predictMeasurement(world, { ...BASE, chip: 'H200-SXM', ...change });
  if (found.predicted === null) throw new Error(found.why.en);
  return found;
}

describe('a prediction', () => {
  it('lies inside its 90% interval, as do 85 of 100 measurements', () => {
    let inside = 0;
    let all = 0;
    for (const row of measurements) {
      const found = predictMeasurement(world, row);
      if (found.predicted === null) continue;
      expect(found.p5!).toBeLessThan(found.predicted);
      expect(found.p95!).toBeGreaterThan(found.predicted);
      all += 1;
      if (Number(row.value) >= found.p5! && Number(row.value) <= found.p95!) inside += 1;
    }
    expect(inside / all).toBeGreaterThan(0.85);
  });

  it('names what the row does not state and it took from elsewhere', () => {
    expect(answer({}).assumed).toEqual([]);
    expect(answer({ input_tokens: undefined }).assumed[0]).toMatch(/^unstated-input: \d+$/);
  });

  it('reads the constants of its day: a world of July 2025 does not know what was fitted later', () => {
    const row = measurements.find(({ id }) => id === 'Ba6e63b9e')!;
    const then = predictMeasurement(worldAsOf('2025-07-25'), row).predicted!;
    expect(then).not.toBe(predictMeasurement(world, row).predicted);
    expect(predictMeasurement(worldAsOf('2025-08-25'), row).predicted).toBe(then);
  });
});

describe('a case', () => {
  it('gains from speculation, the more the more is accepted', () => {
    const plain = answer({}).predicted;
    const some = answer({ speculation: 'multi-token-prediction', accept_length: '1.5' }).predicted;
    const more = answer({ speculation: 'multi-token-prediction', accept_length: '1.9' }).predicted;
    expect(some).toBeGreaterThan(plain);
    expect(more / some).toBeCloseTo(1.9 / 1.5, 6);
  });

  it('keeps 4-bit experts in 4 bits on a chip that multiplies in 8', () => {
    const small = { batch_or_concurrency: '1' };
    expect(answer({ ...small, precision: 'MXFP4 experts, FP8 activations' }).predicted).toBeGreaterThan(
      answer(small).predicted,
    );
  });

  it('gives TPOT as the inverse of the speed of a user, and TTFT in both units', () => {
    expect(answer({ metric: 'TPOT ms' }).predicted).toBeCloseTo(1000 / answer({}).predicted, 9);
    const prefill = { phase: 'prefill', batch_or_concurrency: '1' };
    expect(answer({ ...prefill, metric: 'TTFT ms' }).predicted).toBeCloseTo(
      1000 * answer({ ...prefill, metric: 'TTFT s' }).predicted,
      9,
    );
  });

  it('of a model known only by its sizes is told from them', () => {
    const sizes = { model: 'Nobody-70B', params_total_b: '70', params_active_b: '70', tensor_parallel: '8' };
    const known = answer({ model: 'Llama-3.1-70B' }).predicted;
    expect(answer(sizes).predicted / known).toBeGreaterThan(0.8);
    expect(answer(sizes).predicted / known).toBeLessThan(1.25);
  });

  it('under a tighter limit serves no more', () => {
    const served = (tpot_limit_s: string) =>
      answer({ phase: 'end-to-end', batch_or_concurrency: undefined, metric: 'tok/s per GPU', tpot_limit_s }).predicted;
    expect(served('0.03')).toBeLessThanOrEqual(served('0.05'));
    expect(served('0.05')).toBeLessThanOrEqual(served('0.1'));
  });

  it('that does not fit says how many chips the weights would fill', () => {
    const row = { ...BASE, phase: 'end-to-end', chips_used: '1', tensor_parallel: '1', metric: 'tok/s per GPU' };
    const found = predictMeasurement(world, row);
    expect(found.predicted).toBeNull();
    expect(found.predicted === null && found.why.en).toMatch(/would fill \d+ of these chips/);
    expect(found.predicted === null && found.why.zh).toMatch(/需要 \d+ 块/);
  });
});

describe('the order of two chips that one source measured on one workload', () => {
  const rows = measurements.filter(
    (row) => row.phase !== 'kernel' && predictMeasurement(world, row).predicted !== null,
  );
  const residuals = rows.map((row) => Math.log(predictMeasurement(world, row).predicted! / Number(row.value)));
  const pairs = pairsOf(rows as Record<string, string>[], residuals);

  it('is right in 95 of 100 pairs', () => {
    const right = pairs.filter(({ measured, predicted }) => measured * predicted > 0);
    expect(pairs.length).toBeGreaterThan(250);
    expect(right.length / pairs.length).toBeGreaterThan(0.95);
  });

  it('is right in every pair of an H20 with an H100, H200 or H800', () => {
    const of = pairs.filter(
      ({ a, b }) =>
        [a, b].some(({ chip }) => chip.startsWith('H20-')) && [a, b].some(({ chip }) => /^H(100|200|800)/.test(chip)),
    );
    expect(of.length).toBeGreaterThan(0);
    for (const { measured, predicted, a, b } of of) expect(measured * predicted, `${a.id} ${b.id}`).toBeGreaterThan(0);
  });

  it.each([
    ['H20 and H100', 'prefill', 'B6dbccdc3', 'Bf663baf6'],
    ['H20 and H800', 'prefill', 'B6dbccdc3', 'B8a4f'],
    ['H20 and H100', 'decode', 'B7113', 'B2435511c'],
    ['H20 and H800', 'decode', 'B7113', 'B6198'],
  ])('is right across sources for %s in %s of DeepSeek', (_, _phase, h20, other) => {
    const find = (start: string) => rows.findIndex(({ id }) => id!.startsWith(start));
    const [a, b] = [find(h20), find(other)];
    const measured = Math.log(Number(rows[a].value) / Number(rows[b].value));
    expect(measured * (measured + residuals[a] - residuals[b])).toBeGreaterThan(0);
  });
});
