import { describe, expect, it } from 'vitest';
import { ClaimError } from './claim-error.ts';
import { parseClaimTest, referencesOf } from './claim-test.ts';
import { parseExpression } from './expression.ts';

const says = { en: 'x', zh: 'x' };

describe('a side of a comparison', () => {
  it('multiplies before it adds, and from the left', () => {
    expect(parseExpression('1 + 2 * 3 - 4')).toMatchObject({
      operator: '-',
      left: { operator: '+', right: { operator: '*' } },
      right: { value: 4 },
    });
    expect(parseExpression('(1 + 2) * 3')).toMatchObject({ operator: '*', left: { operator: '+' } });
  });

  it('takes hyphens in ids for part of them', () => {
    expect(parseExpression('fact(a-b-2025) - fact(c)')).toMatchObject({
      operator: '-',
      left: { kind: 'lookup', name: 'fact', arguments: ['a-b-2025'] },
    });
  });

  it('reads days, names and numbers in powers of ten', () => {
    expect(parseExpression('2025-07-14')).toEqual({ kind: 'day', day: '2025-07-14' });
    expect(parseExpression('presumption-of-denial')).toEqual({ kind: 'name', name: 'presumption-of-denial' });
    expect(parseExpression('2e5')).toEqual({ kind: 'number', value: 200_000 });
  });

  it.each([
    '',
    '1 +',
    '(1',
    '1 2',
    'fact(a',
    'fact(a))',
    '1; 2',
    'process.exit(1)',
    '`1`',
    'a => b',
  ])('refuses "%s"', (text) => {
    expect(() => parseExpression(text)).toThrow(ClaimError);
  });

  it('says which look-up was probably meant, and what one takes', () => {
    expect(() => parseExpression('facts(a)')).toThrow(/nearest: fact/);
    expect(() => parseExpression('outcome(share.us.training)')).toThrow(/takes \(outcome, year\)/);
    expect(() => parseExpression('constructor(a)')).toThrow(/no look-up/);
  });

  it('is bounded in length', () => {
    expect(() => parseExpression('1 + '.repeat(200))).toThrow(/500 characters/);
  });
});

describe('a test', () => {
  it('needs exactly one comparison', () => {
    for (const test of ['1', '1 < 2 < 3', '< 2', '1 == 2']) {
      expect(() => parseClaimTest({ test, says })).toThrow(ClaimError);
    }
  });

  it('names all that it asks for by id', () => {
    const tree = parseClaimTest({
      all: [{ test: 'fact(a) / fact(b) >= 1', says }, { not: { test: 'chip(h20, tpp) < 3', says } }],
    });
    expect(referencesOf(tree).map(({ parameter, id }) => `${parameter} ${id}`)).toEqual([
      'fact a',
      'fact b',
      'chip h20',
      'figure tpp',
    ]);
  });

  it('is bounded in depth', () => {
    let condition: Parameters<typeof parseClaimTest>[0] = { test: '1 < 2', says };
    for (let i = 0; i < 30; i++) condition = { not: condition };
    expect(() => parseClaimTest(condition)).toThrow(/24 levels/);
  });
});
