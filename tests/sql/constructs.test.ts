/** Every construct of the rule language, also those that the law of the day happens not to use. */
import { RuleError, sqlView } from '@floodgate/engine/rules';
import { describe, expect, it } from 'vitest';
import { answersOfDuckDb } from './duckdb.ts';
import { inventedItems, inventedLaw, testOf } from './invented-law.ts';
import { answersOfEngine, differences, randomRows } from './rows.ts';

describe('a law of every construct as a view', () => {
  it('answers 5,000 random shipments as the engine does, contradictions included', async () => {
    const rows = randomRows(inventedLaw, inventedItems, 5_000, 6);
    const expected = answersOfEngine(inventedLaw, inventedItems, rows);
    const answers = await answersOfDuckDb(inventedLaw, inventedItems, rows);
    expect(differences(rows, expected, answers)).toEqual([]);
    expect(new Set(expected.map(([, , , , , problem]) => problem))).toEqual(
      new Set([null, 'unknown item', 'conflict']),
    );
    const acts = new Set(expected.flatMap(([, , , by]) => (by ?? '').split(',')));
    const silent = inventedLaw.instruments.filter(({ id }) => !acts.has(id)).map(({ id }) => testOf(id));
    // What never is, and what nobody can tell, shows by its absence; a test of HK alone is one of China, so it never is.
    expect(silent).toEqual([
      'yes: "to in HK"',
      'yes: "open act.question"',
      'no: "open act.question"',
      'no: "always"',
      'yes: "never"',
      'yes: "meets uncertain"',
      'no: "meets uncertain"',
      'no: {"all":[]}',
      'yes: {"any":[]}',
    ]);
  });

  it('shows a threshold that is off by a thousandth', async () => {
    const [limit] = inventedLaw.parameters;
    const values = limit.values.map((one) => ({ ...one, value: one.value + 0.001 }));
    const off = { ...inventedLaw, parameters: [{ ...limit, values }] };
    const rows = randomRows(inventedLaw, inventedItems, 500, 6);
    const answers = await answersOfDuckDb(off, inventedItems, rows);
    expect(differences(rows, answersOfEngine(inventedLaw, inventedItems, rows), answers)).not.toEqual([]);
  });

  it('refuses a threshold finer than quantities are kept', () => {
    const finer = { ...inventedLaw, parameters: [{ ...inventedLaw.parameters[0] }] };
    finer.parameters[0].values = [{ value: 1e-12, instrument: 'act', pinpoint: '1' }];
    expect(() => sqlView(finer, inventedItems, 'duckdb')).toThrow(RuleError);
    expect(() => sqlView(finer, inventedItems, 'duckdb')).toThrow('not-in-sql');
  });
});
