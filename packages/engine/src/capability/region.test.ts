import { describe, expect, it } from 'vitest';
import { lastAhead } from './region.ts';

describe('lastAhead', () => {
  it('is the last batch before the ratio falls below one', () => {
    expect(lastAhead((batch) => 40 / (batch + 3), 100)).toBe(37);
  });

  it('is zero when the chip starts behind', () => {
    expect(lastAhead(() => 0.5, 100)).toBe(0);
  });

  it('stops where memory ends', () => {
    expect(lastAhead(() => 1.2, 22)).toBe(22);
  });
});
