/**
 * A multiple after a verb of growth can be read two ways: 增长三倍 is by its words four times as much, and is as often used
 * for three; "increased threefold" likewise. Both ends are given, and no single value. Growth by one time (增长一倍) is doubling.
 */
import type { Draft } from './draft.ts';
import type { Language } from './quantity.ts';

const before: Record<Language, RegExp> = {
  en: /\b(?:increas\w+|rose|rise[ns]?|rising|grew|grow[ns]?|growing|jump\w*|climb\w*|soar\w*|surg\w*|went\s+up|up|expand\w*|gain\w*)\s+(?:by\s+)?(?:more\s+than\s+|over\s+|about\s+|nearly\s+|almost\s+|roughly\s+|around\s+|at\s+least\s+|some\s+|an?\s+)*$/i,
  zh: /(?:增长|增加|增|提高|提升|上涨|上升|涨|扩大|扩张|多|高出|高|快|超出|攀升|飙升|暴涨|激增|猛增|大增|翻)(?:了|出)?(?:近|约|超过|逾|大约|至少|将近|不到|接近|多达)?了?$/,
};
const after: Record<Language, RegExp> = {
  en: /^\s+(?:increase|rise|growth|jump|surge|gain|expansion)\b/i,
  zh: /^(?:的)?(?:增长|增幅|涨幅|增加|提升|提高)/,
};

export function readGrowth(draft: Draft, text: string, lang: Language): Draft {
  const { value, interval, start, end } = draft;
  if (draft.kind !== 'multiple' || value === null || interval !== null) return draft;
  const written = text.slice(start, end);
  if (/^(?:twice|thrice|doubl|tripl|trebl|quadrupl|quintupl|翻|倍)/i.test(written)) return draft;
  const grows =
    before[lang].test(text.slice(Math.max(0, start - 48), start)) || after[lang].test(text.slice(end, end + 16));
  if (lang === 'zh' && value === 1) return { ...draft, value: 2 };
  return grows && value > 1 ? { ...draft, value: null, interval: { low: value, high: value + 1 } } : draft;
}
