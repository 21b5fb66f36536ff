/** Bucket A: the law as encoded against answers that a person can judge. A failure means that a person decides. */
import { addDays } from '@floodgate/engine/core';
import { describe, expect, it } from 'vitest';
import { ask, told } from './ask.ts';
import { dataDir, dataset, rulebook } from './law-of-the-land.ts';
import { readScenarios } from './scenarios.ts';

const scenarios = readScenarios(`${dataDir}rules`);

describe.each([...new Set(scenarios.map(({ file }) => file))])('%s', (file) => {
  it.each(scenarios.filter((one) => one.file === file).map((one) => [one.name, one] as const))('%s', (_, scenario) => {
    expect(told(scenario, ask(rulebook, scenario))).toEqual(scenario.expect);
  });
});

describe('the scenarios', () => {
  it('are many, and each names a source that exists', () => {
    expect(scenarios.length).toBeGreaterThan(120);
    const sources = new Set(dataset.sources.map(({ id }) => id));
    expect(scenarios.filter(({ source }) => !sources.has(source)).map(({ source }) => source)).toEqual([]);
  });

  it('stand on every day on which a US rule begins, and on the day before', () => {
    const days = new Set(scenarios.map(({ given }) => given.on));
    const begun = rulebook.instruments.filter(({ effective, id }) => {
      const brings = rulebook.provisions.some(({ versions }) => versions.some(({ instrument }) => instrument === id));
      return brings && effective >= '2022-01-01';
    });
    const bare = begun.filter(({ effective }) => !days.has(effective) || !days.has(addDays(effective, -1)));
    expect(bare.map(({ id, effective }) => `${id} ${effective}`)).toEqual([]);
  });
});
