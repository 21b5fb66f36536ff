import { inferenceOn, isRefusal, shapeOf, trainingOn } from '@floodgate/engine/capability';
import type { Chip, InferenceWorkload, TrainingWorkload } from '@floodgate/engine/world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chip, llm, world } from './capability-world.ts';

const BASES = ['h100-sxm', 'h20', 'ascend-910b', 'mi300x'];
const BASKET = world.workloads.filter((workload) => workload.kind === 'inference');
const TRAINING = world.workloads.filter((workload) => workload.kind === 'training');
const FIGURES = [
  'fp8DenseTflops',
  'int8DenseTops',
  'fp16DenseTflops',
  'memoryBandwidthGBs',
  'memoryGB',
  'ioBandwidthGBs',
] as const;

const aChip = fc.constantFrom(...BASES).map(chip);
const aFactor = fc.double({ min: 1, max: 3, noNaN: true });
/** What binary search over whole batches may lose. */
const ROUNDING = 1 - 1e-9;

function scaled(base: Chip, factors: Partial<Record<(typeof FIGURES)[number], number>>): Chip {
  const grown = Object.entries(factors).flatMap(([figure, factor]) => {
    const value = base[figure as keyof Chip];
    return typeof value === 'number' ? [[figure, value * factor]] : [];
  });
  return { ...base, ...Object.fromEntries(grown) };
}

function output(on: Chip, workload: InferenceWorkload): number {
  const answer = inferenceOn(world, on, workload);
  return isRefusal(answer) || !answer.serving.meetsLimit ? 0 : answer.serving.outputTokensPerSecondPerChip;
}

function trained(on: Chip, workload: TrainingWorkload): number {
  const answer = trainingOn(world, on, workload);
  return isRefusal(answer) ? 0 : answer.speed.tokensPerSecondPerChip;
}

describe('throughput', () => {
  it('never falls when bandwidth, arithmetic, memory or links grow', () => {
    fc.assert(
      fc.property(
        aChip,
        fc.constantFrom(...FIGURES),
        aFactor,
        fc.constantFrom(...BASKET),
        (base, figure, factor, workload) => {
          const job = { ...workload, regime: { kind: 'offline' } } as InferenceWorkload;
          expect(output(scaled(base, { [figure]: factor }), job)).toBeGreaterThanOrEqual(output(base, job) * ROUNDING);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never falls under a latency limit either', () => {
    fc.assert(
      fc.property(
        aChip,
        fc.constantFrom(...FIGURES),
        aFactor,
        fc.constantFrom(...BASKET),
        (base, figure, factor, workload) => {
          const faster = output(scaled(base, { [figure]: factor }), workload);
          expect(faster).toBeGreaterThanOrEqual(output(base, workload) * ROUNDING);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of training never falls when bandwidth, arithmetic, memory or links grow', () => {
    fc.assert(
      fc.property(
        aChip,
        fc.constantFrom(...FIGURES),
        aFactor,
        fc.constantFrom(...TRAINING),
        (base, figure, factor, workload) => {
          const faster = trained(scaled(base, { [figure]: factor }), workload);
          expect(faster).toBeGreaterThanOrEqual(trained(base, workload) * ROUNDING);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never rises when a latency limit is tightened', () => {
    fc.assert(
      fc.property(
        aChip,
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.constantFrom(...BASKET),
        (base, factor, workload) => {
          if (workload.regime.kind !== 'latency-limit') return;
          const { ttftSeconds, tpotSeconds } = workload.regime;
          const tight = {
            kind: 'latency-limit' as const,
            ttftSeconds: ttftSeconds * factor,
            tpotSeconds: tpotSeconds * factor,
          };
          expect(output(base, { ...workload, regime: tight })).toBeLessThanOrEqual(output(base, workload) / ROUNDING);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never exceeds the roofline of arithmetic and of memory', () => {
    fc.assert(
      fc.property(aChip, fc.constantFrom(...BASKET), (base, workload) => {
        const answer = inferenceOn(world, base, workload);
        if (isRefusal(answer)) return;
        const { serving, precision } = answer;
        const shape = shapeOf(llm(workload.llm));
        const rate = {
          fp8: base.fp8DenseTflops,
          int8: base.int8DenseTops,
          fp16: base.fp16DenseTflops,
          fp4: base.fp4DenseTflops,
        }[precision];
        const perChip = serving.decodeTokensPerSecond / serving.layout.chips;
        expect(perChip * 2 * (shape.active - shape.head)).toBeLessThan((rate as number) * 1e12);
        const steps = 1 / serving.tpotSeconds;
        const touched = shape.llm.experts > 0 ? shape.active : shape.total - shape.head;
        expect((steps * touched) / serving.layout.chips).toBeLessThan((base.memoryBandwidthGBs as number) * 1e9);
      }),
    );
  });
});

describe('memory', () => {
  it('limits the batch: less memory never holds more sequences', () => {
    const offline = {
      ...BASKET.find((one) => one.id === 'llama-70b-chat')!,
      regime: { kind: 'offline' },
    } as InferenceWorkload;
    fc.assert(
      fc.property(fc.double({ min: 80, max: 400, noNaN: true }), aFactor, (memoryGB, factor) => {
        const small = inferenceOn(world, { ...chip('h100-sxm'), memoryGB, ioBandwidthGBs: undefined }, offline);
        const large = inferenceOn(
          world,
          { ...chip('h100-sxm'), memoryGB: memoryGB * factor, ioBandwidthGBs: undefined },
          offline,
        );
        if (isRefusal(small)) return;
        expect(isRefusal(large)).toBe(false);
        if (!isRefusal(large)) expect(large.serving.batch).toBeGreaterThanOrEqual(small.serving.batch);
      }),
    );
  });

  it('refuses a model that does not fit, naming its size', () => {
    const tiny = { ...chip('h100-sxm'), memoryGB: 8 };
    const workload = BASKET.find((one) => one.id === 'llama-405b-long-context') as InferenceWorkload;
    const answer = inferenceOn(world, tiny, workload);
    expect(isRefusal(answer) && answer.why.en).toMatch(/406 GB/);
  });
});
