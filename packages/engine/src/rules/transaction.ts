/** The other half of a question: from where, to whom, on which day. */
import type { Day } from '../core/day.ts';

export interface Transaction {
  /** ISO 3166 alpha-2. */
  from: string;
  to: string;
  on: Day;
  endUser?: EndUser;
}

/** Facts about the buyer, by attribute id: `headquarters` (country of the ultimate parent), `entityList`, `military`. */
export type EndUser = Record<string, string | boolean>;

/**
 * The buyer that is meant when nothing is said of one: at home in the destination, on no list, civil. The answer says
 * that it assumed this.
 */
export function assumedEndUser(to: string): EndUser {
  return { headquarters: to, entityList: false, ownedByListed: false, military: false, exportControlList: false };
}
