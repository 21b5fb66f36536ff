/** Laws that are off by a hair, and whether the scenarios notice: a threshold, an operator, a version or a day is changed. */
import { addDays } from '@floodgate/engine/core';
import type { Condition, ProvisionVersion, Rulebook } from '@floodgate/engine/world';
import { determine, discouragements, notices } from '../../packages/engine/src/rules/determine.ts';
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
  /** Whether the change can matter in a scenario. It only puts first those that are likely to notice. */
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
export function killer({ law, touches }: Mutant): Scenario | undefined {
  const fails = ({ scenario, right }: Known) => {
    try {
      return answer(law, scenario) !== right;
    } catch {
      return true;
    }
  };
  const suspects = known.filter(touches);
  return (suspects.find(fails) ?? known.find((one) => !suspects.includes(one) && fails(one)))?.scenario;
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
          touches: ({ law, facts }) =>
            leavesOf(law).some(
              ({ tree, threshold }) =>
                threshold?.parameter === parameter.id &&
                'attribute' in tree &&
                isWithin(facts.values[law.slot(tree.attribute)] as Bounds | undefined, between),
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

const leaves = new WeakMap<Law, Compiled[]>();

function leavesOf(law: Law): Compiled[] {
  const found = leaves.get(law);
  if (found) return found;
  const under = (node: Compiled): Compiled[] => (node.parts.length === 0 ? [node] : node.parts.flatMap(under));
  const made = law.rules.flatMap(({ compiled }) => under(compiled));
  leaves.set(law, made);
  return made;
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
  return leavesOf(law).some(({ tree, threshold }) => {
    if (tree.at.source !== test || !('attribute' in tree)) return false;
    const value = values[law.slot(tree.attribute)];
    if (tree.op === 'day') return value === tree.than;
    return (
      threshold !== undefined &&
      isWithin(value as Bounds | undefined, [threshold.value.approximate, threshold.value.approximate])
    );
  });
}

function missingVersions(): Mutant[] {
  return versions.map(
    ({ id, version }): Mutant => ({
      kind: 'version',
      provision: id,
      change: `without ${version.instrument}${version.effective ? ` of ${version.effective}` : ''}`,
      law: withVersions(id, (all) => all.filter((one) => one !== version)),
      touches: ({ law, facts }) => {
        const rule = law.byId.get(id);
        if (rule?.version?.instrument !== version.instrument) return false;
        return version.when === 'never' || facts.memo[rule.index] !== 0;
      },
    }),
  );
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
        touches: ({ scenario }) => scenario.given.on === day,
      };
    }),
  );
}
