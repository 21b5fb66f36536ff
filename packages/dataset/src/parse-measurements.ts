/** Reads measured or hypothetical cases that a user wrote, by the same columns as `data/measurements`. */
import type { Measurement } from '@floodgate/engine/world';
import { DatasetError } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readCsv } from './read/csv.ts';
import { measurementColumns, measurementSchema } from './schemas/measurement.ts';

export interface ParsedMeasurements {
  /** Every cell of every row, other columns too, so that they can be handed back. */
  rows: Record<string, string>[];
  cases: Measurement[];
  /** Columns that no one reads: a misspelt name must not pass unseen. */
  unread: string[];
}

/** Without these a row says nothing that could be predicted. */
const NEEDED = ['chip', 'model', 'metric'];

/** Throws DatasetError with file, line and column of every cell that cannot be read. */
export function parseMeasurements(text: string, file: string): ParsedMeasurements {
  const known = new Set<string>(measurementColumns);
  const placed = readCsv(text, file);
  const rows = placed.map((row) => row.value as Record<string, string>);
  const results = rows.map((row) =>
    measurementSchema.safeParse(Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column)))),
  );
  const problems = results.flatMap((result, i) =>
    result.success ? [] : result.error.issues.map((issue) => issueProblem(issue, file, placed[i])),
  );
  const missing = NEEDED.filter((column) => !rows.some((row) => column in row));
  if (placed.length > 0 && missing.length > 0) {
    problems.push({
      file,
      line: 1,
      column: 1,
      message: `no row has ${missing.join(', ')}; the columns are ${measurementColumns.join(', ')}`,
    });
  }
  if (placed.length === 0) problems.push({ file, line: 1, column: 1, message: 'no rows below the column names' });
  if (problems.length > 0) throw new DatasetError(problems);
  return {
    rows,
    cases: results.flatMap((result) => (result.success ? [result.data] : [])),
    unread: [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !known.has(column)),
  };
}
