/** Chinese amounts: a numeral with its currency, 百分之, 倍, 成, 折, unit or stretch of time, and ranges of two of them. */
import { type ChineseNumeral, chineseNumeral, lastPlaceOf } from './chinese-numeral.ts';
import { shift, tidy } from './decimal.ts';
import type { Draft } from './draft.ts';
import { matchAt, oneOf } from './match-at.ts';
import { inReportedUnit } from './reported.ts';
import { countedIn, currencyOf, currencySigns, unitAt } from './units.ts';

const sign = new RegExp(`(${oneOf(currencySigns)})\\s?`, 'y');
const percent = /\s?%/y;
const points = /\s?个?百分点/y;
const basisPoints = /\s?个?基点/y;
const times = /\s?(多|余)?\s?(?:倍|[xX×](?![A-Za-z0-9]))(?![增受感率])/y;
const tenths = /成(?![立功本果员长熟交品就都绩分套群语因])([一二三四五六七八九](?![年个家]))?/y;
const discount = /折(?![旧损叠射扣合磨腾])/y;
const partsOf = /分之/y;
const joint = /\s?(?:至|到|—{1,2}|–|-|~|～|或)\s?/y;
const duration =
  /\s?(多|余|来)?(个)?(多|余)?(半)?(世纪|年头|周年|年|季度|月|星期|周|小时|钟头|天|日|分钟|秒钟|秒|毫秒|微秒)(半)?(?![级龄轻薪纪号])/y;
const timeUnits: Record<string, string> = {
  世纪: 'century',
  年头: 'yr',
  周年: 'yr',
  年: 'yr',
  季度: 'quarter',
  月: 'mo',
  星期: 'wk',
  周: 'wk',
  小时: 'h',
  钟头: 'h',
  天: 'd',
  日: 'd',
  分钟: 'min',
  秒钟: 's',
  秒: 's',
  毫秒: 'ms',
  微秒: 'us',
};
const needsCounter = new Set(['世纪', '季度', '月', '年头', '钟头']);

interface Amount {
  start: number;
  end: number;
  numeral: ChineseNumeral;
  kind: Draft['kind'];
  unit: string | null;
  value: number;
  over: boolean;
}

export function chineseAmount(text: string, at: number): Draft | null {
  const first = amount(text, at);
  if (first === null) return null;
  return inReportedUnit(rangeFrom(text, first) ?? draft(first));
}

function amount(text: string, start: number): Amount | null {
  const money = matchAt(sign, text, start);
  const signed = money === null && text[start] === '-' ? 1 : 0;
  const at = start + (money?.[0].length ?? 0) + signed;
  const ratio = money === null ? outOf(text, start) : null;
  if (ratio !== null) return ratio;
  const numeral = chineseNumeral(text, at);
  if (numeral === null) return null;
  const value = signed === 1 ? -numeral.value : numeral.value;
  const base = { start, end: numeral.end, numeral, value, over: numeral.over };
  if (money !== null) {
    const unit = currencyOf(money[1]!, text, start);
    const after = unitAt('currency', text, numeral.end);
    return {
      ...base,
      end:
        after !== null && (after.unit === unit || text.slice(numeral.end, after.end).trim() === '元')
          ? after.end
          : numeral.end,
      kind: 'money',
      unit,
    };
  }
  return tail(base, text) ?? { ...base, kind: 'number', unit: null };
}

/** 百分之六十, 三分之二, 千分之五. */
function outOf(text: string, start: number): Amount | null {
  const whole = matchAt(/(百|千|万)分之/y, text, start);
  const named = whole === null ? chineseNumeral(text, start) : null;
  const size = whole !== null ? { 百: 100, 千: 1000, 万: 10_000 }[whole[1]!]! : named?.value;
  const from =
    whole !== null
      ? start + whole[0].length
      : named === null || matchAt(partsOf, text, named.end) === null
        ? null
        : named.end + 2;
  if (size === undefined || from === null) return null;
  const few = matchAt(/几|数/y, text, from);
  if (few !== null)
    return {
      ...empty(start, from + 1),
      value: Number.NaN,
      numeral: { ...empty(start, from + 1).numeral, interval: { low: 2 / size, high: 9 / size } },
    };
  const part = chineseNumeral(text, from) ?? (text[from] === '百' ? hundred(from) : null);
  if (part === null) return null;
  const value = Number.isInteger(Math.log10(size)) ? shift(part.value, -Math.log10(size)) : part.value / size;
  return { ...empty(start, part.end), value };
}

const hundred = (at: number): ChineseNumeral => ({
  end: at + 1,
  value: 100,
  interval: null,
  over: false,
  exponent: 0,
  inDigits: false,
});
const empty = (start: number, end: number): Amount => ({
  start,
  end,
  numeral: { end, value: Number.NaN, interval: null, over: false, exponent: 0, inDigits: false },
  kind: 'percent',
  unit: null,
  value: Number.NaN,
  over: false,
});

