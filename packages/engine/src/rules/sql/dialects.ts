/** DuckDB, PostgreSQL, ClickHouse and Spark. */
import type { ColumnType, Dialect } from './dialect.ts';

/** Digits before and after the point that a number of the law or of an item may have. */
export const WHOLE_DIGITS = 20;
export const FRACTION_DIGITS = 12;
const DECIMAL = `DECIMAL(${WHOLE_DIGITS + FRACTION_DIGITS}, ${FRACTION_DIGITS})`;

const doubled = (text: string, quote: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
/** Where a backslash escapes, it is escaped too. */
const backslashed = (text: string, quote: string) =>
  `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;

function values(dialect: Pick<Dialect, 'name'>, alias: string, columns: readonly string[], rows: readonly string[]) {
  const lines = rows.map((row) => `    (${row})`).join(',\n');
  return `(VALUES\n${lines}\n  ) AS ${dialect.name(alias)} (${columns.map(dialect.name).join(', ')})`;
}

const STANDARD_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  day: 'DATE',
  decimal: DECIMAL,
  'yes-no': 'BOOLEAN',
};

const duckdb: Dialect = {
  id: 'duckdb',
  title: 'DuckDB',
  settings: [],
  name: (id) => doubled(id, '"'),
  text: (value) => doubled(value, "'"),
  day: (value) => `DATE '${value}'`,
  decimal: (value) => value,
  types: STANDARD_TYPES,
  rows: (alias, columns, rows) =>
    values(
      duckdb,
      alias,
      columns,
      rows.map((row) => row.join(', ')),
    ),
  fence: '',
  carry: 's AS fg_shipment',
  carried: () => 'fg_shipment.*',
};

const postgres: Dialect = {
  ...duckdb,
  id: 'postgres',
  title: 'PostgreSQL',
  types: { ...STANDARD_TYPES, text: 'TEXT', decimal: 'NUMERIC' },
  // Merged into its reader, a test that is used five times would be evaluated five times, and so on at each level.
  fence: '\n  OFFSET 0',
  carried: () => '(fg_shipment).*',
};

const spark: Dialect = {
  ...duckdb,
  id: 'spark',
  title: 'Apache Spark SQL',
  name: (id) => doubled(id, '`'),
  text: (value) => backslashed(value, "'"),
  decimal: (value) => `CAST('${value}' AS ${DECIMAL})`,
  types: { ...STANDARD_TYPES, text: 'STRING' },
  rows: (alias, columns, rows) =>
    values(
      spark,
      alias,
      columns,
      rows.map((row) => row.join(', ')),
    ),
  carry: 'struct(s.*) AS fg_shipment',
};

const clickhouse: Dialect = {
  id: 'clickhouse',
  title: 'ClickHouse',
  // Left to itself it reads 256 KiB of a query and 50,000 elements; the law of all years is more.
  settings: [
    'SET max_query_size = 16777216',
    'SET max_ast_elements = 1000000',
    'SET max_expanded_ast_elements = 10000000',
  ],
  name: (id) => backslashed(id, '`'),
  text: (value) => backslashed(value, "'"),
  day: (value) => `toDate('${value}')`,
  decimal: (value) => `toDecimal128('${value}', ${FRACTION_DIGITS})`,
  types: {
    text: 'Nullable(String)',
    day: 'Nullable(Date)',
    decimal: `Nullable(Decimal(38, ${FRACTION_DIGITS}))`,
    'yes-no': 'Nullable(Bool)',
  },
  rows: (alias, columns, rows) => {
    const structure = columns.map((column) => `${clickhouse.name(column)} Nullable(String)`).join(', ');
    const lines = rows.map((row) => `    (${row.join(', ')})`).join(',\n');
    return `values(${clickhouse.text(structure)},\n${lines}\n  ) AS ${clickhouse.name(alias)}`;
  },
  fence: '',
  carry: 's.*',
  carried: (working) => `* EXCEPT (${working.map(clickhouse.name).join(', ')})`,
};

export const DIALECTS: Readonly<Record<string, Dialect>> = { duckdb, postgres, clickhouse, spark };
