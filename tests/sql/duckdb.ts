/** The printed view on an empty DuckDB in memory. */
import { BOOLEAN, DATE, DuckDBDataChunk, DuckDBDateValue, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import { type Item, sqlView } from '@floodgate/engine/rules';
import type { Rulebook } from '@floodgate/engine/world';
import { ANSWER_COLUMNS, type Answer, asEngineSays, COLUMNS, emptyColumns, type Row, shipmentsTable } from './rows.ts';

const MS_PER_DAY = 86_400_000;
/** Rows that DuckDB takes at once. */
const CHUNK = 2048;

export async function answersOfDuckDb(
  rulebook: Rulebook,
  items: readonly Item[],
  rows: readonly Row[],
): Promise<Answer[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE ${shipmentsTable(rulebook)}`);
    const appender = await connection.createAppender('shipments');
    const types = [
      INTEGER,
      VARCHAR,
      VARCHAR,
      VARCHAR,
      DATE,
      VARCHAR,
      BOOLEAN,
      BOOLEAN,
      ...emptyColumns(rulebook).map(() => VARCHAR),
    ];
    for (let first = 0; first < rows.length; first += CHUNK) {
      const chunk = DuckDBDataChunk.create(types);
      const some = rows.slice(first, first + CHUNK);
      const filled = COLUMNS.map(({ key }) => some.map((row) => (key === 'on' ? dateOf(row.on) : row[key])));
      chunk.setColumns([...filled, ...emptyColumns(rulebook).map(() => some.map(() => null))]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    await connection.run(sqlView(rulebook, items, 'duckdb'));
    const reader = await connection.runAndReadAll(`SELECT ${ANSWER_COLUMNS} FROM shipments_determined ORDER BY id`);
    return reader.getRows().map(asEngineSays);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function dateOf(day: string): DuckDBDateValue {
  return new DuckDBDateValue(Date.parse(day) / MS_PER_DAY);
}
