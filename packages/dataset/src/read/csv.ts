/** Reads CSV with positions: the first row names the columns, an empty cell is an absent value. */
import { CsvError, parse } from 'csv-parse/sync';
import { DatasetError } from '../problems.ts';
import type { Placed } from './place.ts';

/** One Placed per row; values are strings by column name. Throws DatasetError. */
export function readCsv(text: string, file: string): Placed[] {
  try {
    const rows = parse(text, {
      columns: true,
      info: true,
      bom: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    }) as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    return rows.map(({ record, info }) => ({
      value: Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')),
      // The column is the cell's place in the row, from 1: what a spreadsheet shows.
      locate: (path) => ({ line: info.lines, column: Math.max(Object.keys(record).indexOf(String(path[0])) + 1, 1) }),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = error as unknown as { lines?: number; column?: number };
    throw new DatasetError([
      {
        file,
        line: place.lines ?? 1,
        column: typeof place.column === 'number' ? place.column + 1 : 1,
        message: error.message,
      },
    ]);
  }
}
