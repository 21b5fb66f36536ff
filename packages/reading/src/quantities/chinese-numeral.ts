/**
 * Chinese numerals, in digits, characters or both: 350,000, 35万, 3千5百万, 一百二十三万, 两千, 三点五亿, 数千万, 10多万, 二〇二五.
 * 兆 as a number is read as 10^12, which is how texts in Traditional characters use it (3兆美元). Mainland texts say 万亿 for that,
 * and 兆 for mega, in units only: the 兆 of 兆瓦 and 兆字节 is never read as a number.
 */
import { type ChineseNumeral, digitOf, places, plain, vagueNumeral } from './chinese-vague.ts';
import { shift, tidy } from './decimal.ts';
import { matchAt } from './match-at.ts';

const arabic = /(\d{1,3}(?:,\d{3}){1,7}|\d{1,21})(\.\d{1,15})?(?!\d)/y;
const powerOfTen =
  /(?:(\d{1,6}(?:\.\d{1,6})?)\s?[×x]\s?)?10(?:\^(\d{1,2})|的(\d{1,2})次方)|(\d{1,6}(?:\.\d{1,6})?)[eE]\+?(\d{1,2})(?![A-Za-z\d])/y;
/** A unit that begins like a magnitude: 千瓦, 千克, 兆瓦, 百分. */
const unitNotPlace = /千(?:瓦|克|米|兆|字节|赫|帕)|兆(?:瓦|字节|赫|比特|欧|帕)|百(?:分|度|姓)/y;
const more = /[多余]/y;
/** Words after which 百 or 亿 alone is a hundred or a hundred million; 以上 and 通过 are none. */
export const boundsBare = /(?:(?<!以)上|逾|近|超|(?<![通经不])过|数)$/;

export function chineseNumeral(text: string, at: number): ChineseNumeral | null {
  return powerNumeral(text, at) ?? vagueNumeral(text, at) ?? placedNumeral(text, at);
}

function powerNumeral(text: string, at: number): ChineseNumeral | null {
  const found = matchAt(powerOfTen, text, at);
  if (found === null) return null;
  return plain(
    at + found[0].length,
    shift(Number(found[1] ?? found[4] ?? 1), Number(found[2] ?? found[3] ?? found[5])),
    0,
    true,
  );
}

/** The general form: counts before places, places within 万, 亿 and 兆. */
function placedNumeral(text: string, start: number): ChineseNumeral | null {
  const state: State = {
    total: 0,
    section: 0,
    count: null,
    lastPlace: 0,
    lastBig: Number.POSITIVE_INFINITY,
    power: 0,
    zero: false,
    inDigits: false,
    decimals: 0,
    over: 0,
  };
  let at = start;
  while (at < text.length && at - start < 48) {
    const next = step(text, at, state, at === start);
    if (next === null) break;
    at = next;
  }
  if (at === start) return null;
  return finished(state, at);
}

interface State {
  total: number;
  section: number;
  count: number | null;
  /** The exponent of the place named last, 0 before any. */
  lastPlace: number;
  lastBig: number;
  /** The power of ten that the places named together stand for, where one count has them all: 8 in 30亿, 12 in 3万亿, 6 in 5百万. */
  power: number;
  zero: boolean;
  inDigits: boolean;
  decimals: number;
  /** What 多 or 余 leaves open: the size of the last place before it. */
  over: number;
}

/** Reads one count or place into the state; the index after it, or null where the numeral ends. */
function step(text: string, at: number, state: State, first: boolean): number | null {
  const char = text[at]!;
  const digit = digitOf.get(char);
  if (digit !== undefined) return readDigit(text, at, state, digit);
  const found = state.count === null ? matchAt(arabic, text, at) : null;
  if (found !== null) {
    if (!first && state.lastPlace === 0) return null;
    state.count = Number(found[0].replaceAll(',', ''));
    state.inDigits = true;
    return at + found[0].length;
  }
  if (char === '廿' || char === '卅') {
    if (!first) return null;
    state.section = char === '廿' ? 20 : 30;
    state.lastPlace = 1;
    return at + 1;
  }
  if (matchAt(more, text, at) !== null) return readMore(text, at, state, first);
  if (char === '几') return readFew(at, state);
  // "150 万": a space between the figures and their place.
  if (char === ' ' && state.inDigits && /[万亿兆千百]/.test(text[at + 1] ?? ''))
    return readPlace(text, at + 1, state, first);
  return readPlace(text, at, state, first);
}

