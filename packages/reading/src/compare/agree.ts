/** Whether two figures are the same one: equal up to the rounding that the text itself declares, in comparable units. */

import { inBase } from '../quantities/dimensions.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { readQuantities } from '../quantities/read-quantities.ts';

const exact = 1e-9;

export function agree(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'date' || b.kind === 'date') return agreeOnDate(a, b);
  if (!sameKind(a, b) || !sameUnit(a, b)) return false;
  if (a.kind !== b.kind && [a, b].some((q) => q.kind === 'percent' && q.unit === null)) return agreeOnGrowth(a, b);
  const convert = a.unit !== null && b.unit !== null;
  const [left, right] = [sized(a, convert), sized(b, convert)];
  const slack = a.unit === b.unit ? exact : slackBetween(a, b);
  if (left.value !== null && right.value !== null)
    return closeTo(a, b, left.value, right.value, slack) || within(left, right);
  return agreeOnInterval(a, b, left, right, slack);
}

interface Sized {
  value: number | null;
  low: number;
  high: number;
}

/** In the base unit of its dimension where both figures have one, else as written. */
function sized({ value, interval, unit, kind }: Quantity, convert = false): Sized {
  const factor =
    !convert || unit === null || kind === 'money' ? 1 : inBase(unit.replace(/\/(?:yr|mo|month|wk|d)$/, '')).factor;
  const low = interval?.low ?? value ?? Number.NaN;
  const high = interval?.high ?? value ?? Number.NaN;
  return { value: value === null ? null : value * factor, low: low * factor, high: high * factor };
}

function within(a: Sized, b: Sized): boolean {
  return (
    (a.low < a.high && a.low <= b.value! && b.value! <= a.high) ||
    (b.low < b.high && b.low <= a.value! && a.value! <= b.high)
  );
}

function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind) return true;
  const kinds = [a.kind, b.kind].sort().join();
  if (kinds === 'money,number') return [a, b].some((q) => q.kind === 'number' && isLoose(q.unit));
  // "4 points higher" is 高4个百分点.
  if (kinds === 'number,percent') return [a, b].some((q) => q.unit === 'pp') && [a, b].some((q) => q.unit === null);
  return kinds === 'multiple,number' || kinds === 'multiple,percent' || kinds === 'duration,number';
}

const physical =
  /^(?:[TGMk]?W|[TGMk]?Wh|[TGMP]B|Gb|[TGM]B\/s|[TG]b\/s|nm|um|mm|cm|m|km|mile|inch|mm2|m2|km2|sqft|acre|mu|[GTPE]FLOPS|FLOP|TOPS|[GM]Hz|t|kt|Mt|kg|g|lb|oz|bbl|m3|degC|V|pp|bp)$/;
const perTime = /\/(yr|mo|month|wk|d|h)$/;

/** Null, or a counted thing, which the other language may name in its own way or leave out. */
function isLoose(unit: string | null): boolean {
  return unit === null || !physical.test(unit.replace(perTime, ''));
}

function sameUnit(a: Quantity, b: Quantity): boolean {
  const rates = [a, b].map(({ unit }) => perTime.exec(unit ?? '')?.[1]?.replace('month', 'mo'));
  if (rates[0] !== undefined && rates[1] !== undefined && rates[0] !== rates[1]) return false;
  const [left, right] = [a, b].map(({ unit }) => (unit ?? '').replace(perTime, '')) as [string, string];
  if (left === right) return true;
  if (a.kind === 'duration' && b.kind === 'duration') return true;
  // `¥` may be either.
  if (a.kind === 'money' && b.kind === 'money')
    return [a, b].some((q) => /^[¥￥]/.test(q.text)) && /^(?:JPY|CNY)(?:JPY|CNY)$/.test(left + right);
  if (isLoose(left || null) && isLoose(right || null)) return true;
  if (left === '' || right === '') return a.kind !== 'percent' || b.kind !== 'percent';
  return inBase(left).base === inBase(right).base;
}

const inDays: Record<string, number> = { mo: 30.44, d: 1 };

/** Months and days, miles and kilometres: what is converted is rounded on the way. */
function slackBetween(a: Quantity, b: Quantity): number {
  const bases = [a, b].map(({ unit }) => inBase(unit ?? '').base);
  if (bases[0] !== bases[1]) return exact;
  return [a, b].some(({ unit }) => /^(?:mile|inch|lb|oz|acre|mu|sqft)$/.test(unit ?? '')) ? 0.05 : exact;
}

function closeTo(a: Quantity, b: Quantity, left: number, right: number, slack: number): boolean {
  if (near(left, right, slack)) return true;
  if (a.kind === 'duration' && b.kind === 'duration' && a.unit !== b.unit) return agreeInDays(a, b, left, right);
  if (/折$/.test(b.text) && near(1 - right, left, exact)) return true;
  // A fraction in words is as round as the words: a third, 33%.
  if (a.kind === 'percent' && ![a, b].every((q) => /\d/.test(q.text)) && Math.abs(left - right) <= 0.005) return true;
  return [a, b].some((q) => q.comparator !== 'exactly') && roundsTo(left, right);
}

