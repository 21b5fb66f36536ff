/** The law: references lead somewhere, conditions can be read, dates are in order, every day's law can be made. */
import { nearest } from '@floodgate/engine/core';
import { checkLaw, nodesOf, parseCondition, parseVersion, RuleError, type Tree } from '@floodgate/engine/rules';
import type { Attribute, Provision, ProvisionKind, ProvisionVersion, Rulebook } from '@floodgate/engine/world';
import type { Items } from '../items.ts';
import type { Problem } from '../problems.ts';
import { type Item, problemAt } from '../read/collection.ts';

/** A provision's version with its place in the files. */
interface Written {
  item: Item<unknown>;
  path: PropertyKey[];
  provision: Provision;
  version: ProvisionVersion;
}

export function ruleProblems(items: Items): Problem[] {
  const rulebook = rulebookOf(items);
  const written = versionsOf(items);
  const structural = [
    ...instrumentProblems(items),
    ...thresholdProblems(items),
    ...groupProblems(items),
    ...provisionProblems(items, written),
    ...written.flatMap((one) => conditionProblems(one, items, rulebook)),
    ...unusedThresholds(items, written, rulebook),
  ];
  // The laws of all days can only be made from sound parts.
  return structural.length > 0 ? structural : lawProblems(written, rulebook);
}

function rulebookOf(items: Items): Rulebook {
  const values = <T>(collection: Item<T>[]) => collection.map((item) => item.value);
  return {
    regimes: values(items.regimes),
    attributes: values(items.attributes).flat(),
    instruments: values(items.instruments),
    parameters: values(items.thresholds),
    groups: values(items.countryGroups),
    provisions: values(items.provisions).flat(),
  };
}

function versionsOf(items: Items): Written[] {
  return items.provisions.flatMap((item) =>
    item.value.flatMap((provision, i) =>
      provision.versions.map((version, j) => ({ item, path: [i, 'versions', j], provision, version }) as Written),
    ),
  );
}

function instrumentProblems(items: Items): Problem[] {
  const instruments = idsOf(items.instruments);
  return items.instruments.flatMap((item) => {
    const { effective, published, announced, ends, amends, source, regime, status } = item.value;
    return [
      ...reference(item, ['source'], 'source', source, idsOf(items.sources)),
      ...reference(item, ['regime'], 'regime', regime, idsOf(items.regimes)),
      ...amends.flatMap((id, i) => reference(item, ['amends', i], 'instrument', id, instruments)),
      ...(ends?.by === undefined ? [] : reference(item, ['ends', 'by'], 'instrument', ends.by, instruments)),
      ...(announced > published
        ? [problemAt(item, ['published'], `published ${published}, before it was announced (${announced})`)]
        : []),
      ...(ends !== undefined && ends.on <= effective
        ? [problemAt(item, ['ends'], `ends ${ends.on}, not after it takes effect (${effective})`)]
        : []),
      ...inOrder(
        item,
        ['status'],
        status.map((one) => one.published),
      ),
    ];
  });
}

function thresholdProblems(items: Items): Problem[] {
  const instruments = idsOf(items.instruments);
  return items.thresholds.flatMap((item) =>
    item.value.values.flatMap((value, i) =>
      reference(item, ['values', i, 'instrument'], 'instrument', value.instrument, instruments),
    ),
  );
}

function groupProblems(items: Items): Problem[] {
  const sources = idsOf(items.sources);
  const instruments = idsOf(items.instruments);
  return items.countryGroups.flatMap((item) => {
    const { source, changes } = item.value;
    const parts = changes.flatMap((change, i) => [
      ...reference(item, ['changes', i, 'source'], 'source', change.source, sources),
      ...(change.instrument === undefined
        ? []
        : reference(item, ['changes', i, 'instrument'], 'instrument', change.instrument, instruments)),
    ]);
    const days = changes.map((change) => change.effective);
    return [...reference(item, ['source'], 'source', source, sources), ...parts, ...inOrder(item, ['changes'], days)];
  });
}

/** What each kind of provision must give, and must not. */
const GIVES: Record<ProvisionKind, { must: string[]; may: string[] }> = {
  classification: { must: ['classification'], may: [] },
  requirement: { must: [], may: [] },
  exception: { must: ['exception', 'overcomes'], may: ['conditions', 'trade'] },
  terms: { must: [], may: ['reviewPolicy', 'conditions', 'cap', 'fee', 'licencesIssued'] },
  charge: { must: ['fee'], may: [] },
  discouragement: { must: [], may: [] },
  suspension: { must: [], may: [] },
  definition: { must: [], may: [] },
  notice: { must: [], may: [] },
};

function provisionProblems(items: Items, written: Written[]): Problem[] {
  const provisions = new Set(written.map(({ provision }) => provision.id));
  const instruments = idsOf(items.instruments);
  const seen = new Set<string>();
  const duplicates = items.provisions.flatMap((item) =>
    item.value.flatMap(({ id, regime }, i) => {
      const twice = seen.has(id) ? [problemAt(item, [i, 'id'], `id "${id}" is taken already`)] : [];
      seen.add(id);
      return [...twice, ...reference(item, [i, 'regime'], 'regime', regime, idsOf(items.regimes))];
    }),
  );
  const parts = written.flatMap(({ item, path, provision, version }) => [
    ...reference(item, [...path, 'instrument'], 'instrument', version.instrument, instruments),
    ...version.overrides
      .filter((id) => id !== '*')
      .flatMap((id, i) => reference(item, [...path, 'overrides', i], 'provision', id, provisions)),
    ...(version.gives.overcomes ?? []).flatMap((id, i) =>
      reference(item, [...path, 'gives', 'overcomes', i], 'provision', id, provisions),
    ),
    ...givesProblems(item, [...path, 'gives'], provision.kind, version),
  ]);
  return [...duplicates, ...parts];
}

