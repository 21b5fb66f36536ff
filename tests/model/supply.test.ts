import {
  capabilityOfProducts,
  createSampler,
  outcomeCount,
  planEvaluation,
  sampleColumns,
} from '@floodgate/engine/scenario';
import { beginFuture, createWork, HISTORY, type Plan, runPolicy, WITH, WITHOUT } from '@floodgate/engine/supply';
import { createWorld } from '@floodgate/engine/world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../packages/engine/src/supply/allocation.ts';
import { useOf } from '../../packages/engine/src/supply/capacity.ts';
import { CN, HOLDER_COUNT } from '../../packages/engine/src/supply/holders.ts';
import { grossDiesPerWafer, INPUT_COUNT } from '../../packages/engine/src/supply/inputs.ts';
import { dataset } from '../dataset.ts';

const world = createWorld(dataset, '2025-07-25');
const decision = dataset.decisions.find(({ id }) => id === 'h20-reversal-2025-07')!;
const plan: Plan = planEvaluation({
  world,
  decision,
  capability: capabilityOfProducts(world),
  until: 2028,
  overrides: new Map(),
});
const sampler = createSampler(plan.columns, 1);

/** Runs one draw and hands each policy's numbers to `look`. */
function eachPolicy(draw: number, look: (work: ReturnType<typeof createWork>, legal: Float64Array) => void): void {
  const sample = new Float64Array(plan.columns.length);
  const work = createWork(plan);
  const legal = new Float64Array(plan.products.length * plan.quarters);
  sampleColumns(sampler, draw, sample);
  beginFuture(plan, sample, work);
  for (const policy of [HISTORY, WITHOUT, WITH]) {
    runPolicy(plan, policy, sample, work, legal, new Float64Array(outcomeCount(plan)));
    look(work, legal);
  }
}

describe('a future', () => {
  it('never installs a negative number of chips, in any draw, product, holder or quarter', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (draw) =>
        eachPolicy(draw, (work, legal) => {
          expect(Math.min(...work.inflow)).toBeGreaterThanOrEqual(0);
          expect(Math.min(...legal)).toBeGreaterThanOrEqual(0);
          expect(Math.min(...work.stock)).toBeGreaterThanOrEqual(0);
          expect([...work.inflow, ...work.stock].every(Number.isFinite)).toBe(true);
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('lets chips survive less the older they are', () => {
    eachPolicy(3, ({ survival }) => {
      for (let age = 1; age < survival.length; age++) expect(survival[age]).toBeLessThan(survival[age - 1]);
    });
  });

  it('repeats what was counted, where the law is what it was', () => {
    const sample = new Float64Array(plan.columns.length);
    const work = createWork(plan);
    const legal = new Float64Array(plan.products.length * plan.quarters);
    sampleColumns(sampler, 5, sample);
    beginFuture(plan, sample, work);
    runPolicy(plan, HISTORY, sample, work, legal, new Float64Array(outcomeCount(plan)));
    const h20 = plan.products.findIndex(({ chip }) => chip === 'h20');
    for (let t = plan.products[h20].firstQuarter; t < plan.firstUnseen; t++) {
      expect(legal[h20 * plan.quarters + t]).toBeCloseTo(work.observed[h20 * plan.quarters + t], 6);
    }
  });
});

describe('allocate', () => {
  const work = createWork(plan);
  const size = plan.products.length * HOLDER_COUNT;
  const orders = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: size, maxLength: size });
  const capacity = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
    minLength: INPUT_COUNT,
    maxLength: INPUT_COUNT,
  });
  const protection = fc.double({ min: 0, max: 1, noNaN: true });

  it('stays within every capacity, never makes more than was ordered, and never less than nothing', () => {
    fc.assert(
      fc.property(orders, capacity, protection, (ordered, limits, share) => {
        work.capacity.set(limits);
        const demand = Float64Array.from(ordered);
        const made = new Float64Array(size);
        allocate(plan, work, demand, share, made);
        for (let r = 0; r < INPUT_COUNT; r++) {
          expect(useOf(plan, made, r)).toBeLessThanOrEqual(limits[r] * (1 + 1e-6) + 1e-6);
        }
        made.forEach((units, i) => {
          expect(units).toBeGreaterThanOrEqual(0);
          expect(units).toBeLessThanOrEqual(demand[i]);
        });
      }),
    );
  });

  it('gives nobody anything of an input that there is none of', () => {
    work.capacity.fill(0);
    const made = new Float64Array(size);
    allocate(plan, work, new Float64Array(size).fill(5e-324), 0.5, made);
    expect(made.every(Number.isFinite)).toBe(true);
  });

  it('makes every order when nothing is short', () => {
    work.capacity.fill(1e15);
    const demand = new Float64Array(size).fill(1000);
    const made = new Float64Array(size);
    expect(allocate(plan, work, demand, 0.5, made)).toBe(false);
    expect(made).toEqual(demand);
  });

  it('cuts all alike without protection, and others first with it', () => {
    const demand = new Float64Array(size).fill(1000);
    const made = new Float64Array(size);
    for (let r = 0; r < INPUT_COUNT; r++) work.capacity[r] = useOf(plan, demand, r) / 2;
    const b200 = plan.products.findIndex(({ chip }) => chip === 'b200') * HOLDER_COUNT;
    allocate(plan, work, demand, 0, made);
    expect(made[b200 + CN]).toBeCloseTo(made[b200], 6);
    allocate(plan, work, demand, 1, made);
    expect(made[b200 + CN]).toBe(1000);
    expect(made[b200]).toBeLessThan(500);
  });
});

