/** Destinations that no provision ever tells apart: one question asked of each class answers for every country. */
import type { Attribute, Rulebook } from '../world/rule.ts';
import type { Value } from './item.ts';
import { countriesOn, lawOn, type Rule, verdict } from './law.ts';
import type { Compiled, Facts } from './predicate.ts';
import { prepare } from './prepare.ts';

/** What is alike in all the questions, by attribute id: `from`, `kind`. */
export type Common = Readonly<Record<string, Value>>;

/**
 * Splits countries (ISO 3166 alpha-2) into classes such that on every day since the first change of law the members of a
 * class stand in the same groups and are named by the same tests of provisions that can apply to such questions. The
 * first member is the alphabetically first; classes come in the order of their first members.
 */
export function destinationClasses(rulebook: Rulebook, countries: readonly string[], common: Common = {}): string[][] {
  const sets = countrySets(rulebook, common);
  const classes = new Map<string, string[]>();
  for (const country of [...countries].sort()) {
    const signature = sets.map((set) => (set.has(country) ? '1' : '0')).join('');
    classes.set(signature, [...(classes.get(signature) ?? []), country]);
  }
  return [...classes.values()];
}

/** Every set of countries to which some test of the law holds a destination or a buyer, as it stood on each day of change. */
function countrySets(rulebook: Rulebook, common: Common): ReadonlySet<string>[] {
  const { days, attributes } = prepare(rulebook);
  const seen = new Map<string, ReadonlySet<string>>();
  for (const day of days) {
    const law = lawOn(rulebook, day);
    const values = rulebook.attributes.map(({ id }) => common[id]);
    const facts: Facts = { values, suppose: new Map(), memo: new Int8Array(law.rules.length).fill(2) };
    for (const rule of law.rules.filter(({ index }) => verdict(law, index, facts) !== 0)) {
      for (const set of setsOf(rule, rulebook, attributes, day)) seen.set([...set].sort().join(), set);
    }
  }
  return [...seen.values()];
}

function setsOf(
  rule: Rule,
  rulebook: Rulebook,
  attributes: ReadonlyMap<string, Attribute>,
  day: string,
): ReadonlySet<string>[] {
  const regime = rulebook.regimes.find(({ id }) => id === rule.regime);
  return partsOf(rule.compiled).flatMap(({ tree }) =>
    tree.op === 'member' && isOfDestination(attributes.get(tree.attribute))
      ? [countriesOn(rulebook, regime, tree.names, tree.groups, day)]
      : [],
  );
}

function partsOf(node: Compiled): Compiled[] {
  return [node, ...node.parts.flatMap(partsOf)];
}

/** A buyer is at home in the destination unless it is said otherwise; where goods come from tells no destinations apart. */
function isOfDestination(attribute: Attribute | undefined): boolean {
  return attribute?.type === 'country' && (attribute.id === 'to' || attribute.of === 'end-user');
}
