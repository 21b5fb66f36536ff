import { createStream, uniform } from '@floodgate/engine/core';
import {
  capabilityOfProducts,
  type EvaluateInput,
  evaluate,
  type RunBlocks,
  runDraws,
} from '@floodgate/engine/scenario';
import { createWorld, type Decision } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';

const here: RunBlocks = async (blocks) => blocks.map(runDraws);
const world = createWorld(dataset, '2025-07-25');
const capability = capabilityOfProducts(world);
const decision = (id: string) => dataset.decisions.find((one) => one.id === id)!;

function input(change: Partial<EvaluateInput> = {}): EvaluateInput {
  return {
    world,
    decision: decision('h20-reversal-2025-07'),
    capability,
    until: 2027,
    draws: 60,
    seed: 1,
    overrides: new Map(),
    title: (id) => ({ en: id, zh: id }),
    ...change,
  };
}

describe('evaluate', () => {
  it('gives the same numbers for the same seed, and others for another', async () => {
    const [first, again, other] = [
      await evaluate(input(), here),
      await evaluate(input(), here),
      await evaluate(input({ seed: 2 }), here),
    ];
    expect(again.evaluation).toEqual(first.evaluation);
    expect(again.results).toEqual(first.results);
    expect(other.results).not.toEqual(first.results);
  });

  it('gives the same numbers with draws in any order and in any split', async () => {
    const whole = await evaluate(input({ draws: 40 }), here);
    const order = createStream(3, 'order');
    const scattered: RunBlocks = async (blocks) => {
      const parts = new Map<number, Float64Array>();
      const shuffled = blocks
        .map((block, i) => ({ block, i }))
        .sort((a, b) => uniform(order, a.i) - uniform(order, b.i));
      for (const { block, i } of shuffled) {
        const draws = Array.from({ length: block.until - block.from }, (_, k) => block.from + k).reverse();
        const one = draws.map((draw) => [draw, runDraws({ ...block, from: draw, until: draw + 1 })] as const);
        const joined = one.sort((a, b) => a[0] - b[0]).flatMap(([, numbers]) => [...numbers]);
        parts.set(i, Float64Array.from(joined));
      }
      return blocks.map((_, i) => parts.get(i)!);
    };
    expect((await evaluate(input({ draws: 40 }), scattered)).results).toEqual(whole.results);
  });

  it('finds no difference at all for a decision that changes nothing', async () => {
    const nothing: Decision = { ...decision('h20-reversal-2025-07'), id: 'nothing', with: [], without: [] };
    const { evaluation } = await evaluate(input({ decision: nothing }), here);
    for (const { difference } of evaluation.outcomes)
      expect([difference.p5, difference.mean, difference.p95]).toEqual([0, 0, 0]);
    expect(evaluation.drivers).toEqual([]);
  });

  it('finds no difference for a scaling by one', async () => {
    const same: Decision = {
      ...decision('embargo'),
      with: [{ scale: 'smuggled-units', by: 1, from: '2025-07-15', reason: { en: 'x', zh: 'x' } }],
      without: [],
    };
    const { evaluation } = await evaluate(input({ decision: same }), here);
    for (const { difference } of evaluation.outcomes) expect(difference.mean).toBe(0);
  });

  it('never lets a decision be judged before it was known', async () => {
    const early = createWorld(dataset, '2025-07-13');
    await expect(evaluate(input({ world: early }), here)).rejects.toThrow(/decision-not-yet-known/);
  });

  it.each([
    '2022-11-10',
    '2023-06-01',
    '2024-03-01',
    '2024-12-31',
    '2025-12-31',
  ])('runs with what was known on %s', async (asOf) => {
    const known = createWorld(dataset, asOf);
    const { evaluation } = await evaluate(
      input({ world: known, decision: decision('no-controls'), capability: capabilityOfProducts(known), draws: 20 }),
      here,
    );
    const stock = evaluation.outcomes.find(({ id, period }) => id === 'stock.cn.training' && period === '2027')!;
    expect(stock.with.p50).toBeGreaterThan(stock.without.p50);
  });

  it('says what is missing when too little was known', () => {
    expect(() => capabilityOfProducts(createWorld(dataset, '2022-10-15'))).toThrow(/no-capability/);
  });

  it.each([
    ['draws', { draws: 0 }, /out-of-range.*--draws/],
    ['draws', { draws: -5 }, /out-of-range.*--draws/],
    ['seed', { seed: -1 }, /out-of-range.*--seed/],
    ['until', { until: 2024 }, /out-of-range.*--until/],
    ['until', { until: 2099 }, /out-of-range.*--until/],
    ['an unknown parameter', { overrides: new Map([['price.h21', '1']]) }, /unknown-id.*price\.h20/],
    ['a wrong unit', { overrides: new Map([['price.h20', '11000 to 14000 kg']]) }, /wrong-unit/],
  ])('refuses a bad %s', async (_, change, message) => {
    await expect(evaluate(input(change), here)).rejects.toThrow(message);
  });

  it('follows an override: a dearer H20 means fewer of them', async () => {
    const units = async (price: string) => {
      const { evaluation } = await evaluate(input({ overrides: new Map([['price.h20', price]]) }), here);
      return evaluation.outcomes.find(({ id, period }) => id === 'shipments.h20.cn' && period === '2026')!.with.mean;
    };
    expect(await units('24000')).toBeLessThan(await units('12000'));
  });
});

describe('every shipped decision', () => {
  it.each(dataset.decisions.map((one) => one.id))('%s keeps shares, stocks and ratios sound', async (id) => {
    const one = decision(id);
    const asOf = one.published > '2025-12-31' ? dataset.cutoff : '2025-12-31';
    const known = createWorld(dataset, asOf);
    const { evaluation } = await evaluate(
      input({ world: known, decision: one, capability: capabilityOfProducts(known), draws: 40 }),
      here,
    );
    for (const outcome of evaluation.outcomes) {
      for (const summary of [outcome.without, outcome.with]) {
        expect(summary.p5, outcome.id).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(summary.p95), outcome.id).toBe(true);
        if (outcome.id.startsWith('share.')) expect(summary.p95).toBeLessThanOrEqual(1);
      }
    }
    for (const period of new Set(evaluation.outcomes.map((outcome) => outcome.period))) {
      const shares = evaluation.outcomes.filter((o) => o.period === period && /^share\..*\.training$/.test(o.id));
      expect(shares.reduce((sum, { with: after }) => sum + after.mean, 0)).toBeCloseTo(1, 9);
    }
  });
});
