/** The frontier of a proposed rule: for each attribute that it tests, the best index that passes at every value. */
import type { Frontier, StressTest } from '@floodgate/engine/design';
import * as Plot from '@observablehq/plot';
import type { Fields } from '../../view/translate.ts';
import { formatNumber } from '../number.ts';
import type { Words } from '../words.ts';
import { draw } from './draw.ts';
import { PANEL } from './frame.ts';

type Say = (key: string, fields?: Fields) => string;

/** Training is dashed. */
const STROKES: Record<string, string> = { training: '5 3' };

/** One picture for each attribute; the objectives are told apart by their stroke and by a word at the end. */
export function drawFrontier(result: StressTest, words: Words, say: Say): { name: string; svg: string }[] {
  const attributes = [...new Set(result.frontier.map(({ attribute }) => attribute))];
  return attributes.map((attribute) => {
    const lines = result.frontier.filter((frontier) => frontier.attribute === attribute);
    const title = say('design.frontier.picture', { attribute: say(`design.attribute.${attribute}`) });
    return { name: `frontier-${attribute}.svg`, svg: standing(draw(frontierMarks(lines, title, words, say), title)) };
  });
}

function frontierMarks(lines: Frontier[], title: string, words: Words, say: Say): Plot.PlotOptions {
  const points = lines.flatMap(({ objective, points }) =>
    points.map(({ value, best }) => ({ value, best: best ?? Number.NaN, objective })),
  );
  const name = (objective: string) => say(`design.objective.${objective}`);
  const ends = lines.flatMap(({ objective, points: own }) => {
    const end = own.findLast(({ best }) => best !== null);
    return end ? [{ value: end.value, best: end.best, label: name(objective) }] : [];
  });
  const above = { frameAnchor: 'top-left', dx: 4 - PANEL.marginLeft, textAnchor: 'start' } as const;
  const ticks = (value: number) => formatNumber(value, words.language);
  return {
    ...PANEL,
    width: 480,
    height: 280,
    marginTop: 50,
    marginRight: 70,
    marginBottom: 44,
    x: { label: say(`design.attribute.${lines[0].attribute}`), tickFormat: ticks, ticks: 5 },
    y: { label: null, tickFormat: ticks, zero: true, grid: true },
    marks: [
      Plot.text([title], { ...above, dy: -40, fontWeight: 600 }),
      Plot.text([say('design.frontier.axis')], { ...above, dy: -20 }),
      Plot.ruleX(lines[0].limits, { stroke: 'currentColor', strokeOpacity: 0.4, strokeDasharray: '2 3' }),
      ...lines.map(({ objective }) =>
        Plot.line(
          points.filter((point) => point.objective === objective),
          {
            x: 'value',
            y: 'best',
            stroke: 'currentColor',
            strokeWidth: 1.6,
            strokeDasharray: STROKES[objective] ?? '',
          },
        ),
      ),
      Plot.dot(points, { x: 'value', y: 'best', fill: 'currentColor', r: 2 }),
      Plot.text(ends, { x: 'value', y: 'best', text: 'label', dx: 6, textAnchor: 'start' }),
    ],
  };
}

/** A picture that stands in a file of its own says what it is written in, and on which paper. */
function standing(svg: string): string {
  return svg
    .replace('<svg', svg.includes('xmlns=') ? '<svg' : '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/background: ?none/, 'background:white');
}