/** What stands right after the numeral and belongs to it. */
function tail(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  const { end, value } = base;
  const point = matchAt(points, text, end);
  if (point !== null) return { ...base, end: end + point[0].length, kind: 'percent', unit: 'pp' };
  const basis = matchAt(basisPoints, text, end);
  if (basis !== null) return { ...base, end: end + basis[0].length, kind: 'percent', unit: 'bp' };
  const share = matchAt(percent, text, end);
  if (share !== null)
    return { ...base, end: end + share[0].length, kind: 'percent', unit: null, value: shift(value, -2) };
  const multiple = matchAt(times, text, end);
  if (multiple !== null)
    return {
      ...base,
      end: end + multiple[0].length,
      kind: 'multiple',
      unit: null,
      over: base.over || multiple[1] !== undefined,
    };
  const tenth = base.numeral.inDigits && value > 10 ? null : matchAt(tenths, text, end);
  if (tenth !== null && (Number.isNaN(value) || value <= 10)) {
    const more = tenth[1] === undefined ? 0 : chineseNumeral(tenth[1], 0)!.value / 10;
    return { ...base, end: end + tenth[0].length, kind: 'percent', unit: null, value: shift(value + more, -1) };
  }
  const off = matchAt(discount, text, end);
  if (off !== null && value < 100)
    return { ...base, end: end + 1, kind: 'percent', unit: null, value: shift(value, value < 10 ? -1 : -2) };
  return money(base, text) ?? stretch(base, text) ?? physical(base, text);
}

function money(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  if (matchAt(/美分/y, text, base.end) !== null)
    return { ...base, end: base.end + 2, kind: 'money', unit: 'USD', value: shift(base.value, -2) };
  const more = /[多余]/.test(text[base.end] ?? '') ? 1 : 0;
  const currency = unitAt('currency', text, base.end + more + (text[base.end + more] === ' ' ? 1 : 0));
  if (currency === null || /元(?:件|素|宇宙|老|首|年|旦|组)/y.test(text.slice(currency.end - 1, currency.end + 2)))
    return null;
  return { ...base, end: currency.end, kind: 'money', unit: currency.unit, over: base.over || more === 1 };
}

function physical(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  const more = /[多余]/.test(text[base.end] ?? '') ? 1 : 0;
  const unit = unitAt('physical', text, base.end + more + (text[base.end + more] === ' ' ? 1 : 0));
  return unit === null
    ? null
    : { ...base, end: unit.end, kind: 'number', unit: unit.unit, over: base.over || more === 1 };
}

/** 三年半, 两个半月, 二十多年, 18个月. */
function stretch(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  const found = matchAt(duration, text, base.end);
  if (found === null) return null;
  const [, more, counter, later, halfBefore, name, halfAfter] = found;
  if (needsCounter.has(name!) && counter === undefined) return null;
  const { unit, each } = countedIn(timeUnits[name!]!);
  const half = halfBefore !== undefined || halfAfter !== undefined ? 0.5 : 0;
  return {
    ...base,
    end: base.end + found[0].length,
    kind: 'duration',
    unit,
    value: tidy((base.value + half) * each),
    over: base.over || (more ?? later) !== undefined,
  };
}

/** 30至40亿美元, 3-5年, 百分之三至五: what the first end lacks it takes from the second. */
function rangeFrom(text: string, first: Amount): Draft | null {
  const found = matchAt(joint, text, first.end);
  if (found === null || Number.isNaN(first.value) || first.over) return null;
  const second = amount(text, first.end + found[0].length);
  if (second === null || Number.isNaN(second.value) || second.over) return null;
  const high =
    first.kind === 'percent' && second.kind === 'number' && /分之/.test(text.slice(first.start, first.end))
      ? shift(second.value, -2)
      : second.value;
  const low = lent(first, second);
  if (low === null || !(low < high)) return null;
  const kind = second.kind === 'number' && second.unit === null ? first.kind : second.kind;
  return {
    kind,
    start: first.start,
    end: second.end,
    value: null,
    interval: { low, high },
    date: null,
    unit: second.unit ?? first.unit,
  };
}

function lent(first: Amount, second: Amount): number | null {
  const borrow = first.numeral.exponent === 0 && second.numeral.exponent !== 0 && first.value < 10_000;
  const scaledUp = borrow ? shift(first.value, second.numeral.exponent) : first.value;
  // 300至1千 lends nothing.
  const own = scaledUp > second.value ? first.value : scaledUp;
  if (first.kind === second.kind && (first.unit === second.unit || second.unit === null)) return own;
  if (second.kind === 'number' && second.unit === null) return own;
  if (first.kind !== 'number' || first.unit !== null) return null;
  if (second.kind === 'percent' && second.unit === null)
    return tidy(first.value * (second.value / second.numeral.value));
  if (second.kind === 'duration') return tidy(first.value * (second.value / second.numeral.value));
  return own;
}

function draft({ start, end, numeral, kind, unit, value, over }: Amount): Draft {
  const rest = { kind, start, end, date: null, unit };
  if (numeral.interval !== null && !numeral.over)
    return { ...rest, value: null, interval: scaled(numeral.interval, kind) };
  if (!over) return { ...rest, value, interval: null };
  const high = numeral.interval?.high ?? value + lastPlaceOf(value);
  return { ...rest, value, interval: { low: value, high }, comparator: 'more-than' };
}

function scaled(interval: { low: number; high: number }, kind: Draft['kind']): { low: number; high: number } {
  return kind === 'percent' && interval.high > 1
    ? { low: shift(interval.low, -1), high: shift(interval.high, -1) }
    : interval;
}
