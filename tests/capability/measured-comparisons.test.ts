/** H20 against H100 and H800 as measured (docs/methods/capability.md, "What was measured"), within stated bands. */
import { compareChips, predictMeasurement } from '@floodgate/engine/capability';
import { describe, expect, it } from 'vitest';
import { world } from './capability-world.ts';

const [h20] = compareChips({ world, chips: ['h20'] }).chips;
const dense = h20.region.find((region) => region.study === 'dense-grouped-query')!;
const latent = h20.region.find((region) => region.study === 'mixture-latent')!;

function decodeRatio(region: typeof dense, context: number, batch: number): number | null {
  return region.decode[region.contexts.indexOf(context)][region.batches.indexOf(batch)];
}

function predicted(row: Record<string, string>): number {
  const answer = predictMeasurement(world, row);
  if (answer.predicted === null) throw new Error(answer.why.en);
  return answer.predicted;
}

describe('H20 against H100', () => {
  it.each([
    1, 2, 4, 8,
  ])('is ahead in decode of a dense 70B model in FP8 on 8 chips at batch %i and 1K context', (batch) => {
    expect(decodeRatio(dense, 1024, batch)).toBeGreaterThan(1);
    expect(decodeRatio(dense, 1024, batch)).toBeLessThan(1.3);
  });

  it.each([64, 128, 256])('is behind in the same at batch %i', (batch) => {
    expect(decodeRatio(dense, 1024, batch)).toBeLessThan(0.95);
  });

  it('turns near the 37 tokens at which its arithmetic and bandwidth balance', () => {
    const { aheadUpTo } = dense.crossover[0];
    expect(aheadUpTo).toBeGreaterThan(15);
    expect(aheadUpTo).toBeLessThan(60);
  });

  it('keeps its lead longer with longer context', () => {
    expect(decodeRatio(dense, 16384, 64)).toBeGreaterThan(decodeRatio(dense, 1024, 64)!);
  });

  it('holds longer context in more sequences, having more memory', () => {
    for (const { fits } of dense.crossover.slice(1)) expect(fits.chip).toBeGreaterThan(fits.against);
  });

  it('reads prompts at 0.2 to 0.45 of the speed', () => {
    for (const region of [dense, latent]) {
      expect(region.prefill).toBeGreaterThan(0.2);
      expect(region.prefill).toBeLessThan(0.45);
    }
  });

  it('decodes DeepSeek-R1 at 0.25 to 0.5 of the speed when each chip serves as many as the latency allows', () => {
    const row = h20.inference.find(({ workload }) => workload === 'deepseek-r1-decode-heavy');
    expect(row?.relative).toBeGreaterThan(0.25);
    expect(row?.relative).toBeLessThan(0.5);
  });

  it('is behind from the first sequence with latent attention at long context', () => {
    expect(latent.crossover.find(({ context }) => context === 16384)?.aheadUpTo).toBe(0);
  });

  it('trains at 0.15 to 0.25 of the speed', () => {
    for (const { relative } of h20.training!.workloads) {
      expect(relative).toBeGreaterThan(0.15);
      expect(relative).toBeLessThan(0.25);
    }
  });

  it('is worth less in training than in inference, and less than an H100 in both', () => {
    expect(h20.indices.trainingH100e).toBeLessThan(h20.indices.inferenceH100e!);
    expect(h20.indices.inference!.p95).toBeLessThan(1);
  });

  it('decodes 13B in FP16 with full attention on one card at batch 16 about as fast (measured: 1.1 times)', () => {
    const row = {
      chips_used: '1',
      model: 'Llama-2-13B',
      precision: 'FP16',
      tensor_parallel: '1',
      batch_or_concurrency: '16',
      input_tokens: '1024',
      phase: 'decode',
      metric: 'tok/s/user',
    };
    const ratio = predicted({ ...row, chip: 'H20-96GB' }) / predicted({ ...row, chip: 'H100-SXM' });
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.35);
  });
});

describe('other chips', () => {
  it('puts the H200 on a par with the H100 in training and ahead in inference', () => {
    const [{ indices }] = compareChips({ world, chips: ['h200'] }).chips;
    expect(indices.trainingH100e).toBeGreaterThan(0.95);
    expect(indices.trainingH100e).toBeLessThan(1.1);
    expect(indices.inferenceH100e).toBeGreaterThan(1.1);
  });

  it('counts the H100 as one, without uncertainty', () => {
    const [{ indices }] = compareChips({ world, chips: ['h100-sxm'] }).chips;
    expect(indices).toMatchObject({ trainingH100e: 1, inferenceH100e: 1, training: { p5: 1, p95: 1 } });
  });

  it('says which figure of a Chinese chip is unpublished in place of an index', () => {
    const [{ indices, inference }] = compareChips({ world, chips: ['cambricon-siyuan-590'] }).chips;
    expect(indices.inferenceH100e).toBeNull();
    expect(indices.why.inference?.en).toMatch(/memory bandwidth/);
    expect(indices.why.inference?.zh).toMatch(/显存带宽/);
    expect(inference.every((row) => row.outputTokensPerSecondPerChip === null && row.why)).toBe(true);
  });
});
