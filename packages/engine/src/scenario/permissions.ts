/** Asks the rules, for every product and every stretch of days between changes of the law, what may flow to China. */
import { daysBetween, quarterStart } from '../core/day.ts';
import { changeDays, flowTerms } from '../rules/index.ts';
import type { Permissions } from '../supply/index.ts';
import type { Chip } from '../world/dataset.ts';
import type { Rulebook } from '../world/rule.ts';

/** `chips` in the order of the plan's products; undefined for those that are never sold to China. */
export function findPermissions(rules: Rulebook, chips: readonly (Chip | undefined)[], quarters: number): Permissions {
  const size = chips.length * quarters;
  const permissions: Permissions = {
    free: new Float64Array(size),
    licensed: new Float64Array(size),
    fee: new Float64Array(size),
    capped: new Float64Array(size),
  };
  const changes = changeDays(rules);
  for (let t = 0; t < quarters; t++) {
    const start = quarterStart(t);
    const end = quarterStart(t + 1);
    const days = [start, ...changes.filter((day) => day > start && day < end), end];
    chips.forEach((chip, p) => {
      if (chip) fillQuarter(rules, chip, days, permissions, p * quarters + t);
    });
  }
  return permissions;
}

/** Weighs the stretches of one quarter, `days` being its first day, the days of change in it and its end. */
function fillQuarter(rules: Rulebook, chip: Chip, days: string[], permissions: Permissions, i: number): void {
  const total = daysBetween(days[0], days[days.length - 1]);
  let feeDays = 0;
  for (let k = 0; k + 1 < days.length; k++) {
    const share = daysBetween(days[k], days[k + 1]) / total;
    const terms = flowTerms(rules, chip, { from: 'US', to: 'CN' }, days[k]);
    if (terms.flow === 'denied') continue;
    if (terms.flow === 'free') permissions.free[i] += share;
    // Where the law cannot be told, an exporter asks: it is treated as a licence that may or may not come.
    else permissions.licensed[i] += share;
    feeDays += share * terms.feeRate;
    if (terms.cap) permissions.capped[i] = 1;
  }
  const open = permissions.free[i] + permissions.licensed[i];
  permissions.fee[i] = open > 0 ? feeDays / open : 0;
}

/** The same flows on the same terms: then the two policies are one. */
export function samePermissions(a: Permissions, b: Permissions): boolean {
  return (['free', 'licensed', 'fee', 'capped'] as const).every((key) =>
    a[key].every((value, i) => value === b[key][i]),
  );
}