function givesProblems(
  item: Item<unknown>,
  path: PropertyKey[],
  kind: ProvisionKind,
  version: ProvisionVersion,
): Problem[] {
  const given = Object.keys(version.gives);
  const { must, may } = GIVES[kind];
  // A version that never applies ends the one before it: it has nothing to give.
  const missing = version.when === 'never' ? [] : must.filter((key) => !given.includes(key));
  return [
    ...missing.map((key) => problemAt(item, path, `a provision of kind ${kind} gives "${key}"`)),
    ...given
      .filter((key) => !must.includes(key) && !may.includes(key))
      .map((key) =>
        problemAt(
          item,
          [...path, key],
          `a provision of kind ${kind} cannot give "${key}" (allowed: ${[...must, ...may].join(', ') || 'nothing'})`,
        ),
      ),
  ];
}

function conditionProblems({ item, path, version }: Written, items: Items, rulebook: Rulebook): Problem[] {
  const attributes = new Map(rulebook.attributes.map((attribute) => [attribute.id, attribute]));
  const parts = [
    { condition: version.when, at: [...path, 'when'] },
    ...version.unless.map((exception, i) => ({ condition: exception.if, at: [...path, 'unless', i, 'if'] })),
  ];
  return parts.flatMap(({ condition, at }) => {
    try {
      const tree = parseCondition(condition, attributes, version.paragraph);
      return nodesOf(tree).flatMap((node) => nodeProblems(node, item, at, items, rulebook));
    } catch (error) {
      return [problemAt(item, at, explain(error))];
    }
  });
}

function nodeProblems(
  node: Tree,
  item: Item<unknown>,
  path: PropertyKey[],
  items: Items,
  rulebook: Rulebook,
): Problem[] {
  switch (node.op) {
    case 'meets': {
      const reaches = rulebook.regimes.map(({ id }) => `${id}.reaches`);
      return reference(
        item,
        path,
        'provision',
        node.provision,
        new Set([...rulebook.provisions.map(({ id }) => id), ...reaches]),
      );
    }
    case 'open':
      return reference(
        item,
        path,
        'question',
        node.question,
        new Set(items.instruments.flatMap(({ value }) => value.questions.map(({ id }) => id))),
      );
    case 'member':
      return [
        ...foreignNames(node, item, path, rulebook),
        ...node.groups.flatMap((id) => reference(item, path, 'country group', id, idsOf(items.countryGroups))),
      ];
    case 'compare':
      return 'parameter' in node.than
        ? reference(item, path, 'threshold', node.than.parameter, idsOf(items.thresholds))
        : [];
    default:
      return [];
  }
}

/** Names that the attribute cannot have. */
function foreignNames(
  node: Extract<Tree, { op: 'member' }>,
  item: Item<unknown>,
  path: PropertyKey[],
  rulebook: Rulebook,
) {
  const among = rulebook.attributes.find(({ id }) => id === node.attribute)?.among;
  return among ? node.names.flatMap((name) => reference(item, path, node.attribute, name, new Set(among))) : [];
}

/** A threshold that no provision compares with is one that somebody believes to be in force. */
function unusedThresholds(items: Items, written: Written[], rulebook: Rulebook): Problem[] {
  const used = new Set(written.flatMap(({ version }) => parametersIn(version, rulebook)));
  return items.thresholds
    .filter((item) => !used.has(item.value.id))
    .map((item) => problemAt(item, ['id'], `no provision asks for {${item.value.id}}`));
}

function parametersIn(version: ProvisionVersion, rulebook: Rulebook): string[] {
  const attributes = new Map<string, Attribute>(rulebook.attributes.map((attribute) => [attribute.id, attribute]));
  try {
    return nodesOf(parseVersion(version, attributes)).flatMap((node) =>
      node.op === 'compare' && 'parameter' in node.than ? [node.than.parameter] : [],
    );
  } catch {
    return [];
  }
}

function lawProblems(written: Written[], rulebook: Rulebook): Problem[] {
  return checkLaw(rulebook).flatMap(({ provision, message }) => {
    const place = written.find((one) => one.provision.id === provision) ?? written[0];
    return place ? [problemAt(place.item, place.path, message)] : [];
  });
}

function explain(error: unknown): string {
  if (!(error instanceof RuleError)) return error instanceof Error ? error.message : String(error);
  const { test, nearest: near, expected, attribute } = error.fields;
  switch (error.code) {
    case 'unknown-attribute':
      return `"${test}": no attribute "${attribute}"${near ? ` (nearest: ${near})` : ''}`;
    case 'wrong-operand':
      return `"${test}": ${attribute} is compared with ${expected}`;
    default:
      return `cannot read "${test}": write ${expected}`;
  }
}

function idsOf(items: Item<{ id: string }>[]): Set<string> {
  return new Set(items.map((item) => item.value.id));
}

function reference(
  item: Item<unknown>,
  path: PropertyKey[],
  kind: string,
  id: string,
  known: ReadonlySet<string>,
): Problem[] {
  if (known.has(id)) return [];
  const near = nearest(id, known);
  return [problemAt(item, path, `no ${kind} "${id}"${near === '' ? '' : ` (nearest: ${near})`}`)];
}

function inOrder(item: Item<unknown>, path: PropertyKey[], days: string[]): Problem[] {
  const wrong = days.findIndex((day, i) => i > 0 && day < days[i - 1]);
  return wrong < 0 ? [] : [problemAt(item, [...path, wrong], 'days are not in order')];
}
