/** The printed view on an empty DuckDB in memory. */
import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';
import { ANSWER_COLUMNS, type Answer, asEngineSays, type Row, SHIPMENTS } from './rows.ts';

const MS_PER_DAY = 86_400_000;

export async function answersOfDuckDb(script: string, rows: readonly Row[]): Promise<Answer[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE ${SHIPMENTS}`);
    const appender = await connection.createAppender('shipments');
    const text = (value: string | null) => (value === null ? appender.appendNull() : appender.appendVarchar(value));
    const yesNo = (value: boolean | null) => (value === null ? appender.appendNull() : appender.appendBoolean(value));
    for (const row of rows) {
      appender.appendInteger(row.id);
      for (const value of [row.item, row.from, row.to]) text(value);
      appender.appendDate(new DuckDBDateValue(Date.parse(row.on) / MS_PER_DAY));
      text(row.headquarters);
      yesNo(row.entityList);
      yesNo(row.military);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(script);
    const reader = await connection.runAndReadAll(`SELECT ${ANSWER_COLUMNS} FROM shipments_determined ORDER BY id`);
    return reader.getRows().map(asEngineSays);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
