/** Whatever number is written, in whichever of its forms, is read back; and any change of one of two languages is reported. */
import { readFileSync } from 'node:fs';
import { compareQuantities, type Quantity, readQuantities } from '@floodgate/reading';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writtenInBoth, writtenInChinese, writtenInEnglish } from './quantities-written.ts';

const context = { published: '2025-07-20', terms: [] };
const read = (text: string, lang: 'en' | 'zh') => readQuantities(text, lang, context);
const compare = (en: string, zh: string) => compareQuantities(read(en, 'en'), read(zh, 'zh'));
const runs = { numRuns: 300, seed: 1 };

describe('a number written by a generator', () => {
  it('reads back in English, cut exactly', () => {
    fc.assert(
      fc.property(writtenInEnglish, ({ value, text }) => {
        const found = read(`The company shipped ${text} accelerators to its customers.`, 'en');
        expect(found.map((q) => [q.text, q.value])).toEqual([[text, value]]);
      }),
      runs,
    );
  });

  it('reads back in Chinese, cut exactly', () => {
    fc.assert(
      fc.property(writtenInChinese, ({ value, text }) => {
        const found = read(`该公司向客户交付了${text}颗加速芯片。`, 'zh');
        expect(found.map((q) => [q.text, q.value])).toEqual([[text, value]]);
      }),
      runs,
    );
  });
});

/** One statement with a figure in both languages; the figure keeps its place, the words around it differ. */
const statements: readonly { en: (figure: string) => string; zh: (figure: string) => string }[] = [
  { en: (n) => `Huawei made ${n} chips.`, zh: (n) => `华为生产了${n}颗芯片。` },
  { en: (n) => `The order is worth about $${n}.`, zh: (n) => `该订单约值${n}美元。` },
  { en: (n) => `More than ${n} people work there.`, zh: (n) => `那里有超过${n}人工作。` },
  { en: (n) => `Its capacity is ${n} wafers a month.`, zh: (n) => `其产能为每月${n}片晶圆。` },
  { en: (n) => `In July they bought ${n} tonnes of gallium.`, zh: (n) => `7月，他们购入${n}吨镓。` },
];
const text = (figures: readonly (string | null)[], lang: 'en' | 'zh') =>
  figures.map((figure, i) => (figure === null ? '' : statements[i]![lang](figure))).join(lang === 'en' ? ' ' : '');
const several = fc.uniqueArray(writtenInBoth, {
  minLength: 2,
  maxLength: statements.length,
  selector: ({ value }) => value,
});
const anyOf = fc.nat({ max: statements.length - 1 });

