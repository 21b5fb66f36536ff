/** Chinese amounts: a numeral with its currency, 百分之, 倍, 成, 折, unit or stretch of time, and ranges of two of them. */
import { chineseNumeral, lastPlaceOf } from './chinese-numeral.ts';
import { type Amount, chineseTail } from './chinese-tail.ts';
import type { ChineseNumeral } from './chinese-vague.ts';
import { shift, tidy } from './decimal.ts';
import type { Draft } from './draft.ts';
import { matchAt, oneOf } from './match-at.ts';
import { inReportedUnit } from './reported.ts';
import { currencyOf, currencySigns, unitAt } from './units.ts';

const sign = new RegExp(`(${oneOf(currencySigns)})\\s?`, 'y');
const partsOf = /分之/y;
const joint = /\s?(?:至|到|—{1,2}|–|-|~|～|或)\s?/y;
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
  return chineseTail(base, text) ?? { ...base, kind: 'number', unit: null };
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
