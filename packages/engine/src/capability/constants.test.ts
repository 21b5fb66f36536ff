import { describe, expect, it } from 'vitest';
import type { Chip, Efficiency } from '../world/index.ts';
import { constantsAt, selectEfficiencies } from './constants.ts';

const chip = { id: 'h20', vendor: 'NVIDIA' } as Chip;

function row(id: string, rest: Partial<Efficiency>): Efficiency {
  const base = {
    quantity: 'link-efficiency',
    chips: [],
    unit: 'fraction',
    estimate: '0.5',
    sources: [],
    reason: '',
  } as const;
  return { ...base, id, published: '2024-01-01', ...rest } as Efficiency;
}

const chosen = (rows: Efficiency[]) => selectEfficiencies(rows, chip, 'fp8').get('link-efficiency')?.row.id;

describe('selectEfficiencies', () => {
  it('prefers a row for the chip to one for its vendor, and that to one for all', () => {
    const rows = [row('all', {}), row('vendor', { vendor: 'NVIDIA' }), row('chip', { chips: ['h20'] })];
    expect(chosen(rows)).toBe('chip');
    expect(chosen(rows.slice(0, 2))).toBe('vendor');
    expect(chosen(rows.slice(0, 1))).toBe('all');
  });

  it('prefers a row for the number format among equally specific ones', () => {
    expect(chosen([row('fp8', { precision: 'fp8' }), row('any', { published: '2025-01-01' })])).toBe('fp8');
  });

  it('takes the last published of equally specific rows', () => {
    expect(chosen([row('new', { published: '2025-01-01' }), row('old', {})])).toBe('new');
  });

  it('leaves out rows for other chips, vendors and formats', () => {
    const others = [row('a', { chips: ['h100-sxm'] }), row('b', { vendor: 'AMD' }), row('c', { precision: 'fp16' })];
    expect(chosen(others)).toBeUndefined();
  });
});

describe('constantsAt', () => {
  it('names the first quantity for which nothing is known', () => {
    expect(constantsAt(selectEfficiencies([row('all', {})], chip, 'fp8'))).toBe('matrix-compute');
  });
});
