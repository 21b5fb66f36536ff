/** The printed view on a PostgreSQL of this machine, in tables that go when the connection ends. */
import { type Item, sqlView } from '@floodgate/engine/rules';
import type { Rulebook } from '@floodgate/engine/world';
import pg from 'pg';
import { ANSWER_COLUMNS, type Answer, asEngineSays, COLUMNS, type Row, shipmentsTable } from './rows.ts';

const ADDRESS = { host: '127.0.0.1', port: 5432, database: 'test', connectionTimeoutMillis: 2000 };

/** A connection, or why there is none. */
export async function connect(): Promise<pg.Client | string> {
  let why = '';
  for (const user of ['postgres', 'root']) {
    const client = new pg.Client({ ...ADDRESS, user });
    try {
      await client.connect();
      return client;
    } catch (error) {
      why = error instanceof Error ? error.message || error.name : String(error);
    }
  }
  return `no PostgreSQL on ${ADDRESS.host}:${ADDRESS.port} (${why})`;
}

export async function answersOfPostgres(
  client: pg.Client,
  rulebook: Rulebook,
  items: readonly Item[],
  rows: readonly Row[],
): Promise<Answer[]> {
  await client.query('DROP TABLE IF EXISTS pg_temp.shipments CASCADE');
  await client.query(`CREATE TEMPORARY TABLE ${shipmentsTable(rulebook)}`);
  const cells = COLUMNS.map(({ key }) => rows.map((row) => row[key]));
  const arrays = COLUMNS.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ');
  const names = COLUMNS.map(({ name }) => name).join(', ');
  await client.query(`INSERT INTO shipments (${names}) SELECT * FROM unnest(${arrays})`, cells);
  await client.query(sqlView(rulebook, items, 'postgres'));
  const { rows: answers } = await client.query<unknown[]>({
    text: `SELECT ${ANSWER_COLUMNS} FROM shipments_determined ORDER BY id`,
    rowMode: 'array',
  });
  return answers.map(asEngineSays);
}
