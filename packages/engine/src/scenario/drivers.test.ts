import { describe, expect, it } from 'vitest';
import { createStream, uniform } from '../core/random.ts';
import { totalEffect } from './drivers.ts';

/** f = a x + b y with x, y uniform: the total effect of x is a² / (a² + b²). */
function effects(a: number, b: number, draws = 4096): { x: number; y: number } {
  const streams = ['x', 'y', 'x again', 'y again'].map((name) => createStream(1, name));
  const f = (sx: number, sy: number) =>
    Float64Array.from({ length: draws }, (_, i) => a * uniform(streams[sx], i) + b * uniform(streams[sy], i));
  return { x: totalEffect(f(0, 1), f(2, 1)), y: totalEffect(f(0, 1), f(0, 3)) };
}

describe('totalEffect', () => {
  it('gives the known indices of a sum', () => {
    const { x, y } = effects(3, 1);
    expect(x).toBeCloseTo(0.9, 1);
    expect(y).toBeCloseTo(0.1, 1);
  });

  it('is zero for an input that does nothing, and for an outcome that does not vary', () => {
    expect(effects(1, 0).y).toBe(0);
    expect(totalEffect(new Float64Array(9), new Float64Array(9))).toBe(0);
  });

  it('stays below two for any numbers', () => {
    expect(totalEffect(Float64Array.of(0, 0, 0, 0), Float64Array.of(1e9, 0, 0, 0))).toBeLessThanOrEqual(2);
  });
});
