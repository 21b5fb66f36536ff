/** The printed view on an empty DuckDB in memory. */
import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';
import { type Item, sqlView } from '@floodgate/engine/rules';
import type { Rulebook } from '@floodgate/engine/world';
import { ANSWER_COLUMNS, type Answer, asEngineSays, emptyColumns, type Row, shipmentsTable } from './rows.ts';

const MS_PER_DAY = 86_400_000;

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
    const text = (value: string | null) => (value === null ? appender.appendNull() : appender.appendVarchar(value));
    const yesNo = (value: boolean | null) => (value === null ? appender.appendNull() : appender.appendBoolean(value));
    const empty = emptyColumns(rulebook).length;
    for (const row of rows) {
      appender.appendInteger(row.id);
      for (const value of [row.item, row.from, row.to]) text(value);
      appender.appendDate(new DuckDBDateValue(Date.parse(row.on) / MS_PER_DAY));
      text(row.headquarters);
      yesNo(row.entityList);
      yesNo(row.military);
      for (let i = 0; i < empty; i++) appender.appendNull();
      appender.endRow();
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
