/** Installed compute and flows of chips over the years, with and without the decision. */
import type { OutcomeResult } from '@floodgate/engine/scenario';
import type { ChartBlock, Panel, Section, Table } from '../blocks.ts';
import { formatDifference, formatSpread } from '../number.ts';
import { type Scene, titleWithUnit } from '../scene.ts';
import { chartFrame } from './chart-frame.ts';

const STOCKS = ['stock.cn.training', 'stock.cn.inference', 'stock.us.training', 'stock.us.inference'];
/** Smaller flows are in the data table and in outcomes.csv. */
const MOST_FLOWS = 6;

export function figuresSection(scene: Scene): Section {
  const { words } = scene;
  return {
    id: 'figures',
    title: words.say('section.figures'),
    blocks: [chartOver(scene, 'stock', STOCKS), chartOver(scene, 'flows', flowsToChina(scene))],
  };
}

/** One picture of several outcomes over the years. */
export function chartOver(scene: Scene, kind: 'stock' | 'flows', ids: string[]): ChartBlock {
  const { words } = scene;
  const title = words.say(`chart.${kind}`);
  return {
    ...chartFrame(scene),
    id: kind,
    title,
    alternative: words.say(`chart.${kind}-alt`),
    chart: { kind, panels: ids.slice(0, kind === 'flows' ? MOST_FLOWS : ids.length).map((id) => panelOf(scene, id)) },
    table: tableOver(scene, title, ids),
  };
}

/** Chips sold or smuggled to China in any future of either world, the largest first. */
function flowsToChina(scene: Scene): string[] {
  const largest = new Map<string, number>();
  for (const { id, without, with: withIt } of scene.report.run.evaluation.outcomes) {
    if (!/^(shipments\..+\.cn|smuggled\.cn)$/.test(id)) continue;
    const size = Math.max(without.p95, withIt.p95);
    if (size > 0) largest.set(id, Math.max(size, largest.get(id) ?? 0));
  }
  return [...largest].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function resultsOf({ report }: Scene, id: string): OutcomeResult[] {
  return report.run.evaluation.outcomes.filter((result) => result.id === id);
}

function panelOf(scene: Scene, id: string): Panel {
  const results = resultsOf(scene, id);
  return {
    title: titleWithUnit(scene, results[0]),
    unit: results[0].unit,
    points: results.map(({ period, without, with: withIt }) => ({ year: Number(period), without, with: withIt })),
  };
}

function tableOver(scene: Scene, caption: string, ids: string[]): Table {
  const { words } = scene;
  const keys = ['outcome', 'year', 'without', 'with', 'difference'];
  return {
    caption,
    columns: keys.map((key, i) => ({ title: words.say(`column.${key}`), numeric: i > 1 })),
    rows: ids.flatMap((id) =>
      resultsOf(scene, id).map((result) => [
        titleWithUnit(scene, result),
        result.period,
        formatSpread(result.without, result.unit, words),
        formatSpread(result.with, result.unit, words),
        formatDifference(result.difference, result.unit, words),
      ]),
    ),
  };
}
