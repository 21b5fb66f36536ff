/** A verdict follows its facts: change the fact and it turns, whatever the claim would have liked. */
import type { Fact } from '@floodgate/engine/world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';
import { factsOnly, readingOf } from './setting.ts';

/** Readings that one published number decides: the fact, and what it must do with the line for the reading to hold. */
const DECIDED: [claim: string, reading: string, fact: string, holds: (value: number) => boolean][] = [
  ['C3', 'equipment', 'capex-shortlived-share-msft', (value) => value > 0.5],
  ['C4', 'packages', 'derived-us-flagship-units-2025', (value) => value > 1e7],
  ['C5', 'huawei-packages', 'idc-huawei-shipments-2025', (value) => value <= 250_000],
  ['C5', 'china-cards', 'idc-china-domestic-2025', (value) => value <= 250_000],
  ['C12', 'money', 'china-chip-invest-since-2014', (value) => value >= 200],
  ['C15', 'orders', 'h20-orders-2025-units', (value) => value >= 500_000],
  ['C15', 'sales-after', 'nvidia-h20-q3fy26', (value) => value >= 1],
  ['C17', 'all-three', 'nvidia-mcap-first-4t', (value) => value >= 4],
  ['C21', 'trained-on-us-chips', 'deepseek-gpus', (value) => value >= 10_000],
];

function settingWith(id: string, value: number) {
  const point = (fact: Fact): Fact => {
    const { low: _low, high: _high, ...rest } = fact;
    return { ...rest, mid: value };
  };
  return factsOnly(dataset.cutoff, (fact) => (fact.id === id ? point(fact) : fact));
}

describe.each(DECIDED)('%s, read as %s', (claim, reading, fact, holds) => {
  it(`follows ${fact}`, () => {
    const line = dataset.facts.find(({ id }) => id === fact)!.mid!;
    const values = fc.double({ min: -4, max: 4, noNaN: true }).map((power) => line * 10 ** power);
    fc.assert(
      fc.property(values, (value) => {
        const { verdict, probability } = readingOf(settingWith(fact, value), claim, reading);
        expect(verdict).toBe(holds(value) ? 'supported' : 'contradicted');
        expect(probability).toBe(holds(value) ? 1 : 0);
      }),
      { numRuns: 12 },
    );
  });

  it(`is not checkable when ${fact} was never published, unless others speak`, () => {
    const setting = factsOnly(dataset.cutoff);
    const without = {
      ...setting,
      world: { ...setting.world, facts: setting.world.facts.filter(({ id }) => id !== fact) },
    };
    const { question } = dataset.facts.find(({ id }) => id === fact)!;
    const others = question !== undefined && without.world.facts.some((one) => one.question === question);
    const { verdict } = readingOf(without, claim, reading);
    if (!others || reading === 'packages') expect(verdict).toBe('not-checkable');
  });
});

describe('the line of a reading', () => {
  it.each([
    [249_999, 'supported'],
    [250_000, 'supported'],
    [250_001, 'contradicted'],
  ])('is where the claim says: %d chips', (value, verdict) => {
    const setting = settingWith('idc-huawei-shipments-2025', value);
    expect(readingOf(setting, 'C5', 'huawei-packages').verdict).toBe(verdict);
  });

  it('is crossed on the day of publication and not the day before', () => {
    const verdictOn = (day: string) => readingOf(factsOnly(day), 'C15', 'sales-after').verdict;
    expect([verdictOn('2025-11-18'), verdictOn('2025-11-19')]).toEqual(['not-checkable', 'contradicted']);
  });

  it('of the law is asked only of days that have come', () => {
    const policyOn = (day: string) => readingOf(factsOnly(day), 'C1', 'policy').verdict;
    expect([policyOn('2025-07-13'), policyOn('2025-07-15'), policyOn('2025-07-16')]).toEqual([
      'not-checkable',
      'not-checkable',
      'supported',
    ]);
  });
});
