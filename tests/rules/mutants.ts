/** Laws that are off by a hair, and whether the scenarios notice: a threshold, an operator, a version or a day is changed. */
import { addDays } from '@floodgate/engine/core';
import type { Condition, ProvisionVersion, Rulebook } from '@floodgate/engine/world';
import { determine, discouragements, notices, verdictOn } from '../../packages/engine/src/rules/determine.ts';
import { factsOf } from '../../packages/engine/src/rules/facts.ts';
import type { Bounds } from '../../packages/engine/src/rules/item.ts';
import { type Law, lawOn, type Rule } from '../../packages/engine/src/rules/law.ts';
import type { Compiled, Facts } from '../../packages/engine/src/rules/predicate.ts';
import { askBriefly, knownTo, question, told } from './ask.ts';
import { dataDir, rulebook } from './law-of-the-land.ts';
import { readScenarios, type Scenario } from './scenarios.ts';

export interface Mutant {
  kind: 'threshold' | 'operator' | 'version' | 'day';
  /** Provision that the change falls on. */
  provision: string;
  /** What was changed, in one line. */
  change: string;
  law: Rulebook;
  /** Whether the change can matter under the law that a scenario asks. It leaves out only those where it cannot. */
  reaches(known: Known): boolean;
  /** Leaves out more, at a price. */
  matters?(known: Known): boolean;
  /** Whether it is likely to matter in a scenario: those come first. */
  touches(known: Known): boolean;
}

/** A scenario under the law as it is. */
interface Known {
  scenario: Scenario;
  law: Law;
  facts: Facts;
  right: string;
}

const known: Known[] = readScenarios(`${dataDir}rules`).map((scenario) => {
  const { item, transaction } = question(scenario);
  const law = lawOn(knownTo(rulebook, scenario), transaction.on);
  const facts = factsOf(law, item, transaction, new Map());
  determine(law, facts);
  discouragements(law, facts);
  notices(law, facts);
  return { scenario, law, facts, right: answer(rulebook, scenario) };
});

function answer(law: Rulebook, scenario: Scenario): string {
  return JSON.stringify(told(scenario, askBriefly(law, scenario)));
}

/** The first scenario that fails under the changed law; undefined where none does. */
export function killer({ law, reaches, matters = () => true, touches }: Mutant): Scenario | undefined {
  const fails = ({ scenario, right }: Known) => {
    try {
      return answer(law, scenario) !== right;
    } catch {
      return true;
    }
  };
  const reached = known.filter(reaches);
  const suspects = new Set(reached.filter(touches));
  const inOrder = [...suspects, ...reached.filter((one) => !suspects.has(one))];
  return inOrder.find((one) => matters(one) && fails(one))?.scenario;
}

const versions = rulebook.provisions.flatMap(({ id, versions: all }) => all.map((version) => ({ id, version })));

export function mutants(): Mutant[] {
  return [...thresholds(), ...operators(), ...missingVersions(), ...shiftedDays()];
}

function thresholds(): Mutant[] {
  return rulebook.parameters.flatMap((parameter) =>
    parameter.values.flatMap((value) =>
      [0.999, 1.001].map((factor): Mutant => {
        const values = parameter.values.map((old) => (old === value ? { ...old, value: old.value * factor } : old));
        const between = [value.value, value.value * factor].sort((a, b) => a - b);
        return {
          kind: 'threshold',
          provision: userOf(parameter.id),
          change: `{${parameter.id}} × ${factor} (${value.instrument})`,
          law: {
            ...rulebook,
            parameters: rulebook.parameters.map((one) => (one === parameter ? { ...one, values } : one)),
          },
          reaches: ({ law }) => leavesOf(law).byParameter.has(parameter.id),
          touches: ({ law, facts }) =>
            (leavesOf(law).byParameter.get(parameter.id) ?? []).some(
              ({ tree }) =>
                'attribute' in tree && isWithin(facts.values[law.slot(tree.attribute)] as Bounds | undefined, between),
            ),
        };
      }),
    ),
  );
}

function userOf(parameter: string): string {
  return (
    versions.find(({ version }) => JSON.stringify([version.when, version.unless]).includes(`{${parameter}}`))?.id ??
    parameter
  );
}

function isWithin(bounds: Bounds | undefined, [low, high]: number[]): boolean {
  return bounds !== undefined && bounds.low.approximate <= high && bounds.high.approximate >= low;
}

interface Leaves {
  bySource: ReadonlyMap<string, readonly Compiled[]>;
  byParameter: ReadonlyMap<string, readonly Compiled[]>;
}

const leaves = new WeakMap<Law, Leaves>();

/** The single tests of a law, by what they say and by the parameter that they hold a value against. */
function leavesOf(law: Law): Leaves {
  const found = leaves.get(law);
  if (found) return found;
  const under = (node: Compiled): Compiled[] => (node.parts.length === 0 ? [node] : node.parts.flatMap(under));
  const all = law.rules.flatMap(({ compiled }) => under(compiled));
  const made = {
    bySource: grouped(all, ({ tree }) => tree.at.source),
    byParameter: grouped(all, ({ threshold }) => threshold?.parameter),
  };
  leaves.set(law, made);
  return made;
}

