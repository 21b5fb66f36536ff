/** Chinese numerals without places or without a count: 二〇二五, 两三百, 数千万, 几百万, 成千上万. */
import { shift } from './decimal.ts';
import type { Interval } from './draft.ts';
import { matchAt } from './match-at.ts';

export interface ChineseNumeral {
  end: number;
  value: number;
  interval: Interval | null;
  /** 多, 余 or 几 inside: more than the figure, by less than its last place. */
  over: boolean;
  /** Ten to this power was named last (万 is 4), and may be lent to the other end of a range. */
  exponent: number;
  inDigits: boolean;
}

export const digitOf = new Map(
  [...'零〇○一二三四五六七八九'].map((char) => [
    char,
    '零〇○'.includes(char) ? 0 : '一二三四五六七八九'.indexOf(char) + 1,
  ]),
);
for (const [char, value] of [
  ['两', 2],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
] as const)
  digitOf.set(char, value);
export const places: Record<string, number> = { 十: 1, 百: 2, 千: 3, 拾: 1, 佰: 2, 仟: 3, 万: 4, 亿: 8, 兆: 12 };
export function vagueNumeral(text: string, at: number): ChineseNumeral | null {
  return vagueMagnitude(text, at) ?? yearDigits(text, at) ?? neighbours(text, at);
}

/** Digits without places, as years are written: 二〇二五. */
function yearDigits(text: string, at: number): ChineseNumeral | null {
  const found = matchAt(/[一二三四五六七八九][零〇○一二三四五六七八九]{2,11}(?![十百千万亿兆])/y, text, at);
  if (found === null) return null;
  return plain(at + found[0].length, Number(Array.from(found[0], (char) => digitOf.get(char)).join('')), 0, false);
}

/** Two digits in a row mean "two or three": 两三百, 七八成, 三四年. */
function neighbours(text: string, at: number): ChineseNumeral | null {
  const found = matchAt(/([一二两三四五六七八])([两二三四五六七八九])(十|百|千)?([万亿]{0,2})/y, text, at);
  if (found === null) return null;
  const [low, high] = [digitOf.get(found[1]!)!, digitOf.get(found[2]!)!];
  // 三五年 is three to five.
  if (high !== low + 1 && !(low === 3 && high === 5)) return null;
  const exponent = (places[found[3] ?? ''] ?? 0) + powerOf(found[4]!);
  const interval = { low: shift(low, exponent), high: shift(high, exponent) };
  return { end: at + found[0].length, value: Number.NaN, interval, over: false, exponent, inDigits: false };
}

const vague =
  /(好?几|数(?!以)|若干)(十|百|千)?([万亿兆]{0,2})|(成千上万|成百上千|千千万万)|数以(十|百|千)?([万亿]{0,2})计/y;

/** A magnitude without a count starts at two of it (数千万), at three with 几 (几百万). */
function vagueMagnitude(text: string, at: number): ChineseNumeral | null {
  const found = matchAt(vague, text, at);
  if (found === null) return null;
  const end = at + found[0].length;
  if (found[4] !== undefined) return interval(end, found[4] === '成百上千' ? [200, 9_999] : [2_000, 99_999], 0);
  const exponent = (places[found[2] ?? found[5] ?? ''] ?? 0) + powerOf(found[3] ?? found[6] ?? '');
  if (exponent === 0) return null;
  // 几十 and 数十 alike are tens: "dozens".
  if (found[1]?.endsWith('几') && exponent !== 1)
    return interval(end, [shift(3, exponent), shift(9, exponent)], exponent);
  return interval(end, [shift(2, exponent), shift(1, exponent + 1) - 1], exponent);
}

function interval(end: number, [low, high]: [number, number], exponent: number): ChineseNumeral {
  return { end, value: Number.NaN, interval: { low, high }, over: false, exponent, inDigits: false };
}

function powerOf(big: string): number {
  return Array.from(big).reduce((sum, char) => sum + places[char]!, 0);
}

export function plain(end: number, value: number, exponent: number, inDigits: boolean): ChineseNumeral {
  return { end, value, interval: null, over: false, exponent, inDigits };
}
