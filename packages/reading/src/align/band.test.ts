import { describe, expect, it } from 'vitest';
import { anchorsOf, bandAround } from './band.ts';
import type { Features } from './features.ts';

const block = (...keys: number[]): Features => ({
  role: 'paragraph',
  han: 0,
  others: 50,
  keys: Int32Array.from(keys),
  figures: new Int32Array(),
});

describe('anchors', () => {
  it('are blocks with a key that one block of each language holds, in ascending order', () => {
    const en = [block(1, 9), block(2, 9), block(3), block(4)];
    const zh = [block(1), block(4, 9), block(2), block(5), block(3)];
    expect(anchorsOf(en, zh)).toEqual([
      [0, 0],
      [1, 2],
      [2, 4],
    ]);
  });

  it('are none where nothing is shared', () => {
    expect(anchorsOf([block(1)], [block(2)])).toEqual([]);
  });
});

describe('the band', () => {
  it('holds all of a small table', () => {
    const { low, high } = bandAround([], 5, 40);
    expect([...low]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...high]).toEqual([40, 40, 40, 40, 40, 40]);
  });

  it('follows the anchors of a large one, always leading on to the next row', () => {
    const rows = 20_000;
    const { low, high } = bandAround([[10_000, 3000]], rows, 30_000);
    expect([low[0], high[rows]]).toEqual([0, 30_000]);
    expect(low[10_000]).toBeLessThanOrEqual(3000);
    expect(high[10_000]).toBeGreaterThanOrEqual(3000);
    let cells = 0;
    for (let i = 0; i <= rows; i++) {
      if (i > 0) expect(high[i - 1]).toBeGreaterThanOrEqual(low[i]);
      cells += high[i] - low[i] + 1;
    }
    expect(cells).toBeLessThan(1_200_000);
  });
});
