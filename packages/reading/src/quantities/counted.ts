/** The unit that the words around a figure give it: what is counted (chips, 片, 人) and per which time (a year, 每月, /年). */
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import type { Language } from './quantity.ts';
import { unitAt } from './units.ts';

const times: Record<string, string> = {
  year: 'yr',
  annum: 'yr',
  yr: 'yr',
  annually: 'yr',
  annual: 'yr',
  yearly: 'yr',
  month: 'mo',
  mo: 'mo',
  monthly: 'mo',
  week: 'wk',
  weekly: 'wk',
  day: 'd',
  daily: 'd',
  hour: 'h',
  hourly: 'h',
  second: 's',
  s: 's',
  sec: 's',
  quarter: 'quarter',
  年: 'yr',
  月: 'mo',
  周: 'wk',
  天: 'd',
  日: 'd',
  小时: 'h',
  秒: 's',
  季度: 'quarter',
};
const enRateAfter =
  /(?:\s+(?:[A-Za-z'’-]+\s+){0,5}?(?:(?:an?|per|each|every)\s+(year|annum|month|week|day|hour|second|quarter)|(annually|yearly|monthly|weekly|daily|hourly)|in\s+(annual|monthly|daily))|[A-Za-z -]{0,20}\/\s?(year|yr|month|mo|day|week|hour|second|sec|s))(?![A-Za-z])/iy;
const enRateBefore =
  /\b(?:(annual|monthly|weekly|daily|yearly)(?:\s+[a-z]+){1,3}\s+(?:of|at|to|by|is|was|reached|exceeds)|(?:each|every|per)\s+(year|month|week|day|second|quarter),?(?:\s+[a-z]+){0,4}|(annually|monthly|daily)\s+[a-z]+)\s+(?:[a-z]+\s+){0,2}$/i;
const zhRateAfter =
  /[^\d，。；！？、,;]{0,8}?(?:\/|每|／)\s?(年|月|周|天|日|小时|秒|季度)(?!均)|[^\d，。；！？、,;]{0,6}?(?:一年|每年)(?![半多前后来内])/y;
const zhRateBefore =
  /(?:每(?:个)?(年|月|周|天|日|小时|秒|季度)|(年|月|日|周)(?:产能|产量|产|均|销量|销售额|出货量|出货|供应量|需求量|需求|发电量|用电量|营收|收入|进口量|出口量|吞吐量)|(?:一|全)(年))[^，。；！？,;]{0,12}$/;
const words = /(?:\s+|-)([A-Za-z][A-Za-z'-]{0,24})/y;
const stop =
  /^(?:in|to|of|for|by|on|at|from|with|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|can|could|may|as|than|the|its|their|a|an|per|each|every|while|if|since|until|this|last|next|between)$/i;

const of = /^of$/i;

export function unitFor(draft: Draft, text: string, lang: Language): string | null {
  if (draft.kind !== 'number' && draft.kind !== 'money') return draft.unit;
  const base = draft.unit ?? (lang === 'en' ? englishCounted(text, draft.end) : chineseCounted(text, draft.end));
  const rate = lang === 'en' ? englishRate(text, draft) : chineseRate(text, draft);
  if (rate === null || base?.includes('/')) return base;
  if (base === 'wafers' && rate === 'mo') return 'wafers/month';
  return `${base ?? (chipsNear(text, draft) ? 'chips' : '')}/${rate}`;
}

/** The first noun that counts things among the next five words; the figure may be "of" them. */
function englishCounted(text: string, end: number): string | null {
  let at = end;
  for (let count = 0; count < 5; count++) {
    const direct = unitAt('counted', text, at + 1);
    if (direct !== null && /[\s-]/.test(text[at] ?? '')) return direct.unit;
    const found = matchAt(words, text, at);
    if (found === null || (stop.test(found[1]!) && !(count === 0 && of.test(found[1]!)))) return null;
    at += found[0].length;
  }
  return null;
}

const measure = /\s?(个|颗|块|片|枚|张|台|名|位|户|家|座)?(?:的)?/y;
const human = new Set(['名', '位']);

function chineseCounted(text: string, end: number): string | null {
  const found = matchAt(measure, text, end)!;
  const from = end + found[0].length;
  for (let at = from; at < from + 12 && at < text.length && !/[，。；！？、,;\d]/.test(text[at]!); at++) {
    const counted = unitAt('counted', text, at);
    if (counted !== null && (counted.unit !== 'people' || at <= from + 1 || text[at] !== '人')) return counted.unit;
  }
  const word = found[1] ?? '';
  if (human.has(word)) return 'people';
  const near = text.slice(Math.max(0, end - 60), end + 20);
  if (word === '片' && /晶圆/.test(near)) return 'wafers';
  return /[颗块片枚张]/.test(word) && chipWord.test(near) ? 'chips' : null;
}

const chipWord = /芯片|晶片|GPU|加速卡|处理器|\bchips?\b|\bGPUs?\b|accelerators?/i;

function chipsNear(text: string, { start, end }: Draft): boolean {
  return chipWord.test(text.slice(Math.max(0, start - 100), end + 40));
}

function englishRate(text: string, { start, end }: Draft): string | null {
  const after = matchAt(enRateAfter, text, end);
  const named = after?.slice(1).find((group) => group !== undefined);
  if (named !== undefined) return times[named.toLowerCase()]!;
  const before = enRateBefore
    .exec(text.slice(Math.max(0, start - 60), start))
    ?.slice(1)
    .find((group) => group !== undefined);
  return before === undefined ? null : times[before.toLowerCase()]!;
}

function chineseRate(text: string, { start, end }: Draft): string | null {
  const after = matchAt(zhRateAfter, text, end);
  if (after !== null) return after[1] === undefined ? 'yr' : times[after[1]]!;
  const before = zhRateBefore
    .exec(text.slice(Math.max(0, start - 24), start))
    ?.slice(1)
    .find((group) => group !== undefined);
  return before === undefined ? null : times[before]!;
}
