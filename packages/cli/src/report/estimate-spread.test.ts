import { parseEstimate } from '@floodgate/engine/core';
import { describe, expect, it } from 'vitest';
import { spreadOf } from './estimate-spread.ts';

describe('how an estimate is shown', () => {
  it('gives back the interval that was written', () => {
    const { p5, p95 } = spreadOf(parseEstimate('8 to 14', 'chips', 'test'));
    expect([p5, p95].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([8, 14]);
  });

  it('puts the percentiles of a mixture in order even where its parts overlap', () => {
    const { p5, p50, p95 } = spreadOf(parseEstimate('mixture(0.5: 100 to 900, 0.5: 10 to 90)', 'chips', 'test'));
    expect(p5).toBeLessThan(p50);
    expect(p50).toBeLessThan(p95);
    expect(p5).toBeLessThan(30);
    expect(p95).toBeGreaterThan(500);
  });
});
