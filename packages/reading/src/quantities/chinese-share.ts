/** Chinese halves and multiples without a numeral: 一半, 半数, 过半, 减半, 翻一番, 翻两番, 翻倍, 两度. */
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';

const half = /一半|半数|减半|对半|对折|半价/y;
/** 半 alone is a half only after a word that measures it: 过半, 近半, 约半. */
const bareHalf = /半(?![导岛径年月天夜途路决衰成个场小])/y;
const measured = /(?:过|近|逾|超|约|不到|将近|占|超过)$/;
const slashed = /([1-9])\/([1-9]\d{0,2})(?![\d/])/y;
const discount = /([一二三四五六七八九])([一二三四五六七八九])折(?![旧损叠射扣合磨腾])/y;
/** Two or three times over: 两度收紧. */
const again = /([两三])度(?![电角数量过假来春])/y;
const doubled = /翻了?(?:近|约|超过)?([一两二三四])番|翻番|翻了?一?倍|倍增/y;

export function chineseShare(text: string, at: number): Draft | null {
  const found =
    matchAt(half, text, at) ??
    (measured.test(text.slice(Math.max(0, at - 2), at)) ? matchAt(bareHalf, text, at) : null);
  if (found !== null) return share(at, found[0]);
  const ratio = matchAt(slashed, text, at);
  if (ratio !== null && +ratio[1]! < +ratio[2]! && !/[\d/.]/.test(text[at - 1] ?? ''))
    return share(at, ratio[0], +ratio[1]! / +ratio[2]!);
  const off = matchAt(discount, text, at);
  if (off !== null)
    return share(
      at,
      off[0],
      ('零一二三四五六七八九'.indexOf(off[1]!) * 10 + '零一二三四五六七八九'.indexOf(off[2]!)) / 100,
    );
  const repeated = matchAt(again, text, at);
  if (repeated !== null) return multiple(at, repeated[0], repeated[1] === '两' ? 2 : 3);
  const twice = matchAt(doubled, text, at);
  if (twice === null) return null;
  const times = twice[1] === undefined ? 1 : '零一二三四'.indexOf(twice[1].replace('两', '二'));
  return multiple(at, twice[0], 2 ** times);
}

function multiple(start: number, text: string, value: number): Draft {
  return { kind: 'multiple', start, end: start + text.length, value, interval: null, date: null, unit: null };
}

function share(start: number, text: string, value = 0.5): Draft {
  return { kind: 'percent', start, end: start + text.length, value, interval: null, date: null, unit: null };
}