function agreeInDays(a: Quantity, b: Quantity, left: number, right: number): boolean {
  const days = [a, b].map(({ unit }) => inDays[inBase(unit!).base]);
  return days[0] !== undefined && days[1] !== undefined && near(left * days[0], right * days[1], 0.035);
}

/** Whether the finer figure, rounded to the digits of the coarser, is the coarser: 1.96 million is about 2 million. */
function roundsTo(a: number, b: number): boolean {
  const [coarse, fine] = digitsOf(a) <= digitsOf(b) ? [a, b] : [b, a];
  const digits = digitsOf(coarse);
  return (
    near(Number(fine.toPrecision(digits)), coarse, exact) ||
    (digits === 1 && near(Number(fine.toPrecision(2)), coarse, 0.03))
  );
}

function digitsOf(value: number): number {
  const [mantissa] = value.toExponential().split('e');
  return Math.min(15, mantissa!.replace(/[-.]/g, '').length);
}

function near(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b));
}

/** 增长100% is "doubled", 一半 may be 0.5倍, and 1/280 of the cost is 280-fold less. */
function agreeOnGrowth(a: Quantity, b: Quantity): boolean {
  const [share, multiple] = a.kind === 'percent' ? [a, b] : [b, a];
  const [left, right] = [sized(share), sized(multiple)];
  const fits = (value: number) => value >= right.low * (1 - exact) && value <= right.high * (1 + exact);
  return left.value !== null && (fits(left.value) || fits(1 / left.value) || (left.value >= 1 && fits(left.value + 1)));
}

const vague = /tens|hundreds|thousands|millions|billions|trillions|dozens|scores|several|few|[数几]|成千|成百/i;

/** A vague magnitude or a multiple of two readings holds whatever lies in it; a range has two ends that must both be right. */
function agreeOnInterval(a: Quantity, b: Quantity, left: Sized, right: Sized, slack: number): boolean {
  const open = [a, b].map((q) => q.interval !== null && (q.kind === 'multiple' || vague.test(q.text)));
  if (left.value !== null || right.value !== null) {
    const [value, bounds, isOpen, single] =
      left.value !== null ? [left.value, right, open[1], a] : [right.value!, left, open[0], b];
    if (!isOpen) return false;
    const sameOrder =
      Number.isInteger(Math.log10(value)) &&
      /at-least|more-than/.test(single.comparator) &&
      value <= bounds.low &&
      value * 10 >= bounds.high * 0.99;
    return (value >= bounds.low * (1 - exact) && value <= bounds.high * (1 + exact)) || sameOrder;
  }
  if (!open[0] || !open[1]) {
    const rounded = [a, b].some((q) => q.comparator !== 'exactly');
    const same = (x: number, y: number) => near(x, y, slack) || (rounded && roundsTo(x, y));
    return same(left.low, right.low) && same(left.high, right.high);
  }
  const [inner, outer] = [
    Math.min(left.high, right.high) / Math.max(left.low, right.low),
    Math.max(left.high, right.high) / Math.min(left.low, right.low),
  ];
  const contained =
    (left.low <= right.low && left.high >= right.high) || (right.low <= left.low && right.high >= left.high);
  // Two readings of one multiple may just touch: "grew fourfold" is 增长三倍.
  if (a.kind === 'multiple' && b.kind === 'multiple') return inner >= 1 - exact;
  return inner > 1 && (contained || Math.log(inner) / Math.log(outer) >= 0.5);
}

/** The same days; where one side has no year or no day of publication, the same day in any one year. */
function agreeOnDate(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return agreeOnDistance(a, b);
  const reference = (a.date ?? b.date)?.from ?? '2024-07-01';
  const [left, right] = [a, b].map((q) => q.date ?? dateIn(q, reference));
  if (left === null || right === null || left === undefined || right === undefined) return a.text === b.text;
  return left.from === right.from && left.until === right.until;
}

/** The last reading of each undated figure: one is compared with many, mostly on the same day. */
const dated = new WeakMap<Quantity, { published: string; date: Quantity['date'] }>();

function dateIn(q: Quantity, published: string): Quantity['date'] {
  const known = dated.get(q);
  if (known?.published === published) return known.date;
  // A month that is also a word ("May") is one only after a word that dates.
  const text = q.lang === 'en' ? `in ${q.text}` : q.text;
  const date = readQuantities(text, q.lang, { published, terms: [] })[0]?.date ?? null;
  dated.set(q, { published, date });
  return date;
}

const direction = /\s*(?:ago|later|earlier|from\s+now|hence|之前|以前|之后|以后|前|后)$/i;

/** "in three years" is a stretch of time, 三年后 a date: the same, where the count is. */
function agreeOnDistance(a: Quantity, b: Quantity): boolean {
  const [date, other] = a.kind === 'date' ? [a, b] : [b, a];
  if (other.kind !== 'duration' || !direction.test(date.text)) return false;
  const stretch = readQuantities(date.text.replace(direction, ''), date.lang, { published: null, terms: [] })[0];
  return stretch?.kind === 'duration' && agree(stretch, other);
}
