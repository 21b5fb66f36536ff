/** English amounts: a numeral with its currency, percent sign, unit or stretch of time, and ranges of two of them. */
import { shift, tidy } from './decimal.ts';
import type { Draft } from './draft.ts';
import { englishNumeral } from './english-numeral.ts';
import { type Amount, englishTail } from './english-tail.ts';
import { matchAt, oneOf } from './match-at.ts';
import { inReportedUnit } from './reported.ts';
import { currencyOf, currencySigns } from './units.ts';

const sign = new RegExp(`(${oneOf(currencySigns.filter((form) => !/[一-鿿]/.test(form)))})\\s?`, 'y');
const codeSign = /^[A-Z]+$/;
const joint = /-?\s+(?:to|and|or)\s+|\s?[–—~～-]\s?/iy;

/** The amount or range at `at`, with the sign before it. */
export function englishAmount(text: string, at: number): Draft | null {
  const first = amount(text, signedStart(text, at));
  return first === null ? null : inReportedUnit(rangeFrom(text, first) ?? inList(text, first) ?? draft(first));
}

/** A dash is a sign only where nothing stands right before it: "-5%", not "10-5". */
function signedStart(text: string, at: number): number {
  return /[-+]/.test(text[at - 1] ?? '') && /[\s(]/.test(text[at - 2] ?? ' ') ? at - 1 : at;
}

function amount(text: string, start: number): Amount | null {
  const minus = /[-+]/.test(text[start] ?? '') ? 1 : 0;
  const money = matchAt(sign, text, start + minus);
  if (money !== null && codeSign.test(money[1]!) && /[A-Za-z]/.test(text[start - 1] ?? '')) return null;
  const at = start + minus + (money?.[0].length ?? 0);
  if (minus === 1 && money === null && !/\d/.test(text[at] ?? '')) return null;
  const numeral = englishNumeral(text, at, money !== null);
  if (numeral === null) return null;
  const value = text[start] === '-' ? -numeral.value : numeral.value;
  const base = { start, end: numeral.end, numeral, value };
  if (money !== null) return { ...base, kind: 'money', unit: currencyOf(money[1]!, text, start) };
  const whole = englishTail(base, text);
  // A code of letters and digits, such as 3A090 or 910B, is a name.
  if (whole === null && numeral.inDigits && /[A-Za-z]/.test(text[numeral.end] ?? '')) return null;
  return whole ?? { ...base, kind: 'number', unit: null };
}

/** `$3–4 billion`, `300,000 to 400,000`, `between 3 and 4 million`: what the first end lacks it takes from the second. */
function rangeFrom(text: string, first: Amount): Draft | null {
  const found = matchAt(joint, text, first.end);
  if (found === null || Number.isNaN(first.value)) return null;
  const word = found[0].replace(/^-/, '').trim().toLowerCase() || '-';
  const before = text.slice(Math.max(0, first.start - 80), first.start);
  if (word === 'and' && !/\bbetween\s+(?:[a-z]+\s+){0,2}$/i.test(before)) return null;
  if (word === '-' && /[A-Za-z]/.test(text[first.end - 1] ?? '') && !first.numeral.inDigits) return null;
  const second = amount(text, first.end + found[0].length);
  if (second === null || Number.isNaN(second.value) || text[second.start] === '-') return null;
  if (word === 'or' && !(first.value < second.value && second.value <= first.value * 2 + 1)) return null;
  const low = lent(first, second);
  const from = word === 'to' && /\bfrom\s+(?:[a-z]+\s+){0,2}$/i.test(before);
  if (from && low !== null && (low > second.value || changes.test(before))) return likeOther(first, second, low);
  if (low === null || !(low < second.value)) return null;
  const kind = second.kind === 'number' && second.unit === null ? first.kind : second.kind;
  const unit = second.unit ?? first.unit;
  return {
    kind,
    start: first.start,
    end: second.end,
    value: null,
    interval: { low, high: second.value },
    date: null,
    unit,
  };
}

const listed = /-?,?\s+(?:and|or)\s+|-?,\s+/iy;

/** In "10, 20 and 30 percent" or "7 and 5 nm" the last names the kind and unit of all; other units are seldom shared. */
function inList(text: string, first: Amount): Draft | null {
  if (first.kind !== 'number' || first.unit !== null || first.numeral.exponent !== 0 || first.numeral.interval !== null)
    return null;
  let end = first.end;
  for (let count = 0; count < 4; count++) {
    const joint = matchAt(listed, text, end);
    const next = joint === null ? null : amount(text, end + joint[0].length);
    if (next === null || next.numeral.inDigits !== first.numeral.inDigits || Number.isNaN(next.value)) return null;
    const names = next.kind === 'percent' || next.kind === 'duration' || next.unit === 'nm';
    const value = names ? lent(first, next) : null;
    if (value !== null) return { ...draft(first), kind: next.kind, unit: next.unit, value };
    if (next.kind !== 'number' || next.numeral.exponent !== 0) return null;
    end = next.end;
  }
  return null;
}

/** "Fell from 90 to 70 percent" tells two figures; the first is of the second's kind. */
function likeOther(first: Amount, second: Amount, value: number): Draft {
  const bare = first.kind === 'number' && first.unit === null;
  return draft(bare ? { ...first, kind: second.kind, unit: second.unit, value } : { ...first, value });
}

const changes =
  /\b(?:rose|rise|risen|rising|grew|grow|growing|grown|increas\w+|fell|fall|falling|fallen|dropp\w+|drop|jump\w*|climb\w*|soar\w*|surg\w*|went|go|going|gone|cut|cuts|rais\w+|lower\w*|declin\w+|reduc\w+|expand\w*|slash\w*|doubled|up|down|from\s+\S+\s+in\s+\d{4})\s+(?:\S+\s+){0,8}?from\s+(?:[a-z]+\s+){0,2}$/i;

/** The lower end in the unit and magnitude of the upper, or null where the two are of different kinds. */
function lent(first: Amount, second: Amount): number | null {
  const bare = first.kind === 'number' && first.unit === null;
  const scaled = first.numeral.exponent !== 0;
  const borrow = !scaled && second.numeral.exponent !== 0 && first.numeral.value < 1000;
  const scaledUp = borrow ? shift(first.value, second.numeral.exponent) : first.value;
  // "500 to 1 million" lends nothing; "from 5 to 3 million" tells a fall.
  const own = scaledUp > second.value && first.value >= 100 ? first.value : scaledUp;
  if (first.kind === second.kind && (first.unit === second.unit || second.unit === null)) return own;
  if (first.kind === 'money' && second.kind === 'number' && second.unit === null) return own;
  if (!bare) return null;
  if (second.kind === 'percent' && second.unit === null) return shift(first.value, -2);
  if (second.kind === 'duration') return tidy(first.value * (second.value / second.numeral.value));
  return own;
}

function draft({ start, end, numeral, kind, unit, value }: Amount): Draft {
  const interval = numeral.interval;
  return { kind, start, end, value: interval === null ? value : null, interval, date: null, unit };
}
