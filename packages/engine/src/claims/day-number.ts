/** Days as numbers, so that a test can say "the day after". */
import { addDays, type Day, daysBetween } from '../core/day.ts';

const FIRST: Day = '2000-01-01';

export function dayNumber(day: Day): number {
  return daysBetween(FIRST, day);
}

export function dayOfNumber(days: number): Day {
  return addDays(FIRST, Math.round(days));
}
