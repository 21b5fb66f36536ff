/** What is read in texts of many kinds, span by span, and what is left alone. */
import { readFileSync } from 'node:fs';
import { type Quantity, readQuantities } from '@floodgate/reading';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Row = { en?: string; zh?: string; reads: string[] };
const rows: Row[] = parse(readFileSync(new URL('./quantities-read.yaml', import.meta.url), 'utf8'));
const terms = [
  { id: 'china', en: ['China', 'Chinese'], zh: ['中国'] },
  { id: 'huawei', en: ['Huawei'], zh: ['华为'] },
  { id: 'h20', en: ['H20', 'H20s'], zh: ['H20'] },
];

function said(q: Quantity): string {
  const size = [q.value, q.interval && `${q.interval.low}..${q.interval.high}`].filter((part) => part !== null);
  const whole =
    q.kind === 'date'
      ? q.date === null
        ? '?'
        : `${q.date.from}..${q.date.until}`
      : size.length === 2
        ? `${size[0]} (${size[1]})`
        : size[0];
  return [q.text, '=', q.kind, whole, q.unit, q.comparator === 'exactly' ? null : q.comparator]
    .filter((part) => part !== null)
    .join(' ');
}

describe('quantities', () => {
  it.each(rows)('of $en$zh', ({ en, zh, reads }) => {
    const found = readQuantities((en ?? zh)!, en === undefined ? 'zh' : 'en', { published: '2025-07-20', terms: [] });
    expect(found.map(said)).toEqual(reads);
  });

  it('without a day of publication leave relative dates open', () => {
    const found = readQuantities('It acted last month, on July 15, three days later and in 2024.', 'en', {
      published: null,
      terms: [],
    });
    expect(found.map(said)).toEqual([
      'last month = date ?',
      'July 15 = date ?',
      'three days later = date ?',
      '2024 = date 2024-01-01..2024-12-31',
    ]);
  });

  it.each([
    ['en', 'China can make only about 200,000 a year.', ['china']],
    ['en', 'In 2025 Huawei made 800,000, while America sold ten million.', ['huawei', 'huawei', null]],
    ['en', 'A fifth of all H20s went there.', ['h20']],
    ['zh', '华为每年产20万颗，中国共80万颗。', ['huawei', 'china']],
    ['zh', '產量為20萬顆。中國稱將達80萬顆。', [null, 'china']],
  ] as const)('are about the nearest term of their clause (%s: %s)', (lang, text, subjects) => {
    expect(readQuantities(text, lang, { published: null, terms }).map((q) => q.subject)).toEqual(subjects);
  });
});
