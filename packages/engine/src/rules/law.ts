/** The law of a day: of every provision the version in force, with thresholds, groups and references resolved. */
import type { Day } from '../core/day.ts';
import { type Exact, exact } from '../core/decimal.ts';
import type { Text } from '../core/text.ts';
import type {
  Attribute,
  Instrument,
  LegalRegime,
  Provision,
  ProvisionKind,
  ProvisionVersion,
  Rulebook,
} from '../world/rule.ts';
import { kindsOf } from './about.ts';
import { eraOf, lastStarted, versionOn } from './dates.ts';
import type { Value } from './item.ts';
import { type Bindings, type Compiled, compile, type Facts, type Verdict } from './predicate.ts';
import { attributeOf, type Prepared, prepare } from './prepare.ts';
import { RuleError } from './rule-error.ts';
import type { Tree } from './tree.ts';

/** A provision as it stands on a day. `provision` is absent for the reach of a regime. */
export interface Rule {
  index: number;
  id: string;
  kind: ProvisionKind | 'reach';
  regime: string;
  provision?: Provision;
  version?: ProvisionVersion;
  instrument?: Instrument;
  compiled: Compiled;
  overrides: ReadonlySet<string>;
}

export interface Law {
  rulebook: Rulebook;
  /** First day of the stretch in which nothing changes. */
  from: Day;
  rules: readonly Rule[];
  byId: ReadonlyMap<string, Rule>;
  /** Rules of a kind; with a kind of item given, those that can apply to such an item. */
  ofKind(kind: ProvisionKind, item?: Value): readonly Rule[];
  slot(attribute: string): number;
  attribute(id: string): Attribute;
  /** Open questions of law by id. */
  questions: ReadonlyMap<string, Text>;
}

/** By any day that was asked about, and by the first day of its stretch. */
const laws = new WeakMap<Rulebook, Map<Day, Law>>();

/** The law in force on a day; compiled once for each stretch of days in which nothing changes. */
export function lawOn(rulebook: Rulebook, on: Day): Law {
  let known = laws.get(rulebook);
  if (known === undefined) {
    known = new Map<Day, Law>();
    laws.set(rulebook, known);
  }
  const found = known.get(on);
  if (found) return found;
  const prepared = prepare(rulebook);
  const era = eraOf(prepared.days, on);
  const law = known.get(era) ?? compileLaw(prepared, era);
  known.set(era, law);
  known.set(on, law);
  return law;
}

/** The verdict of a rule on the facts; each rule is evaluated once for each question. */
export function verdict(law: Pick<Law, 'rules'>, index: number, facts: Facts): Verdict {
  const known = facts.memo[index];
  if (known !== 2) return known as Verdict;
  const result = law.rules[index].compiled.test(facts);
  facts.memo[index] = result;
  return result;
}

export function reachId(regime: string): string {
  return `${regime}.reaches`;
}

function compileLaw(prepared: Prepared, day: Day): Law {
  const { rulebook } = prepared;
  const drafts = [...reaches(rulebook), ...provisionsInForce(prepared, day)];
  const byProvision = new Map(drafts.map((draft, index) => [draft.id, index]));
  const rules: Rule[] = [];
  const kinds = new Map<Rule['kind'], Rule[]>();
  const treeOfDraft = (draft: Draft) =>
    draft.version ? prepared.treeOf(draft.version) : prepared.reachOf(draft.regime);
  const treeOf = (id: string) => {
    const index = byProvision.get(id);
    return index === undefined ? undefined : treeOfDraft(drafts[index]);
  };
  const narrowed = new Map<string, Rule[]>();
  const narrow = (kind: ProvisionKind, item: string) => {
    const key = `${kind} ${item}`;
    const isAbout = ({ index }: Rule) => kindsOf(treeOfDraft(drafts[index]), treeOf)?.has(item) ?? true;
    const known = narrowed.get(key) ?? kinds.get(kind)?.filter(isAbout) ?? [];
    narrowed.set(key, known);
    return known;
  };
  const law: Law = {
    rulebook,
    from: day,
    rules,
    byId: new Map(),
    ofKind: (kind, item) => (item === undefined ? kinds.get(kind) : narrow(kind, item as string)) ?? [],
    slot: prepared.slot,
    attribute: (id) => attributeOf(prepared, id),
    questions: prepared.questions,
  };
  for (const [index, draft] of drafts.entries()) {
    const regime = rulebook.regimes.find(({ id }) => id === draft.regime);
    const bindings = bind(prepared, day, regime, byProvision, law);
    const tree = treeOfDraft(draft);
    rules.push({
      ...draft,
      index,
      compiled: compileAt(draft.id, tree, bindings),
      overrides: new Set(draft.version?.overrides),
    });
  }
  for (const rule of rules) kinds.set(rule.kind, [...(kinds.get(rule.kind) ?? []), rule]);
  return Object.assign(law, { byId: new Map(rules.map((rule) => [rule.id, rule])) });
}

