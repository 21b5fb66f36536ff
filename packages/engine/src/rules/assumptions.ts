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
  for (const { id, assumed } of known) if (assumed) facts[id] = assumed.is === 'destination' ? to : assumed.is;
  return facts;
}

/** The assumptions that a law which reaches the transaction, or may, rests on. */
export function assumptionsOf(law: Law, facts: Facts, { to, endUser = {} }: Transaction): Text[] {
  const asked = attributesAsked(law, facts);
  return law.rulebook.attributes.flatMap(({ id, assumed }) =>
    assumed?.says !== undefined && endUser[id] === undefined && asked.has(id)
      ? [withDestination(assumed.says, to)]
      : [],
  );
}

function attributesAsked(law: Law, facts: Facts): Set<string> {
  const reaching = new Set(
    law.rulebook.regimes
      .filter(({ id }) => {
        const reach = law.byId.get(reachId(id));
        return reach !== undefined && verdict(law, reach.index, facts) !== 0;
      })
      .map(({ id }) => id),
  );
  const rules = law.rules.filter(({ regime, kind }) => reaching.has(regime) && kind !== 'reach');
  return new Set(
    rules.flatMap(({ compiled }) =>
      nodesOf(compiled.tree).flatMap((node) => ('attribute' in node ? [node.attribute] : [])),
    ),
  );
}

function withDestination({ en, zh }: Text, to: string): Text {
  return { en: en.replaceAll('{to}', to), zh: zh.replaceAll('{to}', to) };
}
