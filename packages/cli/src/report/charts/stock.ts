/** Medians over the years, with the decision as a full line and without it as a dashed one, and their 90% bands. */
import * as Plot from '@observablehq/plot';
import type { Panel } from '../blocks.ts';
import type { Words } from '../words.ts';
import type { Drawn } from './draw.ts';
import { PANEL, ticksIn } from './frame.ts';

export function stockMarks({ title, unit, points }: Panel, words: Words): Drawn {
  const world = (which: 'without' | 'with') => points.map((point) => ({ year: point.year, ...point[which] }));
  const [without, withIt] = [world('without'), world('with')];
  const years = points.map(({ year }) => year);
  return {
    heading: title,
    options: {
      ...PANEL,
      x: { type: 'point', domain: years, tickFormat: String, label: null, padding: years.length > 1 ? 0.1 : 0.5 },
      y: { ...ticksIn(unit, words), ticks: 4, zero: true, nice: true, label: null, grid: true },
      marks: [
        Plot.areaY(withIt, { x: 'year', y1: 'p5', y2: 'p95', fill: 'var(--with)', fillOpacity: 0.18 }),
        // A single year has no area.
        Plot.ruleX(withIt, { x: 'year', y1: 'p5', y2: 'p95', stroke: 'var(--with)', strokeOpacity: 0.4 }),
        // An outline, so that it shows where both intervals are nearly the same.
        ...['p5', 'p95'].map((y) =>
          Plot.lineY(without, { x: 'year', y, stroke: 'var(--without)', strokeDasharray: '3 3' }),
        ),
        Plot.lineY(without, { x: 'year', y: 'p50', stroke: 'var(--without)', strokeWidth: 2, strokeDasharray: '6 4' }),
        Plot.lineY(withIt, { x: 'year', y: 'p50', stroke: 'var(--with)', strokeWidth: 2 }),
        Plot.dot(without, {
          x: 'year',
          y: 'p50',
          r: 4,
          stroke: 'var(--without)',
          strokeWidth: 2,
          fill: 'var(--paper)',
        }),
        Plot.dot(withIt, { x: 'year', y: 'p50', r: 4, fill: 'var(--with)' }),
      ],
    },
  };
}
