/** How Chinese writes dates, longest sense first: each form and the days that it stands for. */
import {
  type Days,
  dayOf,
  type Grain,
  isDay,
  monthsOf,
  nearestYear,
  partsOf,
  quarterOf,
  stepped,
  thirdOf,
  yearOf,
} from './calendar.ts';
import { chineseNumeral } from './chinese-numeral.ts';

type Groups = (string | undefined)[];
type Resolve = (groups: Groups, published: string | null) => Days | null | undefined;

const year = '((?:19|20)\\d\\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\\s?(?:年度?|财年)\\s?';
// 今年62岁 tells an age, no year.
const wordYear = '(?!今年\\s?[\\d一二三四五六七八九十]{1,3}岁)(大前年|前年|去年|上年|今年|本年|明年|后年|次年|翌年)';
const month = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月份?\\s?';
const day =
  '(3[01]|[12]\\d|0?[1-9]|[一二]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|[一二三四五六七八九])\\s?[日号]';
const anyYear = `(?:${year}|${wordYear}\\s?)`;
const to = '\\s?(?:至|到|—|–|-|~|～)+\\s?';
const yearSteps: Record<string, number> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  后年: 2,
  次年: 1,
  翌年: 1,
};
const dayShift: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  次日: 1,
  翌日: 1,
  后天: 2,
  第二天: 1,
};
const quarterNames = '一二三四';
const seasons: Record<string, number> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };
const grains: Record<string, Grain> = { 年: 'yr', 月: 'mo', 周: 'wk', 星期: 'wk', 天: 'd', 日: 'd', 季度: 'quarter' };

const number = (written: string): number =>
  /^\d/.test(written) ? Number(written) : (chineseNumeral(written, 0)?.value ?? Number.NaN);

/** Year in digits, in characters, or by its distance; `undefined` groups leave it to the month nearest the publication. */
function yearFrom(
  digits: string | undefined,
  word: string | undefined,
  published: string | null,
  m?: number,
): number | null {
  if (digits !== undefined) return number(digits.replace(/[○零]/g, '〇'));
  if (published === null) return null;
  if (word !== undefined) return partsOf(published).year + yearSteps[word]!;
  return m === undefined ? partsOf(published).year : nearestYear(published, m);
}

function monthFrom(groups: Groups, published: string | null): Days | null {
  const m = number(groups[2]!);
  const y = yearFrom(groups[0], groups[1], published, m);
  return y === null ? null : monthsOf(y, m, 1);
}

function dayFrom(groups: Groups, published: string | null): Days | null | undefined {
  const [m, d] = [number(groups[2]!), number(groups[3]!)];
  const y = yearFrom(groups[0], groups[1], published, m);
  if (!isDay(y ?? 2024, m, d)) return undefined;
  return y === null ? null : dayOf(y, m, d);
}

function span(first: Days | null | undefined, last: Days | null | undefined): Days | null | undefined {
  if (first === undefined || last === undefined) return undefined;
  if (first === null || last === null) return null;
  return first.from <= last.until ? { from: first.from, until: last.until } : undefined;
}

/** 初 and 底 of a month are its first and last third, of a year its first and last month. */
const part = (days: Days | null, name: string): Days | null => {
  if (days === null) return null;
  const isMonth = days.from.slice(0, 7) === days.until.slice(0, 7);
  const { year: y } = partsOf(days.from);
  if (/底|末|下旬/.test(name)) return isMonth ? thirdOf(days, 'late') : monthsOf(y, 12, 1);
  if (/初|上旬/.test(name)) return isMonth ? thirdOf(days, 'early') : monthsOf(y, 1, 1);
  return thirdOf(days, 'mid');
};

