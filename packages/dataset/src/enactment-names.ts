/** What a hypothetical act names: a misspelt chip, place, provision or threshold would name nothing and say nothing. */
import { nodesOf, parseCondition, RuleError } from '@floodgate/engine/rules';
import type { Attribute, Condition, Dataset, Enactment } from '@floodgate/engine/world';
import { countryCodes } from './country-codes.ts';
import type { Named } from './name-problem.ts';

type Kinds = Record<'item' | 'country' | 'group' | 'provision' | 'threshold', readonly string[]>;

/** `path` is that of the act in its file. */
export function namesOfEnactment(enactment: Enactment, path: PropertyKey[], dataset: Dataset): Named[] {
  const { rules, chips, memory, goods } = dataset;
  const attributes = new Map(rules.attributes.map((attribute) => [attribute.id, attribute]));
  const kinds: Kinds = {
    item: [...chips, ...memory, ...goods].map(({ id }) => id),
    country: countryCodes(),
    group: rules.groups.map(({ id }) => id),
    provision: [
      ...[...rules.provisions, ...enactment.provisions].map(({ id }) => id),
      ...rules.regimes.map(({ id }) => `${id}.reaches`),
    ],
    threshold: [...rules.parameters, ...enactment.parameters].map(({ id }) => id),
  };
  const regimes = rules.regimes.map(({ id }) => id);
  return [
    { path: [...path, 'instrument', 'regime'], kind: 'regime', id: enactment.instrument.regime, known: regimes },
    ...enactment.provisions.flatMap((provision, i) => {
      const at = [...path, 'provisions', i];
      const overrides = provision.overrides.filter((id) => id !== '*');
      return [
        ...namesIn(provision.when, [...at, 'when'], attributes, kinds),
        ...provision.unless.flatMap((exception, j) =>
          namesIn(exception.if, [...at, 'unless', j, 'if'], attributes, kinds),
        ),
        ...overrides.map((id, j) => ({ path: [...at, 'overrides', j], kind: 'provision', id, known: kinds.provision })),
      ];
    }),
  ];
}

/** Names in a condition. One that cannot be read has no names: `enact` refuses it and says why. */
function namesIn(
  condition: Condition,
  path: PropertyKey[],
  attributes: ReadonlyMap<string, Attribute>,
  kinds: Kinds,
): Named[] {
  const named = (kind: string, id: string, known: readonly string[]) => ({ path, kind, id, known });
  try {
    return nodesOf(parseCondition(condition, attributes, '')).flatMap((node): Named[] => {
      if (node.op === 'meets') return [named('provision', node.provision, kinds.provision)];
      if (node.op === 'compare' && 'parameter' in node.than) {
        return [named('threshold', node.than.parameter, kinds.threshold)];
      }
      if (node.op !== 'member') return [];
      const groups = node.groups.map((id) => named('country group', id, kinds.group));
      if (node.attribute === 'item') return [...node.names.map((id) => named('item', id, kinds.item)), ...groups];
      const isPlace = attributes.get(node.attribute)?.type === 'country';
      return [...(isPlace ? node.names.map((id) => named('country', id, kinds.country)) : []), ...groups];
    });
  } catch (error) {
    if (error instanceof RuleError) return [];
    throw error;
  }
}
