/** A law that is off by a hair is noticed: every threshold, operator, version and day stands under some scenario. */
import { addDays, type Day } from '@floodgate/engine/core';
import type { Condition, Instrument, ProvisionVersion, Rulebook } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { askBriefly, told } from './ask.ts';
import { dataDir, rulebook } from './law-of-the-land.ts';
import { readScenarios } from './scenarios.ts';

const scenarios = readScenarios(`${dataDir}rules`);
const right = scenarios.map((scenario) => JSON.stringify(told(scenario, askBriefly(rulebook, scenario))));

/** All scenarios, those likeliest to notice first: beside the same law, on or soon after the day. The order changes no result. */
function likeliest({ regime, effective }: Instrument, day: Day = effective): number[] {
  const distance = ({ file, given: { on } }: (typeof scenarios)[number]) =>
    (file.startsWith(`${regime}/`) ? '0' : '1') + (on < day ? `1${on}` : `0${on}`);
  const keys = scenarios.map(distance);
  return [...scenarios.keys()].sort((a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : 0));
}

/** Whether some scenario fails under a law of which something has changed that an instrument brought. */
function caught(law: Rulebook, { instrument, effective }: Pick<ProvisionVersion, 'instrument' | 'effective'>): boolean {
  const by = rulebook.instruments.find(({ id }) => id === instrument);
  return (by ? likeliest(by, effective) : [...scenarios.keys()]).some((i) => {
    try {
      return JSON.stringify(told(scenarios[i], askBriefly(law, scenarios[i]))) !== right[i];
    } catch {
      return true;
    }
  });
}

function withVersion(old: ProvisionVersion, changed: ProvisionVersion): Rulebook {
  return {
    ...rulebook,
    provisions: rulebook.provisions.map((provision) => ({
      ...provision,
      versions: provision.versions.map((version) => (version === old ? changed : version)),
    })),
  };
}

const thresholds = rulebook.parameters.flatMap((parameter) => parameter.values.map((value) => ({ parameter, value })));
const versions = rulebook.provisions.flatMap(({ id, versions: all }) => all.map((version) => ({ id, version })));

/**
 * Upper bounds that another rule makes idle: a chip beyond them is in 3A090.a, which prevails over .b; or outside the
 * gate of January 2026, without which there is no tariff; or over the H20's own rate, which the letter names as well.
 */
const IDLE_THRESHOLDS = ['3a090.b.1.tpp-upper', '3a090.b.pd-upper', 'tariff.2.tpp-upper'];
const IDLE_TESTS = [
  'tpp < {3a090.b.1.tpp-upper}',
  'performanceDensity < {3a090.b.pd-upper}',
  'tpp < {tariff.2.tpp-upper}',
  'us-ear.3a090.b: tpp < {3a090.note-2.tpp}',
  'us-ear.letters-2025-04.nvidia: ioBandwidthGBs >= {letters-2025.io}',
];

describe('a threshold that is off by one part in a thousand is noticed', () => {
  const working = thresholds.filter(({ parameter }) => !IDLE_THRESHOLDS.includes(parameter.id));

  it.each(working.map((one) => [one.parameter.id, one] as const))('%s', (_, { parameter, value }) => {
    for (const factor of [0.999, 1.001]) {
      const values = parameter.values.map((old) => (old === value ? { ...old, value: old.value * factor } : old));
      const parameters = rulebook.parameters.map((one) => (one === parameter ? { ...one, values } : one));
      expect([factor, caught({ ...rulebook, parameters }, value)]).toEqual([factor, true]);
    }
  });
});

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

describe('an operator that is strict where the law is not, or the other way round, is noticed', () => {
  const cases = versions.flatMap(({ id, version }) => [
    ...slips(version.when).map(({ condition, test }) => ({
      id,
      test,
      version,
      changed: { ...version, when: condition },
    })),
    ...version.unless.flatMap((exception, i) =>
      slips(exception.if).map(({ condition, test }) => {
        const unless = version.unless.with(i, { ...exception, if: condition });
        return { id, test, version, changed: { ...version, unless } };
      }),
    ),
  ]);
  const working = cases.filter(({ id, test }) => !IDLE_TESTS.includes(test) && !IDLE_TESTS.includes(`${id}: ${test}`));

  it.each(
    working.map((one) => [`${one.id} (${one.version.instrument}): ${one.test}`, one] as const),
  )('%s', (_, one) => {
    expect(caught(withVersion(one.version, one.changed), one.version)).toBe(true);
  });
});

describe('a version that is missing is noticed', () => {
  // The general requirement of October 2023 covers Macau by itself: without the end of the old one it would only say so twice.
  const working = versions.filter(({ id, version }) => !(id === 'us-ear.742.6.a.6.macau' && version.when === 'never'));

  it.each(working.map((one) => [`${one.id} ${one.version.instrument}`, one] as const))('%s', (_, { version }) => {
    const provisions = rulebook.provisions.map((provision) => ({
      ...provision,
      versions: provision.versions.filter((one) => one !== version),
    }));
    expect(caught({ ...rulebook, provisions }, version)).toBe(true);
  });
});

describe('an instrument that takes effect a day early or late is noticed', () => {
  const bringing = rulebook.instruments.filter(
    ({ id, effective }) =>
      effective >= '2022-01-01' &&
      versions.some(({ version }) => version.instrument === id && version.effective === undefined),
  );

  it.each(bringing.map((one) => [one.id, one] as const))('%s', (_, instrument) => {
    // Before the review policy of the same day there is nothing for the tariff to fall on.
    for (const by of instrument.id === 'proclamation-s232-semiconductors-2026-01' ? [1] : [-1, 1]) {
      const instruments = rulebook.instruments.map((one) =>
        one === instrument ? { ...one, effective: addDays(one.effective, by) } : one,
      );
      expect([by, caught({ ...rulebook, instruments }, { instrument: instrument.id })]).toEqual([by, true]);
    }
  });
});
