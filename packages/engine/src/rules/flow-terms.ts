/** What may flow on a day, as a model of supply asks. */
import type { Day } from '../core/day.ts';
import type { Chip } from '../world/dataset.ts';
import type { Rulebook } from '../world/rule.ts';
import type { FlowTerms } from './flow.ts';
import { type Item, itemOf } from './item.ts';
import { prepare } from './prepare.ts';
import { ruleOn } from './ruling.ts';
import type { EndUser } from './transaction.ts';

const items = new WeakMap<Chip, Item>();

/** The terms on which a chip may go from one country to an ordinary civil buyer at home in another. */
export function flowTerms(
  rulebook: Rulebook,
  chip: Chip,
  route: { from: string; to: string; endUser?: EndUser },
  on: Day,
): Readonly<FlowTerms> {
  const item = items.get(chip) ?? itemOf(chip);
  items.set(chip, item);
  return ruleOn(rulebook, item, { ...route, on }).flow;
}

/** Days on which any answer may change, sorted. */
export function changeDays(rulebook: Rulebook): readonly Day[] {
  return prepare(rulebook).days;
}