function readDigit(text: string, at: number, state: State, digit: number): number | null {
  if (digit === 0 && state.lastPlace !== 0 && state.count === null) {
    state.zero = true;
    return digitOf.has(text[at + 1] ?? '') ? at + 1 : null;
  }
  if (state.count !== null) return null;
  state.count = digit;
  const point = matchAt(/点([零〇一二三四五六七八九]{1,8})/y, text, at + 1);
  if (point === null) return at + 1;
  state.count = Number(`${digit}.${Array.from(point[1]!, (char) => digitOf.get(char)).join('')}`);
  return at + 1 + point[0].length;
}

function readPlace(text: string, at: number, state: State, first: boolean): number | null {
  const place = places[text[at]!];
  if (place === undefined || matchAt(unitNotPlace, text, at) !== null) return null;
  if (place < 4) {
    if (state.count === null && place !== 1 && !(first && standsAlone(text, at))) return null;
    if (state.count === null && state.section !== 0) return null;
    state.power = state.section === 0 && state.count !== null ? place : 0;
    state.section = tidy(state.section + shift(state.count ?? 1, place));
  } else {
    const value = state.section + (state.count ?? 0);
    if (value === 0 && (state.total === 0 || state.lastPlace < 4)) {
      if (!first || !(text[at + 1] === '亿' || standsAlone(text, at))) return null;
      state.total = shift(1, place);
    } else if (place > state.lastBig) state.total = tidy(shift(state.total + value, place));
    else if (value === 0) state.total = shift(state.total, place);
    else state.total = tidy(state.total + shift(value, place));
    state.power = value === 0 || state.section > 0 ? state.power + place : place;
    state.section = 0;
    state.over = shift(state.over, place);
    state.lastBig = place;
  }
  [state.count, state.lastPlace, state.zero] = [null, place, false];
  return at + 1;
}

/** 百万, 百余; and after a word that bounds it even 百 alone: 上百家. */
function standsAlone(text: string, at: number): boolean {
  return /[万亿兆余多倍]/.test(text[at + 1] ?? '') || boundsBare.test(text.slice(Math.max(0, at - 2), at));
}

/** 10多万, 百余, 三十余万: the last place that is not zero is where the rest may lie. */
function readMore(text: string, at: number, state: State, first: boolean): number | null {
  if (first || state.over !== 0) return null;
  const value = state.section + (state.count ?? 0) || state.total;
  if (!/[万亿兆]/.test(text[at + 1] ?? '') || state.lastPlace >= 4) return null;
  state.over = lastPlaceOf(value);
  return at + 1;
}

/** 十几, 二十几万. */
function readFew(at: number, state: State): number | null {
  if (state.lastPlace !== 1 || state.count !== null || state.over !== 0) return null;
  state.over = 10;
  return at + 1;
}

/** The size of the last digit that is not zero: 100 for 300, 10 for 350, 1 for 12. */
export function lastPlaceOf(value: number): number {
  if (!Number.isInteger(value) || value === 0) return 1;
  const zeros = /0*$/.exec(String(value))![0].length;
  return shift(1, zeros);
}

function finished(state: State, end: number): ChineseNumeral {
  let value = state.total + state.section + (state.count ?? 0);
  // 三万五 is 35,000: a last digit without its place stands in the next one down.
  const loose =
    state.count !== null &&
    state.lastPlace >= 2 &&
    !state.zero &&
    Number.isInteger(state.count) &&
    state.count < 10 &&
    state.count > 0;
  if (loose)
    value =
      state.total +
      state.section +
      shift(state.count!, state.lastPlace === 8 ? 7 : state.lastPlace === 12 ? 11 : state.lastPlace - 1);
  value = tidy(value);
  const over = state.over > 0;
  const exponent = state.count === null ? state.power : 0;
  return {
    end,
    value,
    interval: over ? { low: value, high: value + state.over - 1 } : null,
    over,
    exponent,
    inDigits: state.inDigits,
  };
}
