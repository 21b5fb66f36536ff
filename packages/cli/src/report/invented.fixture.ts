/**
 * An invented report for tests: every number, name and source in it is made up. It has each kind of change once: more,
 * less, none, mostly none, and one that may go either way.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Language, parseEstimate } from '@floodgate/engine/core';
import {
  type Evaluation,
  type EvaluationRun,
  type OutcomeResult,
  summarise,
  valuesOf,
} from '@floodgate/engine/scenario';
import { outcomeIds } from '@floodgate/engine/supply';
import type { Dataset, Decision, Messages, World } from '@floodgate/engine/world';
import { parse } from 'yaml';
import { outcomeTitle } from '../outcome-title.ts';
import type { ReportInput } from './input.ts';

type Change = (without: number, chance: number) => number;

const DRAWS = 400;
const FIRST_YEAR = 2025;
const LAST_YEAR = 2027;

const more: Change = (without, chance) => without * (1 + 0.05 + 0.2 * chance);
const less: Change = (without, chance) => without * (1 - 0.05 - 0.2 * chance);
const open: Change = (without, chance) => without * (1 + 0.1 * (chance - 0.6));
const none: Change = (without) => without;
const seldom: Change = (without, chance) => (chance > 0.7 ? without + 9000 * chance : without);
const always: Change = (without, chance) => without + 9000 * (1 + chance);
const fromNothing: Change = (_, chance) => 2e5 + 6e5 * chance;

/** Level of an outcome without the decision, and what the decision does to it. */
const BEHAVIOUR: Record<string, [number, Change]> = {
  'stock.cn.inference': [1_200_000, more],
  'stock.cn.training': [800_000, open],
  'stock.us.inference': [9_000_000, less],
  'stock.us.training': [9_500_000, none],
  'stock.row.inference': [5_000_000, more],
  'stock.world.training': [12_000_000, less],
  'share.cn.inference': [0.11, more],
  'share.us.training': [0.6, open],
  'ratio.us-cn.training': [9, less],
  'remote.cn.inference': [200_000, less],
  'production.huawei': [700_000, more],
  'forgone.us.training': [0, seldom],
  'binding.world': [0.4, more],
  'revenue.nvidia.cn': [4, more],
  'fee.us-treasury': [0.5, more],
  'smuggled.cn': [100_000, less],
  'shipments.h20.cn': [0, fromNothing],
};

const column = (id: string, unit: string, estimate: string) => ({
  id,
  unit,
  estimate: parseEstimate(estimate, unit, 'invented'),
});

const PLAN = {
  firstYear: FIRST_YEAR,
  lastYear: LAST_YEAR,
  products: [{ chip: 'h20', allied: true, own: false }],
  columns: [
    column('price.h20', 'USD', '11000 to 14000'),
    column('uptake.china', 'fraction', '0.2 to 0.8'),
    column('chip-life', 'years', '5'),
    column('capability.training.h20', 'H100e', '0.15 to 0.2'),
    column('capability.inference.h20', 'H100e', '0.5 to 1.1'),
    column('shipments.h20.2024', 'chips', '900000 to 1100000'),
  ],
} as unknown as EvaluationRun['plan'];

const OUTCOMES = outcomeIds(PLAN);
const YEARS = [0, 1, 2];

export interface Variation {
  language?: Language;
  /** The decision does the opposite. */
  swapped?: boolean;
  hypothetical?: boolean;
  baseline?: string;
  /** What seldom makes a difference always does. */
  certain?: boolean;
  /** False: without what could be expected when the decision became known. */
  foreseen?: boolean;
  overrides?: Record<string, string>;
  drivers?: boolean;
}

export function inventReport(variation: Variation = {}): ReportInput {
  const dataset = inventDataset(variation);
  const run = inventRun(dataset, variation);
  return {
    decision: dataset.decisions[0],
    run,
    digest: 'd16e57'.repeat(10),
    world: inventWorld(),
    dataset,
    language: variation.language ?? 'en',
    ...(variation.foreseen !== false && { foreseen: inventForeseen(run.evaluation) }),
    command: 'floodgate evaluate invented --seed 1',
  };
}

function inventRun(dataset: Dataset, variation: Variation): EvaluationRun {
  const results = inventResults(variation);
  return { plan: PLAN, results, evaluation: inventEvaluation(dataset, results, variation) };
}

/** [draw][without, with][outcome][year]. */
function inventResults({ swapped, certain }: Variation): Float64Array {
  const years = YEARS.length;
  const size = OUTCOMES.length * years;
  const results = new Float64Array(DRAWS * 2 * size);
  for (let draw = 0; draw < DRAWS; draw++) {
    OUTCOMES.forEach(({ id }, k) => {
      const [level, change] = BEHAVIOUR[id] ?? [1000, none];
      for (let y = 0; y < years; y++) {
        const without = level * (1 + y / 2) * (0.7 + 0.6 * chanceOf(draw, k));
        const effect = certain && change === seldom ? always : change;
        const worlds = [without, effect(without, chanceOf(draw, k + 50))];
        if (swapped) worlds.reverse();
        const at = draw * 2 * size + k * years + y;
        results[at] = worlds[0];
        results[at + size] = worlds[1];
      }
    });
  }
  return results;
}

/** Evenly spread over 0..1, another order for each outcome. */
function chanceOf(draw: number, k: number): number {
  return ((draw + 0.5) * 0.6180339887498949 * (k + 1)) % 1;
}

