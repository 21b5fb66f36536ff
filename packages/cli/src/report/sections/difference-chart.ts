/** Chart data: what the decision changes by the last year, outcome by outcome, one axis for each unit. */
import type { OutcomeResult } from '@floodgate/engine/scenario';
import type { ChartBlock, DifferenceGroup } from '../blocks.ts';
import { formatDifference } from '../number.ts';
import { type Scene, titleWithUnit } from '../scene.ts';
import type { Words } from '../words.ts';
import { chartFrame } from './chart-frame.ts';
import { cellsOf } from './outcomes.ts';

export function differenceChart(scene: Scene): ChartBlock {
  const { words, lastYear } = scene;
  const results = scene.report.run.evaluation.outcomes.filter(({ period }) => period === lastYear);
  const [changed, unchanged] = [true, false].map((wanted) => results.filter((one) => changes(scene, one) === wanted));
  return {
    ...chartFrame(scene),
    id: 'difference',
    title: words.say('chart.difference', { year: lastYear }),
    alternative: words.say('chart.difference-alt', { count: changed.length }),
    ...(unchanged.length > 0 && {
      note: words.say('chart.no-difference', { titles: words.join(unchanged.map(({ title }) => words.text(title))) }),
    }),
    // One that differs in fewer futures than an interval shows stays in the table.
    chart: { kind: 'difference', groups: groupByUnit(scene, changed.filter(hasInterval)) },
    table: {
      caption: words.say('chart.difference', { year: lastYear }),
      columns: ['outcome', 'difference', 'higher'].map((key, i) => ({
        title: words.say(`column.${key}`),
        numeric: i > 0,
      })),
      rows: changed.map((result) => {
        const { difference, higher } = cellsOf(scene, result);
        return [titleWithUnit(scene, result), difference, higher];
      }),
    },
  };
}

function changes(scene: Scene, result: OutcomeResult): boolean {
  return scene.changeOf(result).same < 1;
}

function hasInterval({ difference: { p5, p95 } }: OutcomeResult): boolean {
  return p5 !== 0 || p95 !== 0;
}

/** Headline outcomes' units first; a yearly flow shares no axis with a stock. */
function groupByUnit(scene: Scene, results: OutcomeResult[]): DifferenceGroup[] {
  const { words } = scene;
  const groups = new Map<string, DifferenceGroup>();
  for (const result of inOrder(scene, results)) {
    const { unit, difference } = result;
    const group = groups.get(unit) ?? { unit, label: axisLabel(words, unit), rows: [] };
    groups.set(unit, group);
    const scale = unit === 'fraction' ? 100 : 1;
    group.rows.push({
      label: words.text(result.title),
      value: formatDifference(difference, unit, words),
      spread: { p5: difference.p5 * scale, p50: difference.p50 * scale, p95: difference.p95 * scale },
    });
  }
  return [...groups.values()];
}

function axisLabel(words: Words, unit: string): string {
  if (unit === 'fraction') return words.say('chart.points');
  return unit.includes('USD') ? words.say('chart.usd') : (words.unit(unit) ?? unit);
}

function inOrder({ headlines }: Scene, results: OutcomeResult[]): OutcomeResult[] {
  const rank = ({ id }: OutcomeResult) => (headlines.includes(id) ? headlines.indexOf(id) : headlines.length);
  return results.toSorted((a, b) => rank(a) - rank(b));
}
