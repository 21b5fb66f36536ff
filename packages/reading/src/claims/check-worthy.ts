/** Sentences that state something that could be checked, and that no registered claim covers. */
import type { Language, Quantity } from '../quantities/quantity.ts';
import type { ClaimLink, Pair } from './link-claims.ts';
import { splitSentences } from './sentences.ts';
import { matcherOf } from './word-matcher.ts';

/** A sentence without a claim, and what makes it worth a check. */
export interface CheckWorthy {
  lang: Language;
  start: number;
  end: number;
  text: string;
  /** A figure; a comparison of things; something said to come from something. */
  why: ('quantity' | 'comparison' | 'cause')[];
}

const COMPARISONS: Record<Language, string[]> = {
  en: [
    ...['more ... than', 'less ... than', 'fewer ... than', 'better', 'worse', 'faster', 'slower', 'larger than'],
    ...['smaller than', 'higher than', 'lower than', 'cheaper', 'stronger', 'weaker', 'the largest', 'the biggest'],
    ...['the most', 'the least', 'the best', 'most of', 'ahead of', 'behind', 'outperform*', 'surpass*', 'exceed*'],
    ...['as much as', 'as many as', 'compared with', 'compared to', 'majority'],
  ],
  zh: [
    ...['比 ... 更', '优于', '劣于', '超过', '高于', '低于', '强于', '弱于', '不如', '胜过', '领先', '落后', '最大'],
    ...['最强', '最多', '更强', '更快', '更好', '更高', '更低', '更便宜', '大部分', '多数', '与 ... 相比'],
  ],
};
const CAUSES: Record<Language, string[]> = {
  en: [
    'because',
    'caused',
    'therefore',
    'as a result',
    'led to',
    'leads to',
    'due to',
    'thanks to',
    'owing to',
    'so that',
  ],
  zh: ['因为', '由于', '导致', '因此', '从而', '使得', '造成', '所以', '得益于', '归因于'],
};
const NO_TERMS = new Map();
const MATCHERS = {
  en: { comparison: matcherOf(COMPARISONS.en, 'en', NO_TERMS), cause: matcherOf(CAUSES.en, 'en', NO_TERMS) },
  zh: { comparison: matcherOf(COMPARISONS.zh, 'zh', NO_TERMS), cause: matcherOf(CAUSES.zh, 'zh', NO_TERMS) },
};

/** In the order of the text, English first; a sentence inside a linked passage is left out. */
export function checkWorthy(pair: Pair, links: readonly ClaimLink[]): CheckWorthy[] {
  return (['en', 'zh'] as const).flatMap((lang) => {
    const text = pair[lang];
    if (text === null) return [];
    const linked = links.filter((link) => link.lang === lang);
    return splitSentences(text, lang).flatMap((sentence) => {
      if (linked.some((link) => link.start <= sentence.start && sentence.end <= link.end)) return [];
      const why = reasonsIn(sentence.text, lang, within(pair.quantities, lang, sentence));
      return why.length > 0 ? [{ lang, start: sentence.start, end: sentence.end, text: sentence.text, why }] : [];
    });
  });
}

function within(quantities: readonly Quantity[], lang: Language, { start, end }: { start: number; end: number }) {
  return quantities.filter((quantity) => quantity.lang === lang && quantity.start >= start && quantity.end <= end);
}

/** A date alone is no statement. */
function reasonsIn(text: string, lang: Language, quantities: readonly Quantity[]): CheckWorthy['why'] {
  return [
    ...(quantities.some(({ kind }) => kind !== 'date') ? (['quantity'] as const) : []),
    ...(MATCHERS[lang].comparison(text) ? (['comparison'] as const) : []),
    ...(MATCHERS[lang].cause(text) ? (['cause'] as const) : []),
  ];
}
