import { describe, expect, it } from 'vitest';
import { createStream, uniform } from './random.ts';

describe('uniform', () => {
  it('puts 1024 draws from a multiple of 1024 one into each of 1024 equal bins', () => {
    const stream = createStream(7, 'price.h20');
    for (const from of [0, 1024, 1 << 24]) {
      const bins = new Set(Array.from({ length: 1024 }, (_, i) => Math.floor(uniform(stream, from + i) * 1024)));
      expect(bins.size).toBe(1024);
    }
  });

  it('depends on seed, name and draw and on nothing else', () => {
    const one = createStream(1, 'a');
    const forwards = Array.from({ length: 50 }, (_, i) => uniform(one, i));
    const backwards = Array.from({ length: 50 }, (_, i) => uniform(createStream(1, 'a'), 49 - i)).reverse();
    expect(backwards).toEqual(forwards);
    expect(uniform(createStream(2, 'a'), 3)).not.toBe(forwards[3]);
    expect(uniform(createStream(1, 'b'), 3)).not.toBe(forwards[3]);
  });

  it('keeps different names uncorrelated', () => {
    const draws = 8192;
    const names = ['capex', 'capex2', 'price.h20', 'price.h200', 'x'];
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        const [s, t] = [createStream(1, a), createStream(1, b)];
        let sum = 0;
        for (let d = 0; d < draws; d++) sum += 12 * (uniform(s, d) - 0.5) * (uniform(t, d) - 0.5);
        // Four standard errors of a correlation of independent draws.
        expect(Math.abs(sum / draws)).toBeLessThan(4 / Math.sqrt(draws));
      }
    }
  });

  it('gives known numbers, so that a change of generator cannot pass unseen', () => {
    const stream = createStream(1, 'capex');
    expect([0, 1, 2].map((draw) => uniform(stream, draw))).toMatchInlineSnapshot(`
      [
        0.22613796527547766,
        0.6178588230658214,
        0.2738224325512991,
      ]
    `);
  });
});
