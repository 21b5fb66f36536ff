import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, divide, exact, UNBOUNDED } from '../../core/decimal.ts';
import { quantityText, thresholdText } from './decimal-text.ts';

describe('numbers as decimals', () => {
  it('prints what ends as it is', () => {
    expect(quantityText(exact(4992))).toBe('4992');
    expect(quantityText(exact(1821.6))).toBe('1821.6');
    expect(thresholdText(exact(5.92))).toBe('5.92');
    expect(quantityText(exact(0))).toBe('0');
  });

  it('marks what does not end with a last digit that no threshold has', () => {
    expect(quantityText(divide(exact(1), exact(3)))).toBe('0.333333333335');
    expect(quantityText(divide(exact(4800), exact(1499.9999999999)))).toBe('3.200000000005');
    expect(quantityText(divide(exact(4800), exact(1500.0000000001)))).toBe('3.199999999995');
  });

  it('has nothing to print without a bound', () => {
    expect(quantityText(UNBOUNDED)).toBeUndefined();
  });

  it('refuses a threshold that it could not keep, and a number without measure', () => {
    expect(() => thresholdText(exact(1e-12))).toThrow('not-in-sql');
    expect(() => thresholdText(divide(exact(1), exact(3)))).toThrow('not-in-sql');
    expect(() => quantityText(exact(1e30))).toThrow('not-in-sql');
  });

  it('keeps every quantity on its side of every threshold', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 500_000 }).map((n) => n / 100),
    );
    const area = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(1500, 1499.9999999999, 1500.0000000001));
    fc.assert(
      fc.property(figure, area, fc.constantFrom(1.6, 3.2, 5.92, 0, 1), (tpp, mm2, threshold) => {
        const quantity = divide(exact(tpp), exact(mm2));
        const kept = exact(Number(quantityText(quantity)));
        expect(compare(kept, exact(Number(thresholdText(exact(threshold)))))).toBe(compare(quantity, exact(threshold)));
      }),
      { numRuns: 500 },
    );
  });
});
