import { describe, expect, it } from 'vitest';
import type { Chip, Efficiency } from '../world/index.ts';
import { constantsAt, quantityAt, selectEfficiencies } from './constants.ts';

const chip = { id: 'h20', vendor: 'NVIDIA' } as Chip;

function row(id: string, rest: Partial<Efficiency>): Efficiency {
  const base = {
    quantity: 'link-efficiency',
    chips: [],
    when: [],
    unit: 'fraction',
    estimate: '0.5',
    sources: [],
    reason: '',
  } as const;
  return { ...base, id, published: '2024-01-01', ...rest } as Efficiency;
}

const select = (rows: Efficiency[], ...words: string[]) => selectEfficiencies(rows, chip, 'fp8', new Set(words));
const chosen = (rows: Efficiency[], ...words: string[]) => select(rows, ...words).chosen.get('link-efficiency')?.row.id;

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

  it('prefers a row for the circumstances to one for the chip, and needs every word of it', () => {
    const rows = [row('chip', { chips: ['h20'] }), row('vllm', { when: ['vllm', 'decode'] })];
    expect(chosen(rows, 'vllm', 'decode', 'dense')).toBe('vllm');
    expect(chosen(rows, 'vllm')).toBe('chip');
  });

  it('keeps one row of speed for each scope, the last published', () => {
    const speed = (id: string, rest: Partial<Efficiency>) => row(id, { quantity: 'speed', unit: 'ratio', ...rest });
    const rows = [speed('old', {}), speed('new', { published: '2025-01-01' }), speed('vllm', { when: ['vllm'] })];
    expect(select(rows, 'vllm').speeds.map((one) => one.row.id)).toEqual(['new', 'vllm']);
    expect(select(rows).speeds.map((one) => one.row.id)).toEqual(['new']);
  });

  it('leaves out rows for other chips, vendors and formats', () => {
    const others = [row('a', { chips: ['h100-sxm'] }), row('b', { vendor: 'AMD' }), row('c', { precision: 'fp16' })];
    expect(chosen(others)).toBeUndefined();
  });
});

describe('quantityAt', () => {
  it('reads the median unless another position is asked for', () => {
    const rows = [row('all', { unit: 'ratio', quantity: 'expert-imbalance', estimate: '1 to 4' })];
    expect(quantityAt(select(rows), 'expert-imbalance')).toBeCloseTo(2, 12);
    expect(quantityAt(select(rows), 'expert-imbalance', () => 0.95)).toBeCloseTo(4, 6);
    expect(quantityAt(select(rows), 'link-efficiency')).toBeUndefined();
  });
});

describe('constantsAt', () => {
  it('names the first quantity for which nothing is known', () => {
    expect(constantsAt(select([row('all', {})]))).toBe('matrix-compute');
  });
});
