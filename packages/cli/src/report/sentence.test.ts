import type { OutcomeResult } from '@floodgate/engine/scenario';
import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { readMessages } from './invented.fixture.ts';
import { describeChange } from './sentence.ts';
import { createWords } from './words.ts';

const messages = readMessages();
const en = createWords(messages, 'en');
const zh = createWords(messages, 'zh');
const spread = (p5: number, p50: number, p95: number) => ({ p5, p50, p95, mean: p50, standardError: 0 });
const chips = { chips: [{ id: 'h20', name: { en: 'H20', zh: 'H20' } }] } as unknown as Parameters<
  typeof describeChange
>[1];

/** An invented result of 2027 with a given difference. */
function result(id: string, unit: string, difference: OutcomeResult['difference']): OutcomeResult {
  const title = { en: 'An outcome', zh: '某项结果' };
  const level = spread(1, 2, 3);
  return { id, unit, title, period: '2027', without: level, with: level, difference, probabilityHigher: 0 };
}

const change = (higher: number, lower: number, relative?: Change['relative']): Change => ({
  higher,
  lower,
  same: 1 - higher - lower,
  relative,
});

describe('an outcome in words', () => {
  const relative = spread(0.04, 0.12, 0.3);

  it('says how much more, with the interval and the number of futures', () => {
    const stock = result('stock.cn.inference', 'H100e', spread(4e4, 1e5, 3e5));
    expect(describeChange(en, chips, stock, change(0.97, 0.03, relative), 10_000)).toBe(
      'By the end of 2027, China has 12% (4% to 30%) more compute for inference with the decision than without it; it is higher in 97 of 100 futures.',
    );
    expect(describeChange(zh, chips, stock, change(0.97, 0.03, relative), 10_000)).toBe(
      '到2027年底，中国的推理算力在有该决定时比没有时多12%（4%至30%）；每100种未来情景中有97种更高。',
    );
  });

  it('says how much less with the bounds the right way round', () => {
    const stock = result('stock.us.training', 'H100e', spread(-3e5, -1e5, -4e4));
    expect(describeChange(en, chips, stock, change(0, 1, spread(-0.3, -0.12, -0.04)), 10_000)).toBe(
      'By the end of 2027, the US has 12% (4% to 30%) less compute for training with the decision than without it; it is lower in 100 of 100 futures.',
    );
  });

  it("counts in the outcome's own unit where there was nothing to compare with", () => {
    const sold = result('shipments.h20.cn', 'chips/yr', spread(2e5, 5e5, 1.2e6));
    expect(describeChange(en, chips, sold, change(1, 0), 10_000)).toBe(
      'In 2027, 500,000 (200,000 to 1.2 million) more units of the H20 are sold legally to China with the decision; it is higher in 100 of 100 futures.',
    );
  });

  it('gives changes of shares in percentage points', () => {
    const share = result('share.cn.training', 'fraction', spread(0.004, 0.012, 0.03));
    expect(describeChange(en, chips, share, change(1, 0, relative), 10_000)).toContain(
      '1.2 percentage points (0.4 to 3) higher',
    );
  });

  it('says that there is no difference where there is none in any future', () => {
    const none = result('stock.us.training', 'H100e', spread(0, 0, 0));
    expect(describeChange(en, chips, none, change(0, 0, spread(0, 0, 0)), 10_000)).toBe(
      'An outcome, end of 2027: no difference in any of the 10,000 futures.',
    );
  });

  it('says first in how many futures there is no difference where that is common', () => {
    const seldom = result('forgone.us.training', 'H100e/yr', spread(0, 0, 8500));
    expect(describeChange(en, chips, seldom, change(0.3, 0), 10_000)).toBe(
      'An outcome, 2027: no difference in 70 of 100 futures, higher in 30 and lower in 0; 90% of futures lie between 0 and +8,500, the mean is 0 H100-equivalents.',
    );
  });

  it('does not pick a direction when the interval straddles zero', () => {
    const open = result('stock.cn.training', 'H100e', spread(-8e4, -2e4, 5e4));
    const text = describeChange(en, chips, open, change(0.41, 0.59, spread(-0.08, -0.02, 0.05)), 10_000);
    expect(text).toBe(
      'An outcome, end of 2027: the model cannot tell whether the decision raises or lowers it: −2% (−8% to +5%), higher in 41 and lower in 59 of 100 futures.',
    );
  });

  it('never says all or none when it is only nearly so', () => {
    const stock = result('stock.cn.inference', 'H100e', spread(4e4, 1e5, 3e5));
    expect(describeChange(en, chips, stock, change(0.9999, 0.0001, relative), 10_000)).toContain('more than 99 of 100');
  });

  it('counts the futures there are when they are fewer than a hundred', () => {
    const stock = result('stock.cn.inference', 'H100e', spread(4e4, 1e5, 3e5));
    expect(describeChange(en, chips, stock, change(1, 0, relative), 20)).toContain('higher in 20 of 20 futures');
  });
});
