/** Predictions of published points, so that an edit that moves them is seen; `within` is their distance from measurement. */
import { predictMeasurement } from '@floodgate/engine/capability';
import { describe, expect, it } from 'vitest';
import { measurements, world } from './capability-world.ts';

const POINTS = [
  { id: 'B32e5c4af', what: 'H20 prefill, Qwen3-8B', predicted: 16016, within: 0.1 },
  { id: 'Bddae48ae', what: 'H20 decode, Qwen3-8B at batch 64', predicted: 2755.9, within: 0.1 },
  { id: 'B6dbccdc3', what: 'H20 prefill, DeepSeek-R1', predicted: 1991.8, within: 0.1 },
  { id: 'Ba41e909e', what: 'H20 prefill, Qwen3-30B-A3B', predicted: 16540, within: 0.1 },
  { id: 'B2435511c', what: 'H100 decode, DeepSeek-V3 over 72 chips', predicted: 3701.8, within: 0.4 },
  { id: 'Bf663baf6', what: 'H100 prefill, DeepSeek-V3 over 32 chips', predicted: 7177.0, within: 0.2 },
  { id: 'Ba6e63b9e', what: 'H100 offline, Llama-3.3-70B 2K/2K', predicted: 2929.7, within: 0.1 },
  { id: 'Ba9b6048e', what: 'H100 offline, Llama-3.3-70B 2K/128', predicted: 760.89, within: 0.1 },
  { id: 'B5683f7b8', what: 'H200 offline, Llama-3.1-405B 20K/2K', predicted: 501.49, within: 0.1 },
  { id: 'Bb454637e', what: 'H200 offline, Llama-3.1-405B 1K/1K', predicted: 3413.9, within: 0.1 },
  { id: 'B775ffc58', what: 'B200 offline, Llama-3.1-405B in FP4', predicted: 765.4, within: 0.1 },
  { id: 'B16d43c27', what: 'A100 maximum, Qwen3-14B', predicted: 8040.5, within: 0.15 },
  { id: 'Bf0df68bb', what: 'A100 batch 256, Llama-7B', predicted: 5720.5, within: 0.15 },
  { id: 'B80a2c346', what: 'Ascend 910B maximum, Qwen3-8B in INT8', predicted: 9491.5, within: 0.3 },
  { id: 'Bfaf4b881', what: 'H100 training, Llama-3.1-405B over 8,192 chips', predicted: 405.82, within: 0.1 },
  { id: 'B76009f40', what: 'H100 training in FP8, Llama-3-70B', predicted: 750.69, within: 0.1 },
  { id: 'B342630af', what: 'B200 training, DeepSeek-V3', predicted: 809.97, within: 0.15 },
];

describe('published points', () => {
  it.each(POINTS)('$what', ({ id, predicted, within }) => {
    const row = measurements.find((one) => one.id === id)!;
    const answer = predictMeasurement(world, row);
    expect(answer.predicted).not.toBeNull();
    expect(Math.abs(answer.predicted! / predicted - 1)).toBeLessThan(0.005);
    expect(Math.abs(answer.predicted! / Number(row.value) - 1)).toBeLessThan(within);
  });
});
