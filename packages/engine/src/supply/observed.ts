/** Periods for which somebody counted shipments, as quarters; a period that is not over on the day is left out. */
import { type Day, type Quarter, quarterOf } from '../core/day.ts';
import type { World } from '../world/world.ts';

export interface ObservedPeriod {
  chip: string;
  /** `2024` or `2024Q3`. */
  name: string;
  units: string;
  known: Day;
  from: Quarter;
  until: Quarter;
}

/** In the order in which they are laid down: a newer count over an older, and of one day a quarter's over its year's. */
export function observedPeriods(world: World): ObservedPeriod[] {
  const unseen = quarterOf(world.asOf);
  return world.shipments
    .map(({ chip, period, units, known }) => ({ chip, name: period, units, known, ...quartersOf(period) }))
    .filter((period) => period.until < unseen)
    .sort((a, b) => compareDays(a.known, b.known) || b.until - b.from - (a.until - a.from));
}

function quartersOf(period: string): { from: Quarter; until: Quarter } {
  const first = (Number(period.slice(0, 4)) - 2022) * 4;
  const quarter = period.length > 4 ? Number(period.slice(5)) - 1 : undefined;
  return quarter === undefined ? { from: first, until: first + 3 } : { from: first + quarter, until: first + quarter };
}

/** Days compare as strings; `localeCompare` would ask the machine's language. */
function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