/** Compiles and, where a reference leads nowhere, says in which provision. */
function compileAt(provision: string, tree: Tree, bindings: Bindings): Compiled {
  try {
    return compile(tree, bindings);
  } catch (error) {
    throw error instanceof RuleError ? new RuleError(error.code, { ...error.fields, provision }) : error;
  }
}

type Draft = Omit<Rule, 'index' | 'compiled' | 'overrides'>;

function reaches(rulebook: Rulebook): Draft[] {
  return rulebook.regimes.map((regime) => ({ id: reachId(regime.id), kind: 'reach', regime: regime.id }));
}

function provisionsInForce({ rulebook, instruments }: Prepared, day: Day): Draft[] {
  return rulebook.provisions.flatMap((provision) => {
    const version = versionOn(provision, day, instruments);
    if (version === undefined) return [];
    const instrument = instruments.get(version.instrument);
    return [
      {
        id: provision.id,
        kind: provision.kind,
        regime: provision.regime,
        provision,
        version,
        ...(instrument && { instrument }),
      },
    ];
  });
}

function bind(
  prepared: Prepared,
  day: Day,
  regime: LegalRegime | undefined,
  byProvision: ReadonlyMap<string, number>,
  law: Pick<Law, 'rules'>,
): Bindings {
  return {
    slot: prepared.slot,
    literal: exact,
    threshold: (id) => thresholdOn(prepared, id, day),
    countries: (names, groups) => countriesOn(prepared.rulebook, regime, names, groups, day),
    isCountry: (attribute) => prepared.attributes.get(attribute)?.type === 'country',
    rule: (id) => byProvision.get(id),
    verdict: (rule, facts) => verdict(law, rule, facts),
  };
}

function thresholdOn({ rulebook, instruments }: Prepared, id: string, day: Day): Exact {
  const parameter = rulebook.parameters.find((candidate) => candidate.id === id);
  const value = parameter && lastStarted(parameter.values, day, instruments);
  if (value === undefined) throw new RuleError('no-value', { parameter: id, on: day });
  return exact(value.value);
}

/** Members of the groups on a day plus the countries named, and those that the regime treats as one of them. */
export function countriesOn(
  rulebook: Rulebook,
  regime: LegalRegime | undefined,
  names: readonly string[],
  groups: readonly string[],
  day: Day,
): ReadonlySet<string> {
  const set = new Set(names);
  for (const id of groups) {
    const group = rulebook.groups.find((candidate) => candidate.id === id);
    if (group === undefined) throw new RuleError('unknown-group', { group: id });
    for (const country of membersOn(group, day)) set.add(country);
  }
  for (const { country, as } of regime?.treatedAs ?? []) {
    if (set.has(as)) set.add(country);
    else set.delete(country);
  }
  return set;
}

export function membersOn(group: Rulebook['groups'][number], day: Day): ReadonlySet<string> {
  const members = new Set(group.members);
  for (const change of group.changes.filter(({ effective }) => effective <= day)) {
    for (const country of change.add) members.add(country);
    for (const country of change.remove) members.delete(country);
  }
  return members;
}
