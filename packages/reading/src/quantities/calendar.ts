/** Days of the civil calendar, as both languages name them: pure arithmetic on `YYYY-MM-DD`. */

export interface Days {
  from: string;
  until: string;
}

export type Grain = 'd' | 'wk' | 'mo' | 'quarter' | 'yr';

export function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const dayOf = (year: number, month: number, day: number): Days => ({
  from: iso(year, month, day),
  until: iso(year, month, day),
});

/** First to last day of a run of months, counted from January of `year`; months beyond its end run into the next. */
export function monthsOf(year: number, first: number, count: number): Days {
  const start = new Date(Date.UTC(year, first - 1, 1));
  const end = new Date(Date.UTC(year, first - 1 + count, 0));
  return { from: start.toISOString().slice(0, 10), until: end.toISOString().slice(0, 10) };
}

export const yearOf = (year: number): Days => monthsOf(year, 1, 12);
export const quarterOf = (year: number, quarter: number): Days => monthsOf(year, quarter * 3 - 2, 3);

/** The parts of a day known as `YYYY-MM-DD`. */
export function partsOf(day: string): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year!, month: month!, day: date! };
}

/** The day, week, month, quarter or year that lies `steps` of them from the one holding `day`. Weeks run Monday to Sunday. */
export function stepped(day: string, grain: Grain, steps: number): Days {
  const { year, month, day: date } = partsOf(day);
  if (grain === 'yr') return yearOf(year + steps);
  if (grain === 'mo') return monthsOf(year, month + steps, 1);
  if (grain === 'quarter') return monthsOf(year, Math.ceil(month / 3) * 3 - 2 + 3 * steps, 3);
  const at = new Date(Date.UTC(year, month - 1, date));
  if (grain === 'd') {
    at.setUTCDate(date + steps);
    return { from: at.toISOString().slice(0, 10), until: at.toISOString().slice(0, 10) };
  }
  const monday = date - ((at.getUTCDay() + 6) % 7) + 7 * steps;
  const [first, last] = [monday, monday + 6].map((d) =>
    new Date(Date.UTC(year, month - 1, d)).toISOString().slice(0, 10),
  );
  return { from: first!, until: last! };
}

/** The year of a month or day without one: that of the publication, or the one before when it would lie over half a year ahead. */
export function nearestYear(published: string, month: number): number {
  const now = partsOf(published);
  const ahead = month - now.month;
  return ahead > 6 ? now.year - 1 : now.year;
}

export type Third = 'early' | 'mid' | 'late';

/** The first, middle or last part of a span: of a month its 1–10, 11–20 and the rest (上旬、中旬、下旬), of a year some months. */
export function thirdOf(days: Days, third: Third): Days {
  const from = partsOf(days.from);
  const until = partsOf(days.until);
  if (from.month === until.month && from.year === until.year) {
    const [first, last] = { early: [1, 10], mid: [11, 20], late: [21, until.day] }[third] as [number, number];
    return { from: iso(from.year, from.month, first), until: iso(from.year, from.month, last) };
  }
  // Early and late in a year are its first and last quarter, its middle the four months between May and August.
  const months = (until.year - from.year) * 12 + until.month - from.month + 1;
  if (months !== 12) return days;
  const [first, count] = { early: [1, 3], mid: [5, 4], late: [10, 3] }[third] as [number, number];
  return monthsOf(from.year, first, count);
}
