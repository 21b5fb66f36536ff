/** Statements in words of their own are recognised, in both languages and in either alone; near misses are not. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linkClaims, readQuantities, recognisersOf } from '@floodgate/reading';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dataset } from '../dataset.ts';

interface Statement {
  claims: string[];
  en: string;
  zh: string;
}

const statements: Statement[] = parse(readFileSync(fileURLToPath(new URL('statements.yaml', import.meta.url)), 'utf8'));
const recognisers = recognisersOf(dataset.claims);
const terms = dataset.glossary.map(({ id, en, zh, also }) => ({ id, en: [en, ...also.en], zh: [zh, ...also.zh] }));

function found(en: string | null, zh: string | null): Set<string> {
  const context = { published: null, terms };
  const quantities = [
    ...(en === null ? [] : readQuantities(en, 'en', context)),
    ...(zh === null ? [] : readQuantities(zh, 'zh', context)),
  ];
  return new Set(linkClaims({ en, zh, quantities }, recognisers, terms).map(({ claim }) => claim));
}

function score(pick: (statement: Statement) => [string | null, string | null]) {
  const results = statements.map((statement) => ({ stated: statement.claims, links: found(...pick(statement)) }));
  const right = results.flatMap(({ stated, links }) => stated.filter((claim) => links.has(claim))).length;
  const linked = results.reduce((sum, { links }) => sum + links.size, 0);
  const stated = results.reduce((sum, one) => sum + one.stated.length, 0);
  return { precision: right / linked, recall: right / stated };
}

describe('the recognition of claims', () => {
  it('has at least two statements of each claim to try', () => {
    for (const { id } of dataset.claims) {
      expect(statements.filter(({ claims }) => claims.includes(id)).length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([
    ['both languages', ({ en, zh }: Statement) => [en, zh], 0.95],
    ['English alone', ({ en }: Statement) => [en, null], 0.9],
    ['Chinese alone', ({ zh }: Statement) => [null, zh], 0.9],
  ] as [
    string,
    (statement: Statement) => [string | null, string | null],
    number,
  ][])('finds what is stated in %s, and nothing else', (_, pick, least) => {
    const { precision, recall } = score(pick);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(least);
  });
});
