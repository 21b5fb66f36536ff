/** When versions, values and memberships start and end, and the days on which anything changes. */
import { addDays, type Day } from '../core/day.ts';
import type { Instrument, Provision, ProvisionVersion, Rulebook } from '../world/rule.ts';
import { nodesOf, type Tree } from './tree.ts';

type Dated = { instrument: string; effective?: Day };
export type Instruments = ReadonlyMap<string, Instrument>;

/** Before any law that the data cover. */
export const BEGINNING: Day = '1900-01-01';

export function startOf(dated: Dated, instruments: Instruments): Day {
  return dated.effective ?? instruments.get(dated.instrument)?.effective ?? BEGINNING;
}

/** First day on which a version binds no more; undefined when it has no end of its own. */
export function endOf(version: ProvisionVersion, instruments: Instruments): Day | undefined {
  return version.until ?? instruments.get(version.instrument)?.ends?.on;
}

/** Of several states of one thing the last to have started by a day; of two that start together, the later in the list. */
export function lastStarted<T extends Dated>(states: readonly T[], day: Day, instruments: Instruments): T | undefined {
  let last: T | undefined;
  for (const state of states) {
    const start = startOf(state, instruments);
    if (start <= day && (last === undefined || start >= startOf(last, instruments))) last = state;
  }
  return last;
}

/** The last version to have started, unless it has ended: an ended law does not revive the one before it. */
export function versionOn(provision: Provision, day: Day, instruments: Instruments): ProvisionVersion | undefined {
  const last = lastStarted(provision.versions, day, instruments);
  const end = last && endOf(last, instruments);
  return end !== undefined && end <= day ? undefined : last;
}

/** Days on which a version, a value, a membership or a test of the day itself may change an answer; sorted. */
export function daysOfChange(rulebook: Rulebook, instruments: Instruments, trees: Iterable<Tree>): Day[] {
  const days = new Set<Day>();
  const add = (day: Day | undefined) => day !== undefined && day !== BEGINNING && days.add(day);
  for (const version of rulebook.provisions.flatMap((provision) => provision.versions)) {
    add(startOf(version, instruments));
    add(endOf(version, instruments));
  }
  for (const value of rulebook.parameters.flatMap((parameter) => parameter.values)) add(startOf(value, instruments));
  for (const change of rulebook.groups.flatMap((group) => group.changes)) add(change.effective);
  for (const tree of trees) {
    for (const node of nodesOf(tree)) {
      if (node.op !== 'day' || node.attribute !== 'on') continue;
      add(node.than);
      add(addDays(node.than, 1));
    }
  }
  return [...days].sort();
}

/** The first day of the stretch without changes that holds `day`. */
export function eraOf(days: readonly Day[], day: Day): Day {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? BEGINNING : days[low - 1];
}
