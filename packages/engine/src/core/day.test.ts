import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, lastQuarterOf, parseDay, quarterName, quarterOf, quarterStart } from './day.ts';
import { nearest } from './errors.ts';

describe('days and quarters', () => {
  it.each([
    '2025-02-30',
    '2025-13-01',
    '25-07-14',
    '2025-7-14',
    'yesterday',
    '2025-07-14T00:00',
  ])('refuses "%s" as a day', (text) => {
    expect(() => parseDay(text, '--on')).toThrow(/bad-date/);
  });

  it('accepts a leap day', () => {
    expect(parseDay('2024-02-29', '--on')).toBe('2024-02-29');
  });

  it('counts quarters from 2022Q1', () => {
    expect([quarterOf('2022-01-01'), quarterOf('2025-07-14'), lastQuarterOf(2025)]).toEqual([0, 14, 15]);
    expect([quarterName(14), quarterStart(14)]).toEqual(['2025Q3', '2025-07-01']);
    expect(quarterName(quarterOf('2021-12-31'))).toBe('2021Q4');
  });

  it('counts days over the ends of months and years', () => {
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});

describe('nearest', () => {
  it('finds the id that a typist meant, and none when nothing is near', () => {
    const ids = ['h100-sxm', 'h20', 'ascend-910b'];
    expect(nearest('h10-sxm', ids)).toBe('h100-sxm');
    expect(nearest('ascend910b', ids)).toBe('ascend-910b');
    expect(nearest('910', [...ids, 'ascend-910b4'])).toBe('ascend-910b');
    expect(nearest('zzzzzzzzzzzz', ids)).toBe('');
  });
});
