/** Chips of a kind that reach China by year: a filled dot with the decision beside a hollow one without it. */
import * as Plot from '@observablehq/plot';
import type { Panel } from '../blocks.ts';
import type { Words } from '../words.ts';
import type { Drawn } from './draw.ts';
import { PANEL, ticksIn } from './frame.ts';

/** Pixels that the two worlds stand apart from their year. */
const APART = 8;

export function flowMarks({ title, unit, points }: Panel, words: Words): Drawn {
  const years = points.map(({ year }) => year);
  return {
    heading: title,
    options: {
      ...PANEL,
      x: { type: 'point', domain: years, tickFormat: String, label: null, padding: 0.5 },
      y: { ...ticksIn(unit, words), ticks: 4, zero: true, nice: true, label: null, grid: true },
      marks: [
        Plot.ruleY([0], { strokeOpacity: 0.6 }),
        ...worldMarks(
          points.map(({ year, without }) => ({ year, ...without })),
          'var(--without)',
          -APART,
          true,
        ),
        ...worldMarks(
          points.map((point) => ({ year: point.year, ...point.with })),
          'var(--with)',
          APART,
          false,
        ),
      ],
    },
  };
}

function worldMarks(data: object[], colour: string, dx: number, hollow: boolean): Plot.Markish[] {
  const line = { x: 'year', stroke: colour, strokeWidth: 2.5, dx };
  return [
    Plot.ruleX(data, { ...line, y1: 'p5', y2: 'p95', strokeOpacity: 0.6, ...(hollow && { strokeDasharray: '4 3' }) }),
    Plot.dot(data, { ...line, y: 'p50', r: 4.5, fill: hollow ? 'var(--paper)' : colour }),
  ];
}