describe('two languages', () => {
  it('that say the same numbers have no mismatch', () => {
    fc.assert(
      fc.property(several, (figures) => {
        expect(
          compare(
            text(
              figures.map(({ en }) => en),
              'en',
            ),
            text(
              figures.map(({ zh }) => zh),
              'zh',
            ),
          ),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('of which one changes a number are told apart by that number', () => {
    fc.assert(
      fc.property(several, anyOf, writtenInBoth, (figures, pick, other) => {
        const at = pick % figures.length;
        fc.pre(figures.every(({ value }) => Math.abs(value - other.value) > 0.2 * value));
        const changed = figures.map(({ zh }, i) => (i === at ? other.zh : zh));
        const found = compare(
          text(
            figures.map(({ en }) => en),
            'en',
          ),
          text(changed, 'zh'),
        );
        expect(found.map(({ kind, en, zh }) => [kind, en?.value, zh?.value])).toEqual([
          ['number', figures[at]!.value, other.value],
        ]);
      }),
      runs,
    );
  });

  it('of which one leaves a number out report that number as missing', () => {
    fc.assert(
      fc.property(several, anyOf, fc.boolean(), (figures, pick, inEnglish) => {
        const at = pick % figures.length;
        const without = (lang: 'en' | 'zh') =>
          figures.map((figure, i) => (i === at && (lang === 'en') === inEnglish ? null : figure[lang]));
        const found = compare(text(without('en'), 'en'), text(without('zh'), 'zh')).filter(
          ({ en, zh }) => (en ?? zh)!.kind !== 'date',
        );
        expect(found.map(({ kind, en, zh }) => [kind, (en ?? zh)!.value])).toEqual([['missing', figures[at]!.value]]);
      }),
      runs,
    );
  });

  const pairs: { en: string; zh: string }[] = parse(
    readFileSync(new URL('./quantities-pairs.yaml', import.meta.url), 'utf8'),
  );
  it.each(pairs)('agree: $en', ({ en, zh }) => {
    expect(compare(en, zh)).toEqual([]);
    // What agrees with its translation must be there to agree.
    expect(read(en, 'en').length).toBeGreaterThan(0);
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...[
      '1',
      '2025',
      '3.5',
      ',',
      '.',
      ' ',
      '-',
      '–',
      '%',
      '$',
      'US$',
      '€',
      'million',
      'bn',
      'half',
      'a ',
      'two ',
      'hundred ',
      'and ',
      'of ',
      'between ',
      'to ',
      'May ',
      'July ',
      'last ',
      'year',
      'more than ',
      'H20',
    ],
    ...[
      '万',
      '亿',
      '一',
      '三',
      '十',
      '百',
      '分之',
      '年',
      '月',
      '日',
      '半',
      '多',
      '几',
      '数',
      '约',
      '超过',
      '至',
      '倍',
      '成',
      '个',
      '第',
      '上',
      '去年',
      '，',
      '。',
      '１',
      '\u202e',
      'א',
      '\ud83d',
      '\u0000',
      '\n',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('gives quantities that are cut exactly, in order, apart, finite and dated within the calendar', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('en' as const, 'zh' as const),
        fc.constantFrom('2025-07-20', null),
        (words, lang, published) => {
          const found = readQuantities(words, lang, { published, terms: [] });
          found.forEach((q, i) => {
            expect(words.slice(q.start, q.end)).toBe(q.text);
            expect(q.start).toBeGreaterThanOrEqual(i === 0 ? 0 : found[i - 1]!.end);
            expect(q.end).toBeGreaterThan(q.start);
            expectSound(q);
          });
          expect(compareQuantities(found, [])).toHaveLength(compareQuantities([], found).length);
        },
      ),
      { numRuns: 1000, seed: 1 },
    );
  });

  function expectSound({ value, interval, date, kind }: Quantity): void {
    if (value !== null) expect(Number.isFinite(value)).toBe(true);
    if (interval !== null) expect(interval.low).toBeLessThanOrEqual(interval.high);
    if (date !== null) {
      expect(date.from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(date.from <= date.until).toBe(true);
    }
    expect(kind === 'date' || value !== null || interval !== null).toBe(true);
  }

  it('costs in proportion to its length, whatever it repeats', () => {
    const repeated = [
      '1',
      '1,',
      '1 ',
      '一',
      '万',
      '一万',
      '十多',
      '半',
      '数',
      '$',
      'one ',
      'two hundred and ',
      'tens of ',
      'half a ',
      '2025 ',
      '2025年',
      '约为的',
      '.',
      '(',
      'A1-',
      ' ',
      '\n',
      '１',
      '上',
      'more than ',
    ];
    for (const piece of repeated)
      for (const lang of ['en', 'zh'] as const) {
        const start = performance.now();
        read(piece.repeat(6_000 / piece.length), lang);
        // A few tens of milliseconds; whatever is quadratic takes minutes.
        expect(performance.now() - start, `${lang} ${piece}`).toBeLessThan(3_000);
      }
  });

  it('skips a run of digits too long to be a number', () => {
    expect(read(`${'7'.repeat(1_000_000)} chips and 35 wafers`, 'en').map((q) => q.text)).toEqual(['35']);
  });
});
