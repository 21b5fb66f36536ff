/** Draws chart data as SVG, in a document of its own: no browser, no script, no network. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Chart, ChartBlock } from '../blocks.ts';
import type { Words } from '../words.ts';
import { differenceMarks } from './difference.ts';
import { driverMarks } from './drivers.ts';
import { flowMarks } from './flows.ts';
import { stockMarks } from './stock.ts';

/** One picture with the heading that stands above it; a chart may be several. */
export interface Drawing {
  heading: string;
  svg: string;
}

/** What a chart gives the drawing library: marks, scales and size. */
export interface Drawn {
  heading: string;
  options: Plot.PlotOptions;
}

export function drawChart({ chart, alternative }: Pick<ChartBlock, 'chart' | 'alternative'>, words: Words): Drawing[] {
  return marksOf(chart, words).map(({ heading, options }) => ({
    heading,
    svg: draw(options, heading === '' ? alternative : `${heading}. ${alternative}`),
  }));
}

function marksOf(chart: Chart, words: Words): Drawn[] {
  switch (chart.kind) {
    case 'difference':
      return chart.groups.map((group) => differenceMarks(group, words));
    case 'stock':
      return chart.panels.map((panel) => stockMarks(panel, words));
    case 'flows':
      return chart.panels.map((panel) => flowMarks(panel, words));
    case 'drivers':
      return [driverMarks(chart.bars)];
  }
}

/** One picture, with the words that stand in for it where it cannot be seen. */
export function draw(options: Plot.PlotOptions, alternative: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({
    document: document as unknown as Plot.PlotOptions['document'],
    className: 'plot',
    style: { background: 'none', color: 'currentColor', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    ...options,
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', alternative);
  return svg.outerHTML;
}
