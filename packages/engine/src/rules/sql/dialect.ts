/** What differs between the databases that the law is written for. Everything else is one text. */

export interface Dialect {
  id: string;
  /** Name of the database, for the head of the script. */
  title: string;
  /** Statements that must come first for a database to take a script this long. */
  settings: readonly string[];
  /** A name in quotes, whatever it holds. */
  name(id: string): string;
  /** A string literal, whatever it holds. */
  text(value: string): string;
  /** A day, from YYYY-MM-DD. */
  day(value: string): string;
  /** An exact decimal number. */
  decimal(value: string): string;
  /** Names of the types of columns that may be empty. */
  types: Record<ColumnType, string>;
  /** A table of string literals with named columns, to stand after FROM. */
  rows(alias: string, columns: readonly string[], rows: readonly (readonly string[])[]): string;
  /** What ends a query that must not be merged into the one that reads it; empty where none is. */
  fence: string;
  /** The whole row of `shipments AS s`, to carry along. */
  carry: string;
  /** The carried row as its columns again; `working` are the columns that were added on the way. */
  carried(working: readonly string[]): string;
}

export type ColumnType = 'text' | 'day' | 'decimal' | 'yes-no';

/** An absent value in a table of literals. */
export const NULL = 'NULL';
