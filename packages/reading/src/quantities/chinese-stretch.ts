/** Chinese stretches of time without a numeral that counts them: 半年, 半个世纪, 一整年, 整整一年. */
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import { countedIn } from './units.ts';

const whole = /一整(?:个)?(年|月|周|天)/y;
/** 上半年 and 下半年 are dates. */
const half = /(?<![上下前后])半(?:个)?(年|月|世纪|小时|天)(?![级期])/y;
const unitNames: Record<string, string> = { 年: 'yr', 月: 'mo', 周: 'wk', 天: 'd', 小时: 'h', 世纪: 'century' };

export function chineseStretch(text: string, at: number): Draft | null {
  const found = matchAt(half, text, at) ?? matchAt(whole, text, at);
  if (found === null) return null;
  const { unit, each } = countedIn(unitNames[found[1]!]!);
  const value = (text[at] === '半' ? 0.5 : 1) * each;
  return { kind: 'duration', start: at, end: at + found[0].length, value, interval: null, date: null, unit };
}
