/**
 * Calendar days and quarters. A day is an ISO string, so days compare as strings. Quarters count from 2022Q1 = 0,
 * the start of the model's clock.
 */
import { InputError } from './errors.ts';

/** `YYYY-MM-DD`. */
export type Day = string;

/** Quarters since 2022Q1 = 0. */
export type Quarter = number;

const FIRST_YEAR = 2022;
const MS_PER_DAY = 86_400_000;

/** The day itself when it is a real calendar day; throws `bad-date` otherwise. `where` names the flag or field. */
export function parseDay(text: string, where: string): Day {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 2025-02-30 parses in some engines as 2 March: what comes back must be what went in.
  if (Number.isNaN(time) || isoDay(time) !== text) throw new InputError('bad-date', { value: text, where });
  return text;
}

/** The day `days` after `day` (before, when negative). */
export function addDays(day: Day, days: number): Day {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY);
}

/** Days from `from` until `to`: 1 from a day to the next. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

export function quarterOf(day: Day): Quarter {
  return (Number(day.slice(0, 4)) - FIRST_YEAR) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** First day of a quarter. */
export function quarterStart(quarter: Quarter): Day {
  const year = FIRST_YEAR + Math.floor(quarter / 4);
  return `${year}-${String((((quarter % 4) + 4) % 4) * 3 + 1).padStart(2, '0')}-01`;
}

export function yearOf(quarter: Quarter): number {
  return FIRST_YEAR + Math.floor(quarter / 4);
}

/** `2025Q3`. */
export function quarterName(quarter: Quarter): string {
  return `${yearOf(quarter)}Q${(((quarter % 4) + 4) % 4) + 1}`;
}

/** Last quarter of a year. */
export function lastQuarterOf(year: number): Quarter {
  return (year - FIRST_YEAR) * 4 + 3;
}

function isoDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
