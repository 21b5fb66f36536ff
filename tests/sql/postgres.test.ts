/** The view is the engine in a real PostgreSQL too, where one listens. */
import { sqlView } from '@floodgate/engine/rules';
import { afterAll, describe, expect, it } from 'vitest';
import { rulebook } from '../rules/law-of-the-land.ts';
import { inventedItems, inventedLaw } from './invented-law.ts';
import { items } from './law.ts';
import { answersOfPostgres, connect } from './postgres.ts';
import { answersOfEngine, differences, randomRows } from './rows.ts';

const client = await connect();
if (typeof client === 'string') console.warn(`skipped: ${client}`);

afterAll(async () => {
  if (typeof client !== 'string') await client.end();
});

describe.skipIf(typeof client === 'string')('the view in PostgreSQL', () => {
  const connection = client as Exclude<typeof client, string>;

  it('answers 100,000 random shipments as the engine does', async () => {
    const rows = randomRows(rulebook, items, 100_000, 5);
    const answers = await answersOfPostgres(connection, sqlView(rulebook, items, 'postgres'), rows);
    expect(differences(rows, answersOfEngine(rulebook, items, rows), answers)).toEqual([]);
  });

  it('answers under a law of every construct as the engine does', async () => {
    const rows = randomRows(inventedLaw, inventedItems, 10_000, 6);
    const answers = await answersOfPostgres(connection, sqlView(inventedLaw, inventedItems, 'postgres'), rows);
    expect(differences(rows, answersOfEngine(inventedLaw, inventedItems, rows), answers)).toEqual([]);
  });
});
