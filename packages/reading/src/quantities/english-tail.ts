/** What stands right after an English numeral and belongs to it: percent, fold, times, currency, unit, stretch of time. */
import { shift, tidy } from './decimal.ts';
import type { Draft } from './draft.ts';
import type { Numeral } from './english-vague.ts';
import { matchAt } from './match-at.ts';
import { countedIn, unitAt } from './units.ts';

const percent = /\s?(?:%|percent(?![a-z])|per\s?cent(?![a-z])|pct(?![a-z]))/iy;
const points = /[\s-](?:percentage[\s-]points?|pp(?![a-z])|pps(?![a-z]))/iy;
const basisPoints = /[\s-](?:basis[\s-]points?|bps(?![a-z]))/iy;
const fold = /[\s-]?fold(?![a-z])/iy;
const times =
  /[\s-]times(?=(?:\s+(?:as|the|more|less|larger|bigger|higher|lower|greater|faster|slower|cheaper|better|its|their|that|those|what|over|smaller|fewer|longer|stronger|worse|current|today's|earnings|sales|revenue|expected|annual|normal|(?:this|last)\s+(?:year|month|week|quarter)'s)(?![a-z])|[\s.,;:)]*$|[,.;)]))/iy;
const cents = /\s(?:US\s|U\.S\.\s)?cents?(?![a-z])/iy;
const cross = /\s?[x×](?![a-z0-9])/iy;
const halfAfter = /\s+and\s+a\s+half(?![a-z])/iy;

export interface Amount {
  start: number;
  end: number;
  numeral: Numeral;
  kind: Draft['kind'];
  unit: string | null;
  value: number;
}

type Bare = Omit<Amount, 'kind' | 'unit'>;

export function englishTail(base: Bare, text: string): Amount | null {
  return share(base, text) ?? multiple(base, text) ?? money(base, text) ?? physical(base, text) ?? stretch(base, text);
}

function share(base: Bare, text: string): Amount | null {
  const { end, value } = base;
  const found = matchAt(percent, text, end);
  if (found !== null)
    return { ...base, end: end + found[0].length, kind: 'percent', unit: null, value: shift(value, -2) };
  const point = matchAt(points, text, end);
  if (point !== null) return { ...base, end: end + point[0].length, kind: 'percent', unit: 'pp' };
  const basis = matchAt(basisPoints, text, end);
  return basis === null ? null : { ...base, end: end + basis[0].length, kind: 'percent', unit: 'bp' };
}

function multiple(base: Bare, text: string): Amount | null {
  const words = matchAt(fold, text, base.end) ?? matchAt(times, text, base.end);
  const found = words ?? (base.numeral.inDigits ? matchAt(cross, text, base.end) : null);
  return found === null ? null : { ...base, end: base.end + found[0].length, kind: 'multiple', unit: null };
}

/** Where the unit starts, past a space, a hyphen or the "of" of "tens of billions of dollars". */
function unitStart({ end }: Bare, text: string): number {
  if (/^ of /i.test(text.slice(end, end + 4))) return end + 4;
  return /[ -]/.test(text[end] ?? '') ? end + 1 : end;
}

function money(base: Bare, text: string): Amount | null {
  const cent = matchAt(cents, text, base.end);
  if (cent !== null)
    return { ...base, end: base.end + cent[0].length, kind: 'money', unit: 'USD', value: shift(base.value, -2) };
  const start = unitStart(base, text);
  const currency = start === base.end ? null : unitAt('currency', text, start);
  // In "5 $10 notes" and "3 US$ 20 fees" the sign belongs to what follows.
  if (
    currency === null ||
    !/[a-z]/i.test(text[currency.end - 1]!) ||
    /^\s?\d/.test(text.slice(currency.end, currency.end + 2))
  )
    return null;
  return { ...base, end: currency.end, kind: 'money', unit: currency.unit };
}

function physical(base: Bare, text: string): Amount | null {
  const unit = unitAt('physical', text, unitStart(base, text));
  return unit === null ? null : { ...base, end: unit.end, kind: 'number', unit: unit.unit };
}

/** Years, months and days; "three years and a half" too. */
function stretch(base: Bare, text: string): Amount | null {
  const time = /[ -]/.test(text[base.end] ?? '') ? unitAt('duration', text, base.end + 1) : null;
  if (time === null) return null;
  const { unit, each } = countedIn(time.unit);
  const half = matchAt(halfAfter, text, time.end);
  const value = tidy((base.value + (half === null ? 0 : 0.5)) * each);
  return { ...base, end: time.end + (half?.[0].length ?? 0), kind: 'duration', unit, value };
}
