/** Bars of total effects, each under the name of its input. */
import * as Plot from '@observablehq/plot';
import type { Bar } from '../blocks.ts';
import { wrap } from '../terminal-text.ts';
import type { Drawn } from './draw.ts';
import { NARROW } from './frame.ts';

const LINE = 15;
const BAR = 12;
const GAP = 14;
const LABEL_COLUMNS = 54;

export function driverMarks(bars: Bar[]): Drawn {
  const { data, height } = placeBars(bars);
  return {
    heading: '',
    options: {
      ...NARROW,
      marginLeft: 0,
      height: height + NARROW.marginTop,
      x: { axis: null, domain: [0, Math.max(...bars.map(({ share }) => share))] },
      y: { type: 'identity', axis: null },
      marks: [
        Plot.rect(data, { x1: 0, x2: 'share', y1: 'top', y2: 'bottom', fill: 'var(--with)' }),
        Plot.text(data, {
          y: 'top',
          text: 'name',
          frameAnchor: 'left',
          textAnchor: 'start',
          lineAnchor: 'bottom',
          lineHeight: 1.2,
          dy: -4,
        }),
      ],
    },
  };
}

/** Each bar stands under the lines of its name; `top` and `bottom` are pixels. */
function placeBars(bars: Bar[]) {
  let height = 0;
  const data = bars.map(({ label, share, value }) => {
    const lines = wrap(`${value}  ${label}`, LABEL_COLUMNS);
    const top = NARROW.marginTop + height + lines.length * LINE + 4;
    height += lines.length * LINE + BAR + GAP;
    return { top, bottom: top + BAR, share, name: lines.join('\n') };
  });
  return { data, height };
}
