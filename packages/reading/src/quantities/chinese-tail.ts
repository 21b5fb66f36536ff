/** What stands right after a Chinese numeral and belongs to it: %, 倍, 成, 折, currency, stretch of time, unit. */
import { chineseNumeral } from './chinese-numeral.ts';
import type { ChineseNumeral } from './chinese-vague.ts';
import { shift, tidy } from './decimal.ts';
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import { countedIn, unitAt } from './units.ts';

const percent = /\s?%/y;
const points = /\s?个?百分点/y;
const basisPoints = /\s?个?基点/y;
const times = /\s?(多|余)?\s?(?:倍|[xX×](?![A-Za-z0-9]))(?![增受感率])/y;
const tenths = /成(?![立功本果员长熟交品就都绩分套群语因])([一二三四五六七八九半](?![年个家]))?/y;
const discount = /折(?![旧损叠射扣合磨腾])/y;
const duration =
  /\s?(多|余|来)?(个)?(多|余)?(半)?(世纪|年头|周年|年|季度|月|星期|周|小时|钟头|工作日|自然日|交易日|天|日|分钟|秒钟|秒|毫秒|微秒)(半)?(?![级龄轻薪纪号])/y;
const timeUnits: Record<string, string> = {
  世纪: 'century',
  年头: 'yr',
  周年: 'yr',
  年: 'yr',
  季度: 'quarter',
  月: 'mo',
  星期: 'wk',
  周: 'wk',
  小时: 'h',
  钟头: 'h',
  天: 'd',
  日: 'd',
  工作日: 'd',
  自然日: 'd',
  交易日: 'd',
  分钟: 'min',
  秒钟: 's',
  秒: 's',
  毫秒: 'ms',
  微秒: 'us',
};
const needsCounter = new Set(['世纪', '季度', '月', '年头', '钟头']);

export interface Amount {
  start: number;
  end: number;
  numeral: ChineseNumeral;
  kind: Draft['kind'];
  unit: string | null;
  value: number;
  over: boolean;
}

export function chineseTail(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  const { end, value } = base;
  const point = matchAt(points, text, end);
  if (point !== null) return { ...base, end: end + point[0].length, kind: 'percent', unit: 'pp' };
  const basis = matchAt(basisPoints, text, end);
  if (basis !== null) return { ...base, end: end + basis[0].length, kind: 'percent', unit: 'bp' };
  const share = matchAt(percent, text, end);
  if (share !== null)
    return { ...base, end: end + share[0].length, kind: 'percent', unit: null, value: shift(value, -2) };
  const multiple = matchAt(times, text, end);
  if (multiple !== null)
    return {
      ...base,
      end: end + multiple[0].length,
      kind: 'multiple',
      unit: null,
      over: base.over || multiple[1] !== undefined,
    };
  const tenth = base.numeral.inDigits && value > 10 ? null : matchAt(tenths, text, end);
  if (tenth !== null && (Number.isNaN(value) || value <= 10)) {
    const more = tenth[1] === undefined ? 0 : (tenth[1] === '半' ? 5 : chineseNumeral(tenth[1], 0)!.value) / 10;
    return { ...base, end: end + tenth[0].length, kind: 'percent', unit: null, value: shift(value + more, -1) };
  }
  const off = matchAt(discount, text, end);
  if (off !== null && value < 100)
    return { ...base, end: end + 1, kind: 'percent', unit: null, value: shift(value, value < 10 ? -1 : -2) };
  return money(base, text) ?? stretch(base, text) ?? physical(base, text);
}

function money(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  if (matchAt(/美分/y, text, base.end) !== null)
    return { ...base, end: base.end + 2, kind: 'money', unit: 'USD', value: shift(base.value, -2) };
  const more = /[多余]/.test(text[base.end] ?? '') ? 1 : 0;
  const currency = unitAt('currency', text, base.end + more + (text[base.end + more] === ' ' ? 1 : 0));
  if (currency === null || /元(?:件|素|宇宙|老|首|年|旦|组)/y.test(text.slice(currency.end - 1, currency.end + 2)))
    return null;
  return { ...base, end: currency.end, kind: 'money', unit: currency.unit, over: base.over || more === 1 };
}

function physical(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  const more = /[多余]/.test(text[base.end] ?? '') ? 1 : 0;
  const unit = unitAt('physical', text, base.end + more + (text[base.end + more] === ' ' ? 1 : 0));
  return unit === null
    ? null
    : { ...base, end: unit.end, kind: 'number', unit: unit.unit, over: base.over || more === 1 };
}

/** 三年半, 两个半月, 二十多年, 18个月. */
function stretch(base: Omit<Amount, 'kind' | 'unit'>, text: string): Amount | null {
  const found = matchAt(duration, text, base.end);
  if (found === null) return null;
  const [, more, counter, later, halfBefore, name, halfAfter] = found;
  // 前三季度 is nine months, 三季度 alone the third quarter.
  const first = name === '季度' && /[前头首]/.test(text[base.start - 1] ?? '');
  if (needsCounter.has(name!) && counter === undefined && !first) return null;
  const { unit, each } = countedIn(timeUnits[name!]!);
  const half = halfBefore !== undefined || halfAfter !== undefined ? 0.5 : 0;
  return {
    ...base,
    end: base.end + found[0].length,
    kind: 'duration',
    unit,
    value: tidy((base.value + half) * each),
    over: base.over || (more ?? later) !== undefined,
  };
}
