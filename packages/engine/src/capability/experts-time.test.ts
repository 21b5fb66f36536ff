import { describe, expect, it } from 'vitest';
import { touchedShare } from './experts-time.ts';

describe('touchedShare', () => {
  it('is the share of experts that a token visits, for one token and uniform routing', () => {
    expect(touchedShare(256, 8, 1, 1)).toBeCloseTo(8 / 256, 12);
  });

  it('gives 222.5 of 256 experts for 64 tokens under uniform routing', () => {
    expect(256 * touchedShare(256, 8, 64, 1)).toBeCloseTo(222.5, 0);
  });

  it('comes near the 168.6 and 205 of 256 experts measured for 64 and 128 tokens', () => {
    expect(Math.abs((256 * touchedShare(256, 8, 64, 0.55)) / 168.6 - 1)).toBeLessThan(0.03);
    expect(Math.abs((256 * touchedShare(256, 8, 128, 0.55)) / 205 - 1)).toBeLessThan(0.12);
  });

  it('is all of them when a token visits all', () => {
    expect(touchedShare(8, 8, 1, 0.5)).toBe(1);
  });
});
