/** A value read from a file, with the line and column of each of its parts. */
export interface Placed {
  value: unknown;
  /** Line and column (from 1) of the part at `path`, or of its nearest parent that has one. */
  locate(path: readonly PropertyKey[]): { line: number; column: number };
}
