/** What the answer hangs on: the inputs whose uncertainty moves the headline outcomes, and what they rest on. */
import type { Driver } from '@floodgate/engine/scenario';
import type { Bar, Block, ChartBlock, Section, Table } from '../blocks.ts';
import { formatPercent } from '../number.ts';
import { resultOf, type Scene } from '../scene.ts';
import { type Assumption, assumptionsOf, entryOf } from './assumption.ts';
import { chartFrame } from './chart-frame.ts';

/** Outcomes with a chart of their own; the others are lines of a table. */
const CHARTED = 2;
const NAMED_FOR_OTHERS = 3;

export function driversSection(scene: Scene): Section {
  const { words } = scene;
  const byOutcome = driversByOutcome(scene);
  const title = words.say('section.drivers');
  if (byOutcome.length === 0) {
    return { id: 'drivers', title, blocks: [{ kind: 'text', text: words.say('drivers.none') }] };
  }
  const assumptions = new Map(assumptionsOf(scene).map((one) => [one.id, one]));
  const charted = byOutcome.slice(0, CHARTED);
  const named = [...new Set(charted.flatMap(({ drivers }) => drivers.map((driver) => driver.parameter)))];
  return {
    id: 'drivers',
    title,
    blocks: [
      { kind: 'text', text: words.say('drivers.intro') },
      ...charted.map((one) => chartOf(scene, one, assumptions)),
      ...othersTable(scene, byOutcome.slice(CHARTED), assumptions),
      { kind: 'heading', text: words.say('drivers.named') },
      { kind: 'entries', entries: named.map((id) => entryOf(scene, assumptions.get(id)!)) },
    ],
  };
}

/** `The answer hangs most on: …`, for the first outcome that hangs on anything. */
export function mainDriver(scene: Scene): string | undefined {
  const { words } = scene;
  const [first] = driversByOutcome(scene);
  if (!first || first.outcome !== scene.headlines[0]) return undefined;
  const [{ parameter, totalEffect }] = first.drivers;
  const title = assumptionsOf(scene).find((one) => one.id === parameter)!.title;
  const parameterNamed = words.say('drivers.input', { title, share: formatShare(totalEffect) });
  return words.say('sentence.hangs', { parameter: parameterNamed });
}

interface OutcomeDrivers {
  outcome: string;
  drivers: Driver[];
}

function driversByOutcome({ report, headlines }: Scene): OutcomeDrivers[] {
  return headlines
    .map((outcome) => ({ outcome, drivers: report.run.evaluation.drivers.filter((one) => one.outcome === outcome) }))
    .filter(({ drivers }) => drivers.length > 0);
}

function chartOf(scene: Scene, { outcome, drivers }: OutcomeDrivers, known: Map<string, Assumption>): ChartBlock {
  const { words, lastYear } = scene;
  const title = words.say('chart.drivers', {
    outcome: words.text(resultOf(scene, outcome, lastYear).title),
    year: lastYear,
  });
  const bars: Bar[] = drivers.map(({ parameter, totalEffect }) => ({
    label: known.get(parameter)!.title,
    share: Math.min(totalEffect, 1),
    value: formatShare(totalEffect),
  }));
  return {
    ...chartFrame(scene),
    id: `drivers-${outcome.replaceAll('.', '-')}`,
    title,
    alternative: words.say('chart.drivers-alt'),
    chart: { kind: 'drivers', bars },
    table: inputTable(
      scene,
      title,
      bars.map(({ label, value }) => [label, value]),
    ),
  };
}

function othersTable(scene: Scene, others: OutcomeDrivers[], known: Map<string, Assumption>): Block[] {
  if (others.length === 0) return [];
  const { words, lastYear } = scene;
  const rows = others.map(({ outcome, drivers }) => [
    words.text(resultOf(scene, outcome, lastYear).title),
    words.join(
      drivers
        .slice(0, NAMED_FOR_OTHERS)
        .map(({ parameter, totalEffect }) =>
          words.say('drivers.input', { title: known.get(parameter)!.title, share: formatShare(totalEffect) }),
        ),
    ),
  ]);
  return [
    {
      kind: 'table',
      table: {
        caption: words.say('drivers.others'),
        columns: ['outcome', 'input'].map((key) => ({ title: words.say(`column.${key}`), numeric: false })),
        rows,
      },
    },
  ];
}

function inputTable({ words }: Scene, caption: string, rows: string[][]): Table {
  const columns = ['input', 'share'].map((key, i) => ({ title: words.say(`column.${key}`), numeric: i > 0 }));
  return { caption, columns, rows };
}

/** Whole percent: the measure's error is of a few. */
function formatShare(totalEffect: number): string {
  return totalEffect < 0.005 ? '<1%' : formatPercent(Math.round(totalEffect * 100) / 100, 'en');
}
