/** Predictions of published points are pinned, so that an edit that moves them is seen; `npm run fit` writes them anew. */
import { readFileSync } from 'node:fs';
import { predictMeasurement } from '@floodgate/engine/capability';
import { describe, expect, it } from 'vitest';
import { measurements, world } from './capability-world.ts';

const [, ...lines] = readFileSync(new URL('./published-points.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const points = lines.map((line) => {
  const [id, predicted] = line.split(',');
  const row = measurements.find((one) => one.id === id)!;
  return { row, predicted: Number(predicted), what: `${row.chip} ${row.phase} ${row.model} ${row.metric} (${id})` };
});

describe('published points', () => {
  it('are 30 or more, of every phase', () => {
    expect(points.length).toBeGreaterThanOrEqual(30);
    expect(new Set(points.map(({ row }) => row.phase))).toEqual(
      new Set(['prefill', 'decode', 'end-to-end', 'training']),
    );
  });

  it.each(points)('$what', ({ row, predicted }) => {
    const answer = predictMeasurement(world, row);
    expect(answer.predicted! / predicted).toBeCloseTo(1, 3);
  });

  it('are within a fifth of what was measured, three of four', () => {
    const near = points.filter(({ row, predicted }) => Math.abs(predicted / Number(row.value) - 1) < 0.2);
    expect(near.length / points.length).toBeGreaterThan(0.75);
  });
});
