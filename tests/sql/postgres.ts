/** The printed view on a PostgreSQL of this machine, in tables that go when the connection ends. */
import pg from 'pg';
import { ANSWER_COLUMNS, type Answer, asEngineSays, type Row, SHIPMENTS } from './rows.ts';

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

/** The types of the columns of `SHIPMENTS`, in its order. */
const TYPES = ['int', 'text', 'text', 'text', 'date', 'text', 'boolean', 'boolean'];

export async function answersOfPostgres(client: pg.Client, script: string, rows: readonly Row[]): Promise<Answer[]> {
  await client.query('DROP TABLE IF EXISTS pg_temp.shipments CASCADE');
  await client.query(`CREATE TEMPORARY TABLE ${SHIPMENTS}`);
  const columns = (['id', 'item', 'from', 'to', 'on', 'headquarters', 'entityList', 'military'] as const).map((key) =>
    rows.map((row) => row[key]),
  );
  const arrays = TYPES.map((type, i) => `$${i + 1}::${type}[]`).join(', ');
  await client.query(`INSERT INTO shipments SELECT * FROM unnest(${arrays})`, columns);
  await client.query(script);
  const { rows: answers } = await client.query<unknown[]>({
    text: `SELECT ${ANSWER_COLUMNS} FROM shipments_determined ORDER BY id`,
    rowMode: 'array',
  });
  return answers.map(asEngineSays);
}