describe('grossDiesPerWafer', () => {
  it('gives the 60-odd H100 dies of a 300 mm wafer', () => {
    expect(grossDiesPerWafer(814)).toBeGreaterThan(60);
    expect(grossDiesPerWafer(814)).toBeLessThan(68);
  });
});

describe('Chinese supply with the inputs that SemiAnalysis published on 8 September 2025', () => {
  // 2.9 million dies bought abroad; 805,000 Ascends in 2025, of which 653,000 take two dies and 8 stacks and 152,000 half of
  // that: 729,000 packages. Its result, with no new memory: about 300,000 packages in 2026. The stacks that both years take
  // are what was left of 13 million at the start of 2025.
  const packages2025 = 653_000 + 152_000 / 2;
  const later = createWorld(dataset, '2025-09-10');
  const supply = (changes: [string, string][]) => {
    const memory = later.parameters
      .filter(({ id }) => /^chinese-hbm-stacks\.\d+$/.test(id))
      .map(({ id }) => [id, '1'] as const);
    const assembly = later.parameters
      .filter(({ id }) => /^huawei-assembly\.\d+$/.test(id))
      .map(({ id }) => [id, String(packages2025)] as const);
    const overrides = new Map([
      ...memory,
      ...assembly,
      ['huawei-assembly.growth', '1'],
      ['ascend-package-yield', '1'],
      ...changes,
    ]);
    const made = planEvaluation({
      world: later,
      decision,
      capability: capabilityOfProducts(later),
      until: 2027,
      overrides,
    });
    const sample = new Float64Array(made.columns.length);
    sampleColumns(createSampler(made.columns, 1), 0, sample);
    const work = createWork(made);
    beginFuture(made, sample, work);
    return (chip: string, years: number[]) => {
      const row = made.products.findIndex((product) => product.chip === chip) * made.quarters;
      const quarters = years.flatMap((year) => [0, 1, 2, 3].map((q) => (year - 2022) * 4 + q));
      return quarters.reduce((sum, t) => sum + work.chineseOutput[row + t], 0);
    };
  };

  it('gives its output of 2025 and, limited by memory, its 300,000 of 2026, each within a tenth', () => {
    const usedBefore = 4 * supply([])('ascend-910b', [2022, 2023, 2024]);
    const left = packages2025 * 8 + 300_000 * 8;
    const output = supply([
      ['tsmc-die-bank', '2900000'],
      ['hbm-stack-bank', String(Math.round(left + usedBefore))],
    ]);
    expect(Math.abs(output('ascend-910c', [2025]) / packages2025 - 1)).toBeLessThan(0.1);
    expect(Math.abs(output('ascend-910c', [2026]) / 300_000 - 1)).toBeLessThan(0.1);
  });
});
