/** The second clock: what could be expected of the decision when it became known, beside what is known now. */
import type { Evaluation, OutcomeResult } from '@floodgate/engine/scenario';
import type { Section, Table } from '../blocks.ts';
import { formatDifference, formatNumber } from '../number.ts';
import { resultOf, type Scene, titleWithUnit } from '../scene.ts';
import { formatHigher } from './outcomes.ts';

export function clocksSection(scene: Scene): Section {
  const { report, words } = scene;
  const { foreseen, run } = report;
  const draws = foreseen && formatNumber(foreseen.draws, words.language, { digits: 7 });
  return {
    id: 'clocks',
    title: words.say('section.clocks'),
    blocks: !foreseen
      ? [{ kind: 'text', text: words.say('clocks.absent') }]
      : [
          {
            kind: 'text',
            text: words.say('clocks.intro', {
              known: words.day(foreseen.asOf),
              now: words.day(run.evaluation.asOf),
              draws: draws!,
            }),
          },
          { kind: 'table', table: tableOf(scene, foreseen) },
        ],
  };
}

function tableOf(scene: Scene, foreseen: Evaluation): Table {
  const { words, report, headlines, lastYear } = scene;
  const clock = (key: string, day: string) => ({
    title: words.say(`clocks.${key}`, { day: words.day(day) }),
    numeric: true,
  });
  const higher = { title: words.say('column.higher'), numeric: true };
  return {
    caption: words.say('clocks.caption', { year: lastYear }),
    columns: [
      { title: words.say('column.outcome'), numeric: false },
      clock('then', foreseen.asOf),
      higher,
      clock('now', report.run.evaluation.asOf),
      higher,
      { title: words.say('clocks.verdict'), numeric: false },
    ],
    rows: headlines.flatMap((id) => {
      const expected = foreseen.outcomes.find((one) => one.id === id && one.period === lastYear);
      return expected ? [rowOf(scene, expected, resultOf(scene, id, lastYear))] : [];
    }),
  };
}

function rowOf(scene: Scene, expected: OutcomeResult, seen: OutcomeResult): string[] {
  const { words } = scene;
  return [
    titleWithUnit(scene, seen),
    formatDifference(expected.difference, expected.unit, words),
    formatHigher(expected.probabilityHigher),
    formatDifference(seen.difference, seen.unit, words),
    formatHigher(seen.probabilityHigher),
    words.say(`clocks.${placeOf(seen.difference.p50, expected.difference)}`),
  ];
}

/** Where today's median lies in the interval that was expected. */
function placeOf(median: number, { p5, p95 }: { p5: number; p95: number }): 'within' | 'above' | 'below' {
  if (median > p95) return 'above';
  return median < p5 ? 'below' : 'within';
}
