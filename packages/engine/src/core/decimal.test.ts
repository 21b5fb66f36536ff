import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, divide, exact, multiply, UNBOUNDED, ZERO } from './decimal.ts';

/** Decimals as a law writes them: up to six digits after the point. */
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
  .map(([n, places]) => Number(`${n}e-${places}`));

describe('exact decimals', () => {
  it('are the decimal that is printed, not the double behind it', () => {
    expect(compare(exact(0.1), divide(exact(1), exact(10)))).toBe(0);
    expect(compare(add(exact(0.1), exact(0.2)), exact(0.3))).toBe(0);
    expect(compare(multiply(exact(299.3), exact(8)), exact(2394.4))).toBe(0);
    expect(compare(exact(1e21), multiply(exact(1e10), exact(1e11)))).toBe(0);
    expect(compare(exact(1.5e-9), divide(exact(3), exact(2e9)))).toBe(0);
  });

  it('tell apart what doubles cannot: 1776 / 300 is 5.92, and a hair more area is less', () => {
    expect(compare(divide(exact(1776), exact(300)), exact(5.92))).toBe(0);
    expect(compare(divide(exact(1776), exact(300.0000000000001)), exact(5.92))).toBe(-1);
  });

  it('order a / b against c as a against b × c', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        fc.pre(b > 0);
        expect(compare(divide(exact(a), exact(b)), exact(c))).toBe(compare(exact(a), multiply(exact(b), exact(c))));
      }),
    );
  });

  it('add and multiply as fractions do', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const left = multiply(exact(a), add(exact(b), exact(c)));
        const right = add(multiply(exact(a), exact(b)), multiply(exact(a), exact(c)));
        expect(compare(left, right)).toBe(0);
      }),
    );
  });

  it('know no upper bound: it is above every number, and what is divided by it is nothing', () => {
    expect(compare(UNBOUNDED, exact(1e300))).toBe(1);
    expect(compare(divide(exact(5), UNBOUNDED), ZERO)).toBe(0);
    expect(divide(exact(5), ZERO)).toBe(UNBOUNDED);
    expect(add(exact(5), UNBOUNDED)).toBe(UNBOUNDED);
    expect(multiply(UNBOUNDED, exact(5))).toBe(UNBOUNDED);
  });
});
