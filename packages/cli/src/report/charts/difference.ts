/** One row for each outcome: its name, a dot at the median difference, a line over the 90% interval, the numbers. */
import * as Plot from '@observablehq/plot';
import type { DifferenceGroup } from '../blocks.ts';
import { wrap } from '../terminal-text.ts';
import type { Words } from '../words.ts';
import type { Drawn } from './draw.ts';
import { NARROW, ticksIn } from './frame.ts';

const LINE = 15;
const LABEL_COLUMNS = 48;
/** Below the name of an outcome: the line, the numbers, a gap. */
const BELOW = 46;

export function differenceMarks({ unit, label, rows }: DifferenceGroup, words: Words): Drawn {
  const { data, height } = placeRows(rows);
  const text = { y: 'at', dx: -NARROW.marginLeft, frameAnchor: 'left', textAnchor: 'start', lineHeight: 1.2 } as const;
  // Names stand on the zero line: a rim of paper keeps them readable.
  const rim = { stroke: 'var(--paper)', strokeWidth: 4 };
  return {
    heading: label,
    options: {
      ...NARROW,
      height: height + NARROW.marginTop + NARROW.marginBottom,
      // Shares come in percentage points already.
      x: { ...ticksIn(unit === 'fraction' ? 'points' : unit, words), ticks: 3, nice: true, label: null, grid: true },
      y: { type: 'identity', axis: null },
      marks: [
        Plot.ruleX([0], { stroke: 'currentColor', strokeOpacity: 0.6 }),
        Plot.text(data, {
          ...text,
          ...rim,
          text: 'name',
          fill: 'currentColor',
          lineAnchor: 'bottom',
          dy: -8,
          fontWeight: 600,
        }),
        Plot.text(data, { ...text, ...rim, text: 'value', fill: 'var(--muted)', dy: 15 }),
        Plot.ruleY(data, { y: 'at', x1: 'p5', x2: 'p95', stroke: 'var(--with)', strokeWidth: 3, strokeOpacity: 0.55 }),
        Plot.dot(data, { y: 'at', x: 'p50', r: 5, fill: 'var(--with)' }),
      ],
    },
  };
}

/** Each row is as high as the lines of its name need; `at` is its pixel. */
function placeRows(rows: DifferenceGroup['rows']) {
  let height = 0;
  const data = rows.map(({ label, value, spread }) => {
    const lines = wrap(label, LABEL_COLUMNS);
    const at = NARROW.marginTop + height + lines.length * LINE + 8;
    height += lines.length * LINE + BELOW;
    return { at, name: lines.join('\n'), value, ...spread };
  });
  return { data, height };
}
