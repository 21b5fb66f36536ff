/** What is taken for granted of a party of whom nothing is said, and telling the reader so. */
import type { Text } from '../core/text.ts';
import type { Attribute } from '../world/rule.ts';
import { type Law, reachId, verdict } from './law.ts';
import type { Facts } from './predicate.ts';
import type { EndUser, Transaction } from './transaction.ts';
import { nodesOf } from './tree.ts';

const assuming = new WeakMap<readonly Attribute[], readonly Attribute[]>();

/** The party that is meant when nothing is said of one: for most attributes an ordinary civil buyer at home in `to`. */
export function assumedEndUser(attributes: readonly Attribute[], to: string): EndUser {
  const known = assuming.get(attributes) ?? attributes.filter(({ assumed }) => assumed !== undefined);
  assuming.set(attributes, known);
  const facts: EndUser = {};
  for (const attribute of known) facts[attribute.id] = assumedOf(attribute, to)!;
  return facts;
}

/** What is taken for granted of one attribute; undefined where nothing is. */
export function assumedOf({ assumed }: Attribute, to: string): string | boolean | undefined {
  return assumed?.value === 'destination' ? to : assumed?.value;
}

/** The assumptions that a law which reaches the transaction, or may, rests on. */
export function assumptionsOf(law: Law, facts: Facts, { from, to, endUser = {} }: Transaction): Text[] {
  const asked = attributesAsked(law, facts);
  const kind = facts.values[law.slot('kind')] as string;
  return law.rulebook.attributes.flatMap(({ id, assumed }) => {
    if (assumed?.says === undefined || endUser[id] !== undefined || !asked.has(id)) return [];
    const matters = (assumed.from?.includes(from) ?? true) && (assumed.to?.includes(to) ?? true);
    return matters && (assumed.kinds?.includes(kind) ?? true) ? [withDestination(assumed.says, to)] : [];
  });
}

/** Attributes that the rules of a regime ask for on a day, by regime; worked out once for each law. */
const asking = new WeakMap<Law, ReadonlyMap<string, ReadonlySet<string>>>();

function attributesAsked(law: Law, facts: Facts): ReadonlySet<string> {
  const known = asking.get(law) ?? attributesByRegime(law);
  asking.set(law, known);
  const reaching = law.rulebook.regimes.filter(({ id }) => {
    const reach = law.byId.get(reachId(id));
    return reach !== undefined && verdict(law, reach.index, facts) !== 0;
  });
  return new Set(reaching.flatMap(({ id }) => [...(known.get(id) ?? [])]));
}

function attributesByRegime({ rules }: Law): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { regime, kind, compiled } of rules) {
    if (kind === 'reach') continue;
    const ids = asked.get(regime) ?? new Set();
    for (const node of nodesOf(compiled.tree)) if ('attribute' in node) ids.add(node.attribute);
    asked.set(regime, ids);
  }
  return asked;
}

function withDestination({ en, zh }: Text, to: string): Text {
  return { en: en.replaceAll('{to}', to), zh: zh.replaceAll('{to}', to) };
}