const rules: readonly (readonly [string, Resolve])[] = [
  [
    '((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d.])',
    ([y, m, d]) => (isDay(+y!, +m!, +d!) ? dayOf(+y!, +m!, +d!) : undefined),
  ],
  [
    `(?:${anyYear}的?)?${month}${day}(?:${to}(?:${month})?${day})?`,
    ([y, w, m, d, m2, d2], at) => {
      const first = dayFrom([y, w, m, d], at);
      return d2 === undefined ? first : span(first, dayFrom([y, w, m2 ?? m, d2], at));
    },
  ],
  [
    `(?:${anyYear}的?)?${month}(\\d{1,2})${to}${day}`,
    ([y, w, m, d, d2], at) => span(dayFrom([y, w, m, d], at), dayFrom([y, w, m, d2], at)),
  ],
  [
    `(?:${anyYear}的?)?${month}(上旬|中旬|下旬|初|中(?![国方美日期])|底|末)`,
    ([y, w, m, p], at) => part(monthFrom([y, w, m], at), p!),
  ],
  [
    `(?:${anyYear}的?)?(1[0-2]|0?[1-9])(?:月份?)?${to}${month}`,
    ([y, w, m, m2], at) => span(monthFrom([y, w, m], at), monthFrom([y, w, m2], at)),
  ],
  [
    `${year}${month}${to}${year}${month}`,
    ([y, m, y2, m2], at) => span(monthFrom([y, undefined, m], at), monthFrom([y2, undefined, m2], at)),
  ],
  [`(?:${anyYear}的?)?${month}`, (groups, at) => monthFrom(groups, at)],
  [
    `(?:${anyYear}的?)?(?<![前头首后])第?([一二三四首1-4])季度?(?![节])`,
    ([y, w, q], at) => {
      const quarter = /\d/.test(q!) ? Number(q) : q === '首' ? 1 : quarterNames.indexOf(q!) + 1;
      const of = yearFrom(y, w, at, quarter * 3 - 1);
      return of === null ? null : quarterOf(of, quarter);
    },
  ],
  ['((?:19|20)\\d\\d)\\s?年?\\s?Q([1-4])(?!\\d)', ([y, q]) => quarterOf(+y!, +q!)],
  [
    `(?:${anyYear}的?)?(上|下)半年`,
    ([y, w, half], at) => {
      const of = yearFrom(y, w, at);
      return of === null ? null : monthsOf(of, half === '上' ? 1 : 7, 6);
    },
  ],
  [
    `${anyYear}的?(年?初|年?中(?!国)|年?底|年?末)`,
    ([y, w, p], at) => {
      const of = yearFrom(y, w, at);
      return of === null ? null : part(yearOf(of), `年${p!.replace('年', '')}`);
    },
  ],
  [
    `${anyYear}的?(春|夏|秋|冬)[季天]?`,
    ([y, w, s], at) => {
      const of = yearFrom(y, w, at);
      return of === null ? null : monthsOf(of, seasons[s!]!, 3);
    },
  ],
  [`((?:19|20)\\d\\d)年?${to}((?:19|20)\\d\\d)年`, ([y, y2]) => span(yearOf(+y!), yearOf(+y2!))],
  [`((?:19|20)\\d\\d)财年|(?:19|20)?(\\d\\d)财年`, ([y, short]) => yearOf(y === undefined ? 2000 + +short! : +y)],
  [
    '(上|本|这|下)个?月(3[01]|[12]\\d|[1-9])[日号]',
    ([w, d], at) => {
      if (at === null) return null;
      const { year: y, month: m } = partsOf(stepped(at, 'mo', { 上: -1, 下: 1 }[w!] ?? 0).from);
      return isDay(y, m, +d!) ? dayOf(y, m, +d!) : undefined;
    },
  ],
  [
    '(?:上个?世纪|20世纪|二十世纪)([一二三四五六七八九]?十|\\d0)年代',
    ([decade]) => monthsOf(1900 + number(decade!), 1, 120),
  ],
  ['((?:19|20)\\d0)年代', ([y]) => monthsOf(+y!, 1, 120)],
  [
    '([二三四五六七八九]十|[2-9]0)年代',
    ([decade]) => monthsOf((number(decade!) < 30 ? 2000 : 1900) + number(decade!), 1, 120),
  ],
  [`${year}`, ([y]) => yearOf(yearFrom(y, undefined, null)!)],
  [`${wordYear}同?期?`, ([w], at) => (at === null ? null : yearOf(yearFrom(undefined, w, at)!))],
  [
    '(大前天|前天|昨天|昨日|昨晚|今天|今日|明天|明日|次日|翌日|后天|第二天)',
    ([w], at) => (at === null ? null : stepped(at, 'd', dayShift[w!]!)),
  ],
  [
    '(上上|上|本|这|下|次)(?:一)?个?(月|周|星期|季度|季)(?!期|边|围|转|刊|饼|球|亮|台|一|二|三|四|五|六|日|天)(初|中旬|上旬|下旬|底|末)?',
    ([w, g, p], at) => {
      if (at === null) return null;
      const days = stepped(at, g === '季' ? 'quarter' : grains[g!]!, { 上上: -2, 上: -1, 下: 1, 次: 1 }[w!] ?? 0);
      return p === undefined || g !== '月' ? days : part(days, p);
    },
  ],
  ['(上|本|这|下)?(?:周|星期|礼拜)([一二三四五六日天])(?![年月周个])', ([w, d], at) => weekdayFrom(w, d!, at)],
  [
    '(年底|年末|年初|岁末)(?![的]?数)',
    ([p], at) => (at === null ? null : part(yearOf(partsOf(at).year), p === '岁末' ? '年底' : p!)),
  ],
  ['(月底|月末|月初)', ([p], at) => (at === null ? null : part(stepped(at, 'mo', 0), p!.slice(1)))],
  ['(月内)', (_, at) => (at === null ? null : stepped(at, 'mo', 0))],
  [
    `(3[01]|[12]\\d|[1-9])[日](?!元|本|均|产)`,
    ([d], at) => {
      if (at === null) return null;
      const { year: y, month: m } = partsOf(at);
      return isDay(y, m, +d!) ? dayOf(y, m, +d!) : undefined;
    },
  ],
];
/** Sticky expression and what its groups mean. */
export const chineseDateForms = rules.map(([source, resolve]) => [new RegExp(source, 'y'), resolve] as const);

function weekdayFrom(word: string | undefined, name: string, published: string | null): Days | null {
  if (published === null) return null;
  const monday = stepped(published, 'wk', { 上: -1, 下: 1 }[word ?? ''] ?? 0).from;
  const index = name === '天' ? 6 : '一二三四五六日'.indexOf(name);
  const days = stepped(monday, 'd', index);
  // Without a word the last such day is meant.
  return word === undefined && days.from > published ? stepped(monday, 'd', index - 7) : days;
}
