/** Our TPP and performance density beside the published ones: each disagreement is known and explained. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { itemOf } from '@floodgate/engine/rules';
import type { Chip } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../read/csv.ts';
import { chipSchema } from '../schemas/chip.ts';

const TOLERANCE = 0.01;
const ATTRIBUTES: Record<string, string> = { tpp: 'tpp', 'performance-density': 'performanceDensity' };

const rows = (name: string) => {
  const file = fileURLToPath(new URL(`../../../../data/chips/${name}`, import.meta.url));
  return readCsv(readFileSync(file, 'utf8'), name).map((row) => row.value as Record<string, string>);
};
const table = new Map(rows('chips.csv').map((row) => [row.id, row]));

/** Distance of a published figure from our interval, as a share of the published one; infinite when we have none. */
function distance(row: Record<string, string>): number {
  const item = itemOf(chipSchema.parse(table.get(row.chip)) as Chip);
  const bounds = item.values.get(ATTRIBUTES[row.quantity]);
  if (typeof bounds !== 'object') return Number.POSITIVE_INFINITY;
  const [low, high] = [bounds.low.approximate, bounds.high.approximate];
  if (high === Number.POSITIVE_INFINITY) return high;
  return Math.max(0, low - Number(row.value), Number(row.value) - high) / Number(row.value);
}

describe('published TPP and performance density', () => {
  const published = rows('published-derived.csv');

  it.each(published.filter((row) => !row.explanation))('$chip: our $quantity is the published $value', (row) => {
    expect(distance(row)).toBeLessThanOrEqual(TOLERANCE);
  });

  it.each(published.filter((row) => row.explanation))('$chip: our $quantity is not $value: $explanation', (row) => {
    expect(distance(row)).toBeGreaterThan(TOLERANCE);
  });
});

describe('conflicting figures of chips', () => {
  const all = rows('conflicts.csv');
  const subject = (row: Record<string, string>) => `${row.chip} ${row.attribute}`;
  const conflicts = [...new Set(all.map(subject))].map((name) => [name, all.filter((row) => subject(row) === name)]);

  it.each(
    conflicts as [string, Record<string, string>[]][],
  )('%s: one value is preferred, and it is the one in the table', (_, candidates) => {
    const preferred = candidates.filter((row) => row.preferred === 'yes');
    expect(preferred).toHaveLength(1);
    expect(preferred[0].value).toBe(table.get(preferred[0].chip)?.[preferred[0].attribute]);
    expect(new Set(candidates.map((row) => row.value)).size).toBe(candidates.length);
    expect(candidates.every((row) => row.reason)).toBe(true);
  });
});
