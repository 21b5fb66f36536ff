/** What the decision does to its headline outcomes, in the first and in the last year. */
import type { OutcomeResult } from '@floodgate/engine/scenario';
import type { ChartBlock, Comparison, ComparisonYear, Section, Table } from '../blocks.ts';
import { formatDifference, formatPercent, formatSpread } from '../number.ts';
import { resultOf, type Scene, titleWithUnit } from '../scene.ts';
import { describeChange, whenOf } from '../sentence.ts';
import { differenceChart } from './difference-chart.ts';

export function outcomesSection(scene: Scene): Section {
  const { words } = scene;
  const comparisons = scene.headlines.map((id) => compareYears(scene, id));
  const charts: ChartBlock[] = [differenceChart(scene)];
  return {
    id: 'outcomes',
    title: words.say('section.outcomes'),
    blocks: [
      { kind: 'comparisons', comparisons, table: tableOf(scene, comparisons), barsNote: words.say('outcomes.bars') },
      ...charts,
      { kind: 'text', text: words.say('outcomes.all') },
    ],
  };
}

/** Numbers of one outcome in one year as they are shown. */
export function cellsOf(scene: Scene, result: OutcomeResult): ComparisonYear['cells'] {
  const { words, changeOf } = scene;
  const { relative } = changeOf(result);
  const { unit } = result;
  return {
    without: formatSpread(result.without, unit, words),
    with: formatSpread(result.with, unit, words),
    difference: formatDifference(result.difference, unit, words),
    // A percentage of a percentage says less than it seems to.
    relative:
      relative && unit !== 'fraction' ? formatSpread(relative, 'fraction', words, { digits: 2, signed: true }) : '–',
    higher: formatHigher(result.probabilityHigher),
  };
}

/** 0% and 100% only when it is none or all of them. */
export function formatHigher(probability: number): string {
  if (probability > 0 && probability < 0.005) return '<1%';
  if (probability < 1 && probability >= 0.995) return '>99%';
  return formatPercent(Math.round(probability * 100) / 100, 'en');
}

function compareYears(scene: Scene, id: string): Comparison {
  const years = [...new Set([scene.lastYear, scene.firstYear])];
  const results = years.map((year) => resultOf(scene, id, year));
  return {
    outcome: id,
    title: titleWithUnit(scene, results[0]),
    years: results.map((one) => describeYear(scene, one)),
  };
}

function describeYear(scene: Scene, result: OutcomeResult): ComparisonYear {
  const { words, report, changeOf } = scene;
  return {
    when: whenOf(words, result),
    sentence: describeChange(words, report.dataset, result, changeOf(result), report.run.evaluation.draws),
    without: result.without,
    with: result.with,
    cells: cellsOf(scene, result),
  };
}

function tableOf({ words }: Scene, comparisons: Comparison[]): Table {
  const column = (key: string, numeric = true) => ({ title: words.say(`column.${key}`), numeric });
  return {
    caption: words.say('outcomes.caption'),
    columns: [
      column('outcome', false),
      column('year', false),
      column('without'),
      column('with'),
      column('difference'),
      column('relative'),
      column('higher'),
    ],
    rows: comparisons.flatMap(({ title, years }) =>
      years.map(({ when, cells }) => [
        title,
        when,
        cells.without,
        cells.with,
        cells.difference,
        cells.relative,
        cells.higher,
      ]),
    ),
  };
}
