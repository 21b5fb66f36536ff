/** Outcomes and all draws as Parquet, written with an embedded DuckDB. */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import type { EvaluationRun } from '@floodgate/engine/scenario';
import { outcomesOf } from './change.ts';
import { OUTCOME_COLUMNS, outcomeRows } from './csv.ts';

/** Rows that DuckDB takes at once. */
const CHUNK_ROWS = 2048;
const PARQUET = '(FORMAT parquet, COMPRESSION zstd)';
const NUMERIC = ['p5', 'p50', 'p95', 'mean', 'probability_higher'];

/** Writes the table of `outcomes.csv` to `outcomesPath`, and draw, policy, outcome, period, value to `drawsPath`. */
export async function writeParquet(run: EvaluationRun, outcomesPath: string, drawsPath: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await writeOutcomes(connection, run, outcomesPath);
    await writeDraws(connection, run, drawsPath);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function writeOutcomes(connection: DuckDBConnection, run: EvaluationRun, path: string): Promise<void> {
  const type = (name: string) => (NUMERIC.includes(name) ? 'DOUBLE' : name === 'period' ? 'SMALLINT' : 'VARCHAR');
  await connection.run(`CREATE TABLE outcomes (${OUTCOME_COLUMNS.map((name) => `${name} ${type(name)}`).join(', ')})`);
  const appender = await connection.createAppender('outcomes');
  for (const row of outcomeRows(run.evaluation)) {
    row.forEach((value, i) => {
      if (value === null) appender.appendNull();
      else if (type(OUTCOME_COLUMNS[i]) === 'DOUBLE') appender.appendDouble(value as number);
      else if (type(OUTCOME_COLUMNS[i]) === 'SMALLINT') appender.appendSmallInt(value as number);
      else appender.appendVarchar(value as string);
    });
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`COPY outcomes TO ${literal(path)} ${PARQUET}`);
}

/** Only values are handed over; a value's row number says which draw, policy, outcome and year it is. */
async function writeDraws(connection: DuckDBConnection, run: EvaluationRun, path: string): Promise<void> {
  await connection.run('CREATE TABLE results (value DOUBLE)');
  await appendValues(connection, run.results);
  const outcomes = outcomesOf(run);
  const { firstYear, lastYear } = run.plan;
  const years = lastYear - firstYear + 1;
  const size = outcomes.length * years;
  await connection.run(
    `COPY (SELECT (rowid // ${2 * size})::INTEGER AS draw,
                  CASE WHEN rowid // ${size} % 2 = 0 THEN 'without' ELSE 'with' END AS policy,
                  ([${outcomes.map(({ id }) => literal(id)).join(', ')}])[1 + rowid // ${years} % ${outcomes.length}] AS outcome,
                  (${firstYear} + rowid % ${years})::SMALLINT AS period,
                  value
           FROM results ORDER BY rowid) TO ${literal(path)} ${PARQUET}`,
  );
}

async function appendValues(connection: DuckDBConnection, values: Float64Array): Promise<void> {
  const appender = await connection.createAppender('results');
  for (let from = 0; from < values.length; from += CHUNK_ROWS) {
    const rows = Math.min(CHUNK_ROWS, values.length - from);
    const chunk = DuckDBDataChunk.create([DOUBLE], rows);
    const column = chunk.getColumnVector(0);
    for (let i = 0; i < rows; i++) column.setItem(i, values[from + i]);
    column.flush();
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
