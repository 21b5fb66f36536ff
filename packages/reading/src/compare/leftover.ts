/** What to make of a figure that no figure of the other language agrees with. */
import type { Quantity } from '../quantities/quantity.ts';

/** Whether two that disagree are still two versions of one statement, rather than two figures each without a partner. */
export function alike(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind) return a.kind !== 'number' || unitsMeet(a.unit, b.unit);
  const kinds = [a.kind, b.kind].sort().join();
  return kinds === 'multiple,percent' || kinds === 'money,number' || kinds === 'multiple,number';
}

function unitsMeet(a: string | null, b: string | null): boolean {
  const [left, right] = [a, b].map((unit) => unit?.split('/')[0] ?? '') as [string, string];
  return left === right || left === '' || right === '';
}

/** Said or left out by idiom: "two" beside 双方, "a year" beside 每年, "today" beside 如今. Never reported as missing. */
export function isIncidental({ kind, value, text }: Quantity): boolean {
  // 1美元兑7.3元 is "7.3 to the dollar".
  if (kind === 'money' && value === 1) return true;
  if (kind === 'number') return value !== null && value <= 2 && !/\d/.test(text);
  if (kind === 'duration') return value === 1 && /^(?:an?|one)[\s-]|^一/i.test(text) && !/half|半/i.test(text);
  return (
    kind === 'date' &&
    /同期$|^(?:上年|前一年|第二天|次日|翌日|the (?:next|following) day|the day after|(?:year|month|week|quarter|day) before|today|今天|今日|an? (?:year|month|week|day) ago|一[年天周]前|一个月前)$/i.test(
      text,
    )
  );
}

/** Whether the other language dates the same thing with more or less detail: "in 2025" beside 2025年7月. */
export function coveredBy({ kind, date }: Quantity, others: readonly Quantity[]): boolean {
  if (kind !== 'date' || date === null) return false;
  return others.some((other) => {
    if (other.date === null) return false;
    const inside = other.date.from <= date.from && date.until <= other.date.until;
    return inside || (date.from <= other.date.from && other.date.until <= date.until);
  });
}

/** The two figures that a range of the other language consists of ("from 3 to 4" beside 由3增至4), or null. */
export function sumsUp(range: Quantity, others: readonly Quantity[]): [Quantity, Quantity] | null {
  const [from, until] = endsOf(range);
  if (from === null || until === null || from === until) return null;
  const at = (end: string | number, wanted: 'from' | 'until') =>
    others.find((other) => (other.date === null ? other.value === end : other.date[wanted] === end));
  const [low, high] = [at(from, 'from'), at(until, 'until')];
  return low === undefined || high === undefined || low === high ? null : [low, high];
}

function endsOf({ value, interval, date }: Quantity): [string | number | null, string | number | null] {
  if (date !== null) return [date.from, date.until];
  return value === null && interval !== null ? [interval.low, interval.high] : [null, null];
}
