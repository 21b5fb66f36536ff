import { capabilityIndices, compareChips } from '@floodgate/engine/capability';
import type { Chip } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { chip, world, worldAsOf } from './capability-world.ts';

const PRODUCTS = [
  ...['a100-sxm-80', 'a800', 'h100-sxm', 'h800', 'h20', 'h200', 'b200', 'gb200', 'gb300', 'b30a'],
  ...['ascend-910b', 'ascend-910c', 'mi300x', 'mi308x', 'tpu-v5e', 'tpu-v5p', 'tpu-v6e', 'trainium2'],
];

describe('H100-equivalents', () => {
  it.each(PRODUCTS)('%s has both indices with an interval around them', (id) => {
    const { training, inference } = capabilityIndices(world, id);
    for (const index of [training, inference]) {
      expect(index?.mid).toBeGreaterThan(0);
      expect(index?.p5).toBeLessThanOrEqual(index!.mid);
      expect(index?.p95).toBeGreaterThanOrEqual(index!.mid);
    }
  });

  it('are the weighted geometric mean of the ratios on the reference workloads', () => {
    const { inference } = capabilityIndices(world, 'h20');
    const weights = inference!.parts.reduce((sum, part) => sum + part.weight, 0);
    const mean = inference!.parts.reduce((sum, part) => sum + (part.weight / weights) * Math.log(part.relative), 0);
    expect(Math.log(inference!.mid)).toBeCloseTo(mean, 12);
  });

  it('hang on the choice of workloads by as much as leaving one out moves them', () => {
    const [{ indices }] = compareChips({ world, chips: ['h20'] }).chips;
    const { low, high } = indices.sensitivity.inference!;
    expect(low).toBeLessThan(indices.inferenceH100e!);
    expect(high).toBeGreaterThan(indices.inferenceH100e!);
  });

  it('turn round when the two chips change places', () => {
    const there = capabilityIndices(world, 'h20', 'h200').inference!.mid;
    const back = capabilityIndices(world, 'h200', 'h20').inference!.mid;
    expect(there * back).toBeCloseTo(1, 12);
  });

  it.each(['2025-04-19', '2025-07-25', '2026-01-20'])('can be told with what was published by %s', (day) => {
    const then = worldAsOf(day);
    const { training, inference } = capabilityIndices(then, 'h20');
    expect(training?.mid).toBeGreaterThan(0.1);
    expect(training?.mid).toBeLessThan(0.25);
    expect(inference?.mid).toBeGreaterThan(training!.mid);
  });

  it('change with what was measured since, and not otherwise', () => {
    const then = capabilityIndices(worldAsOf('2025-07-25'), 'h20').training!.mid;
    expect(capabilityIndices(worldAsOf('2025-08-01'), 'h20').training!.mid).toBe(then);
    expect(capabilityIndices(world, 'h20').training!.mid).not.toBe(then);
  });

  it('are wider for a chip with a figure known only by its bounds', () => {
    const vague: Chip = { ...chip('ascend-910b'), id: 'vague', memoryBandwidthGBs: { low: 1200, high: 2133 } };
    const sharp = capabilityIndices(world, 'ascend-910b').inference!;
    const wide = capabilityIndices({ ...world, chips: [...world.chips, vague] }, 'vague').inference!;
    expect(wide.p95 / wide.p5).toBeGreaterThan(sharp.p95 / sharp.p5);
  });
});
