import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../world/dataset.ts';
import { combine, compareDraws, constantDraws, type Draws } from './draws.ts';
import type { Operator } from './expression.ts';
import { factDraws } from './fact-draws.ts';

const bounds = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }))
  .map(([low, width]) => ({ low, high: low + width }));
const inside = ({ low, high }: { low: number; high: number }) => fc.integer({ min: low, max: high });

function drawsOf({ low, high }: { low: number; high: number }): Draws {
  return constantDraws(1, low, high);
}

describe('bounds', () => {
  it('keep whatever they may be after arithmetic', () => {
    const operators: Operator[] = ['+', '-', '*', '/'];
    const cases = fc.tuple(bounds, bounds).chain(([a, b]) => fc.tuple(fc.constant([a, b]), inside(a), inside(b)));
    fc.assert(
      fc.property(cases, fc.constantFrom(...operators), ([[a, b], x, y], operator) => {
        fc.pre(operator !== '/' || b.low > 0 || b.high < 0);
        const { low, high } = combine(operator, drawsOf(a), drawsOf(b));
        const value = { '+': x + y, '-': x - y, '*': x * y, '/': x / y }[operator];
        expect(value).toBeGreaterThanOrEqual(low[0] - 1e-9);
        expect(value).toBeLessThanOrEqual(high[0] + 1e-9);
      }),
    );
  });

  it('say no more than every value inside them says', () => {
    const comparisons = ['>', '>=', '<', '<=', '=', '!='] as const;
    const cases = fc.tuple(bounds, bounds).chain(([a, b]) => fc.tuple(fc.constant([a, b]), inside(a), inside(b)));
    fc.assert(
      fc.property(cases, fc.constantFrom(...comparisons), ([[a, b], x, y], is) => {
        const [verdict] = compareDraws(drawsOf(a), is, drawsOf(b));
        const holds = { '>': x > y, '>=': x >= y, '<': x < y, '<=': x <= y, '=': x === y, '!=': x !== y }[is];
        if (verdict >= 0) expect(verdict === 1).toBe(holds);
      }),
    );
  });

  it('are settled at the threshold itself', () => {
    const at = (low: number, high: number, is: '<=' | '<' | '>=' | '>') =>
      compareDraws(constantDraws(1, low, high), is, constantDraws(1, 10))[0];
    expect([at(0, 10, '<='), at(0, 10, '<'), at(10, 12, '>='), at(10, 12, '>')]).toEqual([1, -1, 1, -1]);
  });

  it('can be anything where they divide nothing by nothing', () => {
    const { low, high } = combine('/', constantDraws(1, 0), constantDraws(1, 0));
    expect([low[0], high[0]]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('a fact over the draws', () => {
  const fact = (values: Partial<Fact>): Fact => ({
    ...{ id: 'f', topic: 't', subject: 's', quantity: 'q', unit: 'chips', published: '2025-01-01' },
    ...{ source: 's', kind: 'analyst', confidence: 'medium' },
    ...values,
  });
  const sorted = (values: Partial<Fact>) => factDraws(fact(values), 4096, 1).low.slice().sort();

  it('has its middle for a median and its ends for the 5th and 95th percentile, also where they are uneven', () => {
    for (const [low, mid, high] of [
      [10_000, 140_000, 500_000],
      [0.01, 0.06, 0.3],
    ]) {
      const values = sorted({ low, mid, high, unit: high < 1 ? 'fraction' : 'chips' });
      expect(values[2048] / mid).toBeCloseTo(1, 2);
      expect(values[205] / low).toBeCloseTo(1, 1);
      expect(values[3891] / high).toBeCloseTo(1, 1);
      expect(values.every((value) => value > 0 && (high > 1 || value < 1))).toBe(true);
    }
  });

  it('stays at the middle on a side without width', () => {
    const values = sorted({ low: 5, mid: 5, high: 6 });
    expect(values[100]).toBeCloseTo(5, 9);
    expect(values[4000]).toBeGreaterThan(5.5);
  });

  it('is a point with a middle alone, and a bound with one end alone', () => {
    expect(factDraws(fact({ mid: 7 }), 2, 1)).toEqual(constantDraws(2, 7));
    expect(factDraws(fact({ high: 7 }), 2, 1)).toEqual(constantDraws(2, 0, 7));
    expect(factDraws(fact({ low: 7 }), 2, 1)).toEqual(constantDraws(2, 7, Number.POSITIVE_INFINITY));
  });

  it('is the same for the same seed, and depends on nothing but its id', () => {
    const one = fact({ low: 1, high: 2 });
    expect(factDraws(one, 8, 3)).toEqual(factDraws({ ...one, topic: 'other' }, 8, 3));
    expect(factDraws(one, 8, 3)).not.toEqual(factDraws(one, 8, 4));
  });
});
