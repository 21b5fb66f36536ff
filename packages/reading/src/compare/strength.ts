/** Whether two bounds say the same: loose wording ("about" for nothing, "at least" for "more than") does, a turn does not. */
import type { Comparator, Quantity } from '../quantities/quantity.ts';

type Strength = 'up' | 'down' | 'near' | 'capped' | 'plain';

const strengthOf: Record<Comparator, Strength> = {
  'more-than': 'up',
  'at-least': 'up',
  'less-than': 'down',
  'at-most': 'capped',
  nearly: 'near',
  about: 'plain',
  exactly: 'plain',
};

/**
 * "Nearly" may be rounded away or become 不到; "up to" and 高达 are often no more than emphasis. A bound from below and one from
 * above never agree, nor does either with none.
 */
const apart = new Set(
  ['up,down', 'up,near', 'up,capped', 'up,plain', 'down,plain'].flatMap((two) => [
    two,
    two.split(',').reverse().join(),
  ]),
);

export function sameStrength(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'date' || b.kind === 'date') return true;
  // A vague magnitude bounds itself: 上百万 (at least a million) is "millions".
  if (a.interval !== null || b.interval !== null) {
    const vague = [a, b].some((q) => q.interval !== null && q.value === null);
    if (vague && [a, b].every((q) => strengthOf[q.comparator] === 'up' || strengthOf[q.comparator] === 'plain'))
      return true;
  }
  return !apart.has(`${strengthOf[a.comparator]},${strengthOf[b.comparator]}`);
}
