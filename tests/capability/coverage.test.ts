/** How many published rows the model covers and how far off it is: the figures that docs/methods/capability.md states. */
import { predictMeasurement } from '@floodgate/engine/capability';
import type { Measurement } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { measurements, sources, world } from './capability-world.ts';

const answers = measurements.map((row) => ({ row, answer: predictMeasurement(world, row) }));

function errorsOf(test: (row: Measurement) => boolean): number[] {
  return answers
    .filter(({ row, answer }) => answer.predicted !== null && row.value !== undefined && test(row))
    .map(({ row, answer }) => Math.abs(answer.predicted! / Number(row.value) - 1))
    .sort((a, b) => a - b);
}

function median(sorted: number[]): number {
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

describe('the 401 published measurements', () => {
  it('are all read', () => {
    expect(measurements).toHaveLength(401);
  });

  it('are covered, or say why not in both languages', () => {
    for (const { answer } of answers) {
      if (answer.predicted === null) expect(answer.why).toMatchObject({ en: /\S/, zh: /\p{Script=Han}/u });
      else expect(answer.predicted).toBeGreaterThan(0);
    }
    expect(errorsOf(() => true)).toHaveLength(329);
  });

  it.each([
    ['all', () => true, 329, 0.1],
    ['end to end', (row: Measurement) => row.phase === 'end-to-end', 203, 0.11],
    ['offline', (row: Measurement) => row.scenario === 'offline', 88, 0.09],
    ['prefill', (row: Measurement) => row.phase === 'prefill', 21, 0.13],
    ['decode', (row: Measurement) => row.phase === 'decode', 38, 0.12],
    ['training', (row: Measurement) => row.phase === 'training', 67, 0.11],
  ])('%s: the median error is as stated', (_, test, rows, most) => {
    const errors = errorsOf(test);
    expect(errors).toHaveLength(rows);
    expect(median(errors)).toBeLessThan(most);
  });
});

describe('data of the capability model', () => {
  const published = new Map(sources.map((source) => [source.id, source.published]));
  const rows = [
    ...world.llms.map((llm) => ({ id: llm.id, published: llm.published, sources: [llm.source] })),
    ...world.efficiencies,
    ...world.workloads,
  ];

  it('names only known sources, none published later than the row', () => {
    for (const row of rows) {
      for (const source of row.sources) {
        expect(published.has(source), `${row.id}: ${source}`).toBe(true);
        expect(published.get(source)! <= row.published, `${row.id}: ${source}`).toBe(true);
      }
    }
  });

  it('names only known chips and models', () => {
    const chips = new Set(world.chips.map((chip) => chip.id));
    const llms = new Set(world.llms.map((llm) => llm.id));
    for (const row of world.efficiencies) for (const chip of row.chips) expect(chips.has(chip), chip).toBe(true);
    for (const workload of world.workloads) expect(llms.has(workload.llm), workload.llm).toBe(true);
  });
});
