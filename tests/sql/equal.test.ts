/** The view is the engine: on random rows of every kind the databases give its answers, row by row. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulebook } from '../rules/law-of-the-land.ts';
import { answersOfDuckDb } from './duckdb.ts';
import { inventedItems, inventedLaw } from './invented-law.ts';
import { items } from './law.ts';
import { answersOfPostgres, connect } from './postgres.ts';
import { type Answer, answersOfEngine, differences, randomRows } from './rows.ts';

const SLOW = 60_000;
const COUNT = 100_000;
const rows = randomRows(rulebook, items, COUNT);
const client = await connect();
if (typeof client === 'string') console.warn(`skipped: ${client}`);

// Both databases answer while the engine does.
const fromDuckDb = answersOfDuckDb(rulebook, items, rows);
const fromPostgres = typeof client === 'string' ? undefined : answersOfPostgres(client, rulebook, items, rows);
// A failure is told by the test that waits for it.
fromDuckDb.catch(() => undefined);
fromPostgres?.catch(() => undefined);
let expected: Answer[];
beforeAll(() => {
  expected = answersOfEngine(rulebook, items, rows);
}, SLOW);

afterAll(async () => {
  if (typeof client !== 'string') await client.end();
});

describe('100,000 random shipments', () => {
  it('reach every kind of answer', () => {
    const kinds = (column: number) => new Set(expected.map((answer) => answer[column]));
    for (const one of ['3A090.a', '3A090.b', '3A090.c', 'none', 'unknown']) expect(kinds(0)).toContain(one);
    expect(kinds(1)).toEqual(new Set([true, false, null]));
    expect(kinds(2).size).toBe(6);
    expect(kinds(3).size).toBeGreaterThan(20);
    expect(kinds(4).size).toBeGreaterThan(4);
  });

  it(
    'get from DuckDB the answers of the engine',
    async () => {
      const answers = await fromDuckDb;
      expect(answers).toHaveLength(rows.length);
      expect(differences(rows, expected, answers)).toEqual([]);
    },
    SLOW,
  );
});

describe.skipIf(typeof client === 'string')('a PostgreSQL on this machine', () => {
  const connection = client as Exclude<typeof client, string>;

  it(
    'gives 100,000 random shipments the answers of the engine',
    async () => {
      const answers = (await fromPostgres)!;
      expect(answers).toHaveLength(rows.length);
      expect(differences(rows, expected, answers)).toEqual([]);
    },
    SLOW,
  );

  it('gives the answers of the engine under a law of every construct', async () => {
    const some = randomRows(inventedLaw, inventedItems, 3_000, 6);
    const answers = await answersOfPostgres(connection, inventedLaw, inventedItems, some);
    expect(differences(some, answersOfEngine(inventedLaw, inventedItems, some), answers)).toEqual([]);
  });
});
