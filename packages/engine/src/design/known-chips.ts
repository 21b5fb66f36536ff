/** Which chips the rule catches and misses on every day on which one of them appeared. */
import type { Day } from '../core/index.ts';
import { type Item, itemOf } from '../rules/index.ts';
import type { Law } from '../rules/law.ts';
import type { Chip } from '../world/dataset.ts';
import { lawWith, type Proposal, verdictOn } from './proposal.ts';

/** Chips and rules are followed from this day on. */
export const FIRST_DAY: Day = '2022-01-01';

export interface Catch {
  on: Day;
  /** Chips whose figures became public on the day; on the first day, all those known before it. */
  appeared: string[];
  caught: string[];
  missed: string[];
  /** Chips of which it cannot be told, for want of a published figure. */
  unknown: string[];
  /** Of the caught, those that the proposed instrument itself asks about. */
  byRule: string[];
}

/** One catch for each day on which a chip appeared since 2022; chips of the destination's own designers are left out. */
export function catches(proposal: Proposal, chips: readonly Chip[]): Catch[] {
  const exported = chips.filter((chip) => chip.designerCountry !== proposal.to);
  const items = new Map(exported.map((chip) => [chip.id, itemOf(chip)]));
  return appearances(exported).map((on) => {
    const law = lawWith(proposal, on);
    const known = exported.filter((chip) => dayOf(chip) <= on);
    return {
      on,
      appeared: known.filter((chip) => dayOf(chip) === on).map(({ id }) => id),
      ...sort(proposal, law, known, items, on),
    };
  });
}

function appearances(chips: readonly Chip[]): Day[] {
  return [...new Set(chips.map(dayOf))].sort();
}

function dayOf({ published }: Chip): Day {
  return published < FIRST_DAY ? FIRST_DAY : published;
}

function sort(
  proposal: Proposal,
  law: Law,
  chips: readonly Chip[],
  items: ReadonlyMap<string, Item>,
  on: Day,
): Pick<Catch, 'caught' | 'missed' | 'unknown' | 'byRule'> {
  const sorted = { caught: [] as string[], missed: [] as string[], unknown: [] as string[], byRule: [] as string[] };
  for (const { id } of chips) {
    const { required, byRule } = verdictOn(proposal, law, items.get(id)!, on);
    sorted[required === null ? 'unknown' : required ? 'caught' : 'missed'].push(id);
    if (required && byRule) sorted.byRule.push(id);
  }
  return sorted;
}
