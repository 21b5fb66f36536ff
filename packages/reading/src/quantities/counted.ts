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
const filler =
  "(?!(?:in|for|within|after|over|roughly|about|nearly|almost|than|once|ago|by|during|before|the|last|this|next)\\s)[A-Za-z'’-]+\\s+";
const enRateAfter = new RegExp(
  `(?:\\s+(?:${filler}){0,5}?(?:(?:an?|per|each|every)\\s+(year|annum|month|week|day|hour|second|quarter)(?!\\s+(?:ago|later|earlier|before|after|and\\s+a\\s+half))|(annually|yearly|monthly|weekly|daily|hourly))|[A-Za-z -]{0,20}\\/\\s?(year|yr|month|mo|day|week|hour|second|sec|s))(?![A-Za-z])`,
  'iy',
);
const enRateBefore =
  /\b(?:(annual|monthly|weekly|daily|yearly)(?:\s+[a-z]+){1,3}\s+(?:of|at|to|by|is|was|reached|exceeds)|(?:each|every|per)\s+(year|month|week|day|second|quarter),?(?:\s+[a-z]+){0,4}|(annually|monthly|daily)\s+[a-z]+)\s+(?:[a-z]+\s+){0,2}$/i;
const zhRateAfter =
  /[^\d，。；！？、,;]{0,8}?(?:\/|每|／)\s?(年|月|周|天|日|小时|秒|季度)(?!均|\s?[\d约近超逾])|[^\d，。；！？、,;]{0,6}?(?:一年|每年)(?![半多前后来内])/y;
/** 年 of a date (2024年收入) or a stretch (12个月出货) tells no rate. */
const zhRateBefore =
  /(?:每(?:个)?(年|月|周|天|日|小时|秒|季度)|(?<![\d财个去今明前后上本全当次翌整半百多几]\s?)(年|月|日|周)(?:产能|产量|产|均|销量|销售额|出货量|出货|供应量|需求量|需求|发电量|用电量|营收|收入|进口量|出口量|吞吐量)|一(年)(?=最多|至多|只|仅|大约|约|就|也|总共|共|才|便|要|可|能|将|生产|产|造|销|卖|出货|\d))[^，。；！？、,;]{0,12}$/;
const words = /(?:\s+|-)([A-Za-z][A-Za-z'-]{0,24})/y;
const stop =
  /^(?:in|to|of|for|by|on|at|from|with|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|can|could|may|as|than|the|its|their|a|an|per|each|every|while|if|since|until|this|last|next|between)$/i;

const of = /^of$/i;
/** A plural of a model's name counts chips: "2,400 H100s". */
const model = /\s(?:[A-Z]{1,3}\d{2,4}[A-Z]?|[A-Z][a-z]+ \d{3}[A-Z])s(?![A-Za-z])/y;

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
  let at = end + (text[end] === '+' ? 1 : 0);
  for (let count = 0; count < 5; count++) {
    if (matchAt(model, text, at) !== null) return 'chips';
    const direct = unitAt('counted', text, at + 1);
    if (direct !== null && /[\s-]/.test(text[at] ?? '')) return direct.unit;
    const found = matchAt(words, text, at);
    if (found === null || (stop.test(found[1]!) && !(count === 0 && of.test(found[1]!)))) return null;
    at += found[0].length;
  }
  return null;
}

/** Of dies and chips 颗 may count either, 片 the chip or the wafer. */
const measure = /\s?([个颗块片枚张])?(?:的)?/y;
/** The noun stands after at most eight characters that describe it, none of which begins another phrase or measures another thing. */
const described = /[^，。；！？、,;\d及和与或在是将被把有层类种家名位条项款台座次步代国户件]/y;
const trailing = /(?:以上|以下|左右|多|余|的)*/y;

function chineseCounted(text: string, end: number): string | null {
  const first = end + matchAt(trailing, text, end)![0].length;
  const found = matchAt(measure, text, first)!;
  const from = first + found[0].length + matchAt(trailing, text, first + found[0].length)![0].length;
  for (let at = from; at <= from + 8 && at < text.length; at++) {
    const counted = unitAt('counted', text, at);
    if (
      counted !== null &&
      (counted.unit !== 'people' || (at === from && !/^人[工民类机形数脑均]/.test(text.slice(at, at + 2))))
    )
      return counted.unit;
    if (matchAt(described, text, at) === null) break;
  }
  if (!/[颗块片枚张]/.test(found[1] ?? '')) return null;
  const noun = nounBefore(text, end);
  return noun === 'dies' && found[1] !== '颗' ? 'chips' : noun;
}

const chipNouns = /芯片|晶片|GPU|加速卡|处理器|算力卡|显卡|裸片|晶粒|晶圆|堆叠/g;
const unitOfNoun: Record<string, string> = { 裸片: 'dies', 晶粒: 'dies', 晶圆: 'wafers', 堆叠: 'stacks' };

/** What 片 or 颗 count where no noun follows: the last such thing that the text has named, not far before. */
function nounBefore(text: string, end: number): string | null {
  const last = Array.from(text.slice(Math.max(0, end - 80), end).matchAll(chipNouns)).at(-1);
  return last === undefined ? null : (unitOfNoun[last[0]] ?? 'chips');
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
