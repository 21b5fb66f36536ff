/** The other half of a question: from where, to whom, on which day. */
import type { Day } from '../core/day.ts';

export interface Transaction {
  /** ISO 3166 alpha-2. */
  from: string;
  to: string;
  on: Day;
  endUser?: EndUser;
}

/** Facts about the parties, by attribute id: `headquarters` (country of the ultimate parent), `entityList`, `military`. */
export type EndUser = Record<string, string | boolean>;
