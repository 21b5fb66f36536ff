import { describe, expect, it } from 'vitest';
import { readMessages } from './invented.fixture.ts';
import {
  formatDifference,
  formatEstimate,
  formatIn,
  formatNumber,
  formatPercent,
  formatRange,
  formatSpread,
} from './number.ts';
import { createWords } from './words.ts';

const messages = readMessages();
const en = createWords(messages, 'en');
const zh = createWords(messages, 'zh');
const spread = (p5: number, p50: number, p95: number) => ({ p5, p50, p95 });

describe('numbers in both languages', () => {
  it('scales by thousands and millions in English, by ten thousand and a hundred million in Chinese', () => {
    expect(formatNumber(1_234_567, 'en')).toBe('1.23 million');
    expect(formatNumber(1_234_567, 'zh')).toBe('123万');
    expect(formatNumber(234_567_890, 'zh')).toBe('2.35亿');
    expect(formatNumber(45_678, 'en')).toBe('45,700');
    expect(formatNumber(45_678, 'zh')).toBe('4.57万');
  });

  it('rounds up into the next scale as a whole', () => {
    expect(formatNumber(999_999, 'en')).toBe('1 million');
    expect(formatNumber(9999, 'zh')).toBe('1万');
  });

  it('writes a true minus, and a plus only on differences', () => {
    expect(formatNumber(-1500, 'en')).toBe('−1,500');
    expect(formatNumber(1500, 'en', { signed: true })).toBe('+1,500');
    expect(formatNumber(0, 'en', { signed: true })).toBe('0');
  });

  it('gives shares in per cent, to hundredths at the finest, and never says 0 for something', () => {
    expect(formatPercent(0.1234, 'en')).toBe('12.3%');
    expect(formatPercent(0.00059, 'en', { digits: 2 })).toBe('0.06%');
    expect(formatPercent(0.00001, 'en')).toBe('≈0%');
    expect(formatPercent(0, 'en')).toBe('0%');
  });

  it('gives money in the scale of the language', () => {
    expect(formatIn(3.2, 'billion USD/yr', en)).toBe('$3.2 billion');
    expect(formatIn(3.2, 'billion USD/yr', zh)).toBe('32亿美元');
    expect(formatIn(-0.05, 'billion USD/yr', en)).toBe('−$50 million');
    expect(formatIn(2, 'trillion USD', en)).toBe('$2 trillion');
  });

  it('gives ratios as times', () => {
    expect(formatIn(5.25, 'ratio', en)).toBe('5.25×');
    expect(formatIn(5.25, 'ratio', zh)).toBe('5.25倍');
  });

  it('writes an interval behind its median, and none where there is none', () => {
    expect(formatSpread(spread(0.04, 0.12, 0.3), 'fraction', en)).toBe('12% (4% to 30%)');
    expect(formatSpread(spread(0.04, 0.12, 0.3), 'fraction', zh)).toBe('12%（4%至30%）');
    expect(formatSpread(spread(7, 7, 7), 'H100e', en)).toBe('7');
  });

  it('gives differences between shares in percentage points', () => {
    expect(formatDifference(spread(-0.002, 0.012, 0.03), 'fraction', en)).toBe('+1.2 pp (−0.2 to +3)');
    expect(formatDifference(spread(-0.002, 0.012, 0.03), 'fraction', zh)).toBe('+1.2个百分点（−0.2至+3）');
  });

  it('names the unit behind an estimate', () => {
    expect(formatEstimate(spread(9e5, 1e6, 1.1e6), 'chips/yr', en)).toBe(
      '1 million (900,000 to 1.1 million) chips a year',
    );
    expect(formatEstimate(spread(9e5, 1e6, 1.1e6), 'chips/yr', zh)).toBe('100万（90万至110万）枚/年');
    expect(formatEstimate(spread(11000, 12000, 14000), 'USD/chip', en)).toBe('$12,000 ($11,000 to $14,000) a chip');
    expect(formatEstimate(spread(2, 2, 2), 'H100e', zh)).toBe('2 H100当量');
  });

  it('writes bounds without a middle where there is no middle', () => {
    expect(formatRange(200, 300, 'chips', en)).toBe('200 to 300 chips');
    expect(formatRange(200, 300, 'chips', zh)).toBe('200至300枚');
  });
});
