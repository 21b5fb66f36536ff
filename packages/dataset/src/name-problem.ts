/** Names that a user's file uses and nobody knows. */
import { nearest } from '@floodgate/engine/core';
import type { Problem } from './problems.ts';
import type { Placed } from './read/place.ts';

/** A name that a file uses, and the names of its kind that exist. */
export interface Named {
  path: PropertyKey[];
  kind: string;
  id: string;
  known: readonly string[];
}

/** A misspelt name would name nothing, change nothing and say nothing. */
export function nameProblem({ path, kind, id, known }: Named, file: string, placed: Placed): Problem[] {
  if (known.includes(id)) return [];
  const near = nearest(id, known);
  return [{ file, ...placed.locate(path), message: `no ${kind} "${id}"${near === '' ? '' : ` (nearest: ${near})`}` }];
}
