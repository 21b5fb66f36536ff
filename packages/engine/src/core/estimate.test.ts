import { describe, expect, it } from 'vitest';
import { InputError } from './errors.ts';
import { parseEstimate, quantile, summary } from './estimate.ts';

const parse = (text: string, unit = 'chips') => parseEstimate(text, unit, 'here');
const codeOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return error instanceof InputError ? error.code : error;
  }
  return 'no error';
};

describe('parseEstimate', () => {
  it.each([
    ['8 to 14', 8, Math.sqrt(8 * 14), 14],
    ['-4 to 10', -4, 3, 10],
    ['normal(10, 2)', 10 - 2 * 1.6448536269514722, 10, 10 + 2 * 1.6448536269514722],
    ['5', 5, 5, 5],
    ['1,000 to 4,000 chips', 1000, 2000, 4000],
    ['triangular(0, 1, 2)', Math.sqrt(0.1), 1, 2 - Math.sqrt(0.1)],
  ])('reads %s with its 5th, 50th and 95th percentile', (text, p5, p50, p95) => {
    const found = summary(parse(text));
    expect(found.p5).toBeCloseTo(p5, 9);
    expect(found.p50).toBeCloseTo(p50, 9);
    expect(found.p95).toBeCloseTo(p95, 9);
  });

  it('keeps an interval of fractions inside 0 and 1', () => {
    const share = parse('0.4 to 0.9', 'fraction');
    expect(quantile(share, 0.05)).toBeCloseTo(0.4, 12);
    expect(quantile(share, 0.999999)).toBeLessThan(1);
  });

  it('reads beta: the median of beta(2, 5) is 0.26445 (table of the F distribution)', () => {
    expect(summary(parse('beta(2, 5)', 'fraction')).p50).toBeCloseTo(0.2644499, 6);
  });

  it('reads a mixture part by part', () => {
    const mixture = parse('mixture(0.25: 1 to 2, 0.75: 10)');
    expect(quantile(mixture, 0.2)).toBeLessThan(3);
    expect(quantile(mixture, 0.26)).toBe(10);
  });

  it.each([
    '',
    'many',
    '14 to 8',
    'beta(0, 1)',
    'normal(1)',
    'triangular(3, 2, 1)',
    'mixture(0.5: 1, 0.6: 2)',
    'exp(1, 2)',
  ])('refuses "%s"', (text) => expect(codeOf(() => parse(text))).toBe('bad-estimate'));

  it('refuses another unit', () => {
    expect(codeOf(() => parse('8 to 14 kg'))).toBe('wrong-unit');
    expect(codeOf(() => parse('beta(2, 5) chips', 'fraction'))).toBe('wrong-unit');
  });
});

describe('summary', () => {
  it('puts the percentiles of a mixture in order even where its parts overlap', () => {
    const { p5, p50, p95 } = summary(parse('mixture(0.5: 100 to 900, 0.5: 10 to 90)'));
    expect(p5).toBeLessThan(30);
    expect(p50).toBeGreaterThan(p5);
    expect(p95).toBeGreaterThan(500);
  });
});