function inventEvaluation(dataset: Dataset, results: Float64Array, variation: Variation): Evaluation {
  return {
    decision: 'invented',
    baseline: variation.baseline ?? 'without-invented',
    asOf: '2026-11-23',
    until: LAST_YEAR,
    draws: DRAWS,
    seed: 1,
    overrides: variation.overrides ?? {},
    outcomes: OUTCOMES.flatMap((_, k) => YEARS.map((y) => inventResult(dataset, results, k, y))),
    drivers:
      variation.drivers === false
        ? []
        : dataset.decisions[0].headline.slice(0, 4).flatMap((outcome) => [
            { outcome, period: '2027', parameter: 'uptake.china', totalEffect: 0.62 },
            { outcome, period: '2027', parameter: 'capability.inference.h20', totalEffect: 0.31 },
            { outcome, period: '2027', parameter: 'shipments.h20.2024', totalEffect: 0.003 },
          ]),
  };
}

function inventResult(dataset: Dataset, results: Float64Array, k: number, y: number): OutcomeResult {
  const outcome = OUTCOMES[k];
  const without = valuesOf(PLAN, results, 'without', k, y);
  const withIt = valuesOf(PLAN, results, 'with', k, y);
  const difference = withIt.map((value, draw) => value - without[draw]);
  return {
    ...outcome,
    title: outcomeTitle(dataset, outcome.id),
    period: String(FIRST_YEAR + y),
    without: summarise(without),
    with: summarise(withIt),
    difference: summarise(difference),
    probabilityHigher: difference.filter((value) => value > 0).length / DRAWS,
  };
}

/** Expected too little of the first outcome, too much of the second, and the rest about right. */
function inventForeseen(evaluation: Evaluation): Evaluation {
  const shift: Record<string, number> = { 'stock.cn.inference': -1e6, 'stock.cn.training': 1e6 };
  return {
    ...evaluation,
    asOf: '2025-07-24',
    draws: 200,
    outcomes: evaluation.outcomes.map((result) => {
      const by = shift[result.id] ?? 0;
      const { p5, p50, p95 } = result.difference;
      return { ...result, difference: { ...result.difference, p5: p5 + by, p50: p50 + by, p95: p95 + by } };
    }),
  };
}

const SOURCE = {
  id: 'invented-source',
  title: 'An invented report <1>',
  publisher: 'Nobody & Sons',
  url: 'https://example.org/report?a=1&b=2',
  published: '2025-07-14',
  publishedAssumed: false,
  kind: 'press' as const,
};

const DECISION: Decision = {
  id: 'invented',
  title: { en: 'An invented decision', zh: '一项虚构的决定' },
  summary: { en: 'Nothing of this happened.', zh: '以下内容纯属虚构。' },
  announced: '2025-07-14',
  effective: '2025-07-15',
  published: '2025-07-14',
  status: 'taken',
  with: [],
  without: [{ withhold: 'invented-letter', reason: { en: 'The letter is never sent.', zh: '通知函从未发出。' } }],
  assume: [{ parameter: 'price.other', estimate: '5', reason: { en: 'It settles this.', zh: '该决定确定此项。' } }],
  headline: Object.keys(BEHAVIOUR),
  sources: [SOURCE.id, 'undated'],
};

function inventDataset({ hypothetical }: Variation): Dataset {
  const decision: Decision = hypothetical ? { ...DECISION, status: 'hypothetical' } : DECISION;
  const other: Decision = { ...DECISION, id: 'other', title: { en: 'Another invented one', zh: '另一项虚构的决定' } };
  return {
    cutoff: '2026-11-23',
    hash: 'ab12cd34'.repeat(8),
    sources: [SOURCE, { ...SOURCE, id: 'undated', publishedAssumed: true }],
    chips: [chip()],
    decisions: [decision, other],
    messages: readMessages(),
  } as unknown as Dataset;
}

function chip() {
  return { id: 'h20', name: { en: 'H20', zh: 'H20' }, sources: [SOURCE.id], published: '2023-11-01' };
}

function inventWorld(): World {
  const parameter = (id: string, unit: string, estimate: string, facts: string[]) => ({
    id,
    title: { en: `Invented ${id}`, zh: `虚构的${id}` },
    unit,
    sector: 'invented',
    known: '2025-06-01',
    estimate,
    facts,
    reason: 'Made up for a test.',
  });
  const fact = { source: SOURCE.id, published: '2025-05-01', subject: 'Somebody', quantity: 'something' };
  return {
    asOf: '2026-11-23',
    sources: [SOURCE],
    chips: [chip()],
    parameters: [
      parameter('price.h20', 'USD', '11000 to 14000', ['f1', 'f2', 'f3']),
      parameter('uptake.china', 'fraction', '0.2 to 0.8', []),
      parameter('chip-life', 'years', '5', ['f1']),
    ],
    facts: [
      { ...fact, id: 'f1', mid: 12500, unit: 'USD' },
      { ...fact, id: 'f2', low: 11000, high: 14000, unit: 'USD' },
      { ...fact, id: 'f3', low: 3, unit: 'years' },
    ],
    shipments: [
      { chip: 'h20', period: '2024', units: '9e5 to 1.1e6', known: '2025-01-30', facts: ['f1'], reason: 'Made up.' },
    ],
    rules: {
      regimes: [{ id: 'us-ear', title: { en: 'Rules', zh: '规则' }, jurisdiction: 'US' }],
      instruments: [
        {
          id: 'invented-letter',
          regime: 'us-ear',
          title: { en: 'An invented letter', zh: '虚构的通知函' },
          effective: '2025-07-15',
          citation: { title: 'Letter', url: 'https://example.org/letter', published: '2025-07-15' },
        },
      ],
    },
  } as unknown as World;
}

/** The strings of `data/i18n`, as the dataset holds them. */
export function readMessages(): Messages {
  const folder = new URL('../../../../data/i18n/', import.meta.url);
  const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.yaml'));
  return Object.assign({}, ...files.map((name) => parse(readFileSync(new URL(name, folder), 'utf8'))));
}
