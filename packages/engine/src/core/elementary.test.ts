import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, normalQuantile, power } from './elementary.ts';

const close = (a: number, b: number, relative = 4e-16) => Math.abs(a - b) <= relative * Math.max(Math.abs(b), 1e-300);

describe('elementary functions', () => {
  it('exp agrees with the platform to the last bits over its whole range', () => {
    fc.assert(fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => close(exp(x), Math.exp(x))));
    expect([exp(0), exp(1000), exp(-1000)]).toEqual([1, Number.POSITIVE_INFINITY, 0]);
  });

  it('log agrees with the platform to the last bits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (x) => Math.abs(log(x) - Math.log(x)) <= 4e-16 * Math.max(1, Math.abs(Math.log(x))),
      ),
    );
    expect([log(1), log(0)]).toEqual([0, Number.NEGATIVE_INFINITY]);
    expect(log(-1)).toBeNaN();
  });

  it('power is exp of log', () => {
    expect(power(2, 10)).toBeCloseTo(1024, 9);
  });

  it('normalQuantile gives the tabulated percentage points', () => {
    // Abramowitz and Stegun, table 26.5, and the far tail.
    const table: [number, number][] = [
      [0.5, 0],
      [0.95, 1.6448536269514722],
      [0.975, 1.959963984540054],
      [0.999, 3.090232306167813],
      [1e-10, -6.361340902404056],
    ];
    for (const [p, z] of table) expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });
});