function grouped(nodes: readonly Compiled[], by: (node: Compiled) => string | undefined): Map<string, Compiled[]> {
  const groups = new Map<string, Compiled[]>();
  for (const node of nodes) {
    const key = by(node);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return groups;
}

interface Slip {
  condition: Condition;
  test: string;
}

/** Every way of writing a condition with one of its operators strict where it was not, or the other way round. */
function slips(condition: Condition): Slip[] {
  if (typeof condition === 'string') {
    const operator = /\s(>=|<=|>|<)\s/.exec(condition)?.[1];
    if (operator === undefined) return [];
    const slipped = operator.endsWith('=') ? operator[0] : `${operator}=`;
    return [{ condition: condition.replace(` ${operator} `, ` ${slipped} `), test: condition }];
  }
  if ('test' in condition) {
    return slips(condition.test).map(({ condition: test, ...rest }) => ({
      ...rest,
      condition: { ...condition, test: test as string },
    }));
  }
  if ('not' in condition) return slips(condition.not).map(({ condition: not, test }) => ({ condition: { not }, test }));
  const key = 'all' in condition ? 'all' : 'any';
  const parts = (condition as Record<string, Condition[]>)[key];
  return parts.flatMap((part, i) =>
    slips(part).map(({ condition: slip, test }) => ({
      condition: { ...condition, [key]: parts.with(i, slip) } as Condition,
      test,
    })),
  );
}

function operators(): Mutant[] {
  return versions.flatMap(({ id, version }) => {
    const inRule = slips(version.when).map(({ condition, test }) => ({
      test,
      changed: { ...version, when: condition },
    }));
    const inExceptions = version.unless.flatMap((exception, i) =>
      slips(exception.if).map(({ condition, test }) => ({
        test,
        changed: { ...version, unless: version.unless.with(i, { ...exception, if: condition }) },
      })),
    );
    return [...inRule, ...inExceptions].map(
      ({ test, changed }): Mutant => ({
        kind: 'operator',
        provision: id,
        change: `${test} (${version.instrument})`,
        law: withVersions(id, (all) => all.map((one) => (one === version ? changed : one))),
        reaches: ({ law }) => isInForce(law, id, version),
        touches: ({ law, facts }) => isOnEdge(law, law.byId.get(id), version, test, facts),
      }),
    );
  });
}

/** Whether a value stands exactly on the limit of a test, which alone tells a strict operator from one that is not. */
function isOnEdge(
  law: Law,
  rule: Rule | undefined,
  version: ProvisionVersion,
  test: string,
  { values }: Facts,
): boolean {
  if (rule?.version?.instrument !== version.instrument) return false;
  return (leavesOf(law).bySource.get(test) ?? []).some(({ tree, threshold }) => {
    if (!('attribute' in tree)) return false;
    const value = values[law.slot(tree.attribute)];
    if (tree.op === 'day') return value === tree.than;
    return (
      threshold !== undefined &&
      isWithin(value as Bounds | undefined, [threshold.value.approximate, threshold.value.approximate])
    );
  });
}

function missingVersions(): Mutant[] {
  return versions.map(({ id, version }): Mutant => {
    const law = withVersions(id, (all) => all.filter((one) => one !== version));
    return {
      kind: 'version',
      provision: id,
      change: `without ${version.instrument}${version.effective ? ` of ${version.effective}` : ''}`,
      law,
      reaches: ({ law }) => isInForce(law, id, version),
      matters: (known) => saysElse(id, known, law),
      touches: ({ law, facts }) => facts.memo[law.byId.get(id)?.index ?? 0] === 1,
    };
  });
}

/** Whether a provision applies in one law and not in the other, or in both under a version of its own. */
function saysElse(id: string, { scenario, law, facts }: Known, changed: Rulebook): boolean {
  const other = lawOn(knownTo(changed, scenario), scenario.given.on);
  const now = verdictOn(other, id, { ...facts, memo: new Int8Array(other.rules.length).fill(2) }) ?? 0;
  return now !== 0 || verdictOn(law, id, facts) !== 0;
}

/** Whether a version is the one in force: a law known on an earlier day may hold a copy of it. */
function isInForce(law: Law, provision: string, version: ProvisionVersion): boolean {
  const inForce = law.byId.get(provision)?.version;
  return inForce?.instrument === version.instrument && inForce.effective === version.effective;
}

function withVersions(id: string, change: (versions: ProvisionVersion[]) => ProvisionVersion[]): Rulebook {
  const provisions = rulebook.provisions.map((provision) =>
    provision.id === id ? { ...provision, versions: change(provision.versions) } : provision,
  );
  return { ...rulebook, provisions };
}

function shiftedDays(): Mutant[] {
  const bringing = rulebook.instruments.flatMap((instrument) => {
    const brought = versions.find(
      ({ version }) => version.instrument === instrument.id && version.effective === undefined,
    );
    return brought && instrument.effective >= '2022-01-01' ? [{ instrument, provision: brought.id }] : [];
  });
  return bringing.flatMap(({ instrument, provision }) =>
    [-1, 1].map((by): Mutant => {
      const effective = addDays(instrument.effective, by);
      const day = by < 0 ? effective : instrument.effective;
      return {
        kind: 'day',
        provision,
        change: `${instrument.id} a day ${by < 0 ? 'early' : 'late'}`,
        law: {
          ...rulebook,
          instruments: rulebook.instruments.map((one) => (one === instrument ? { ...one, effective } : one)),
        },
        reaches: ({ scenario }) => scenario.given.on === day,
        touches: () => true,
      };
    }),
  );
}
