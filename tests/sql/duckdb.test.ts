/** The view is the engine: on random rows of every kind the two give the same answer, row by row. */
import { sqlView } from '@floodgate/engine/rules';
import { describe, expect, it } from 'vitest';
import { rulebook } from '../rules/law-of-the-land.ts';
import { answersOfDuckDb } from './duckdb.ts';
import { items } from './law.ts';
import { answersOfEngine, differences, randomRows } from './rows.ts';

describe('the view in DuckDB', () => {
  it('answers 120,000 random shipments as the engine does', async () => {
    const rows = randomRows(rulebook, items, 120_000);
    const expected = answersOfEngine(rulebook, items, rows);
    const answers = await answersOfDuckDb(sqlView(rulebook, items, 'duckdb'), rows);
    expect(answers).toHaveLength(rows.length);
    expect(differences(rows, expected, answers)).toEqual([]);
    // The rows reach every kind of answer: agreement on nothing but "none" would prove nothing.
    const kinds = (column: number) => new Set(expected.map((answer) => answer[column]));
    expect([...kinds(0)].sort()).toEqual(['3A090.a', '3A090.b', '3A090.c', 'none', 'unknown']);
    expect(kinds(1)).toEqual(new Set([true, false, null]));
    expect(kinds(2).size).toBe(6);
    expect(kinds(3).size).toBeGreaterThan(20);
    expect(kinds(4).size).toBeGreaterThan(4);
  });
});
