/** A reading's findings in words, in one language: values with their bounds, days, verdicts. */
import type { Day } from '@floodgate/engine/core';
import type { Messages } from '@floodgate/engine/world';
import type { FoundQuantity, Paragraph } from '@floodgate/reading';
import type { ClaimAnswer } from '../claims/answer-claims.ts';
import { formatNumber, formatPercent } from '../report/number.ts';
import { createWords, type Words } from '../report/words.ts';
import { type Fields, translate } from '../view/translate.ts';
import { type AnswersOn, DOUBTFUL_BELOW } from './input.ts';

export interface ReadingWords extends Words {
  /** The string `reading.<key>`. */
  tell(key: string, fields?: Fields): string;
}

export function readingWords(messages: Messages, language: 'en' | 'zh'): ReadingWords {
  const tell = (key: string, fields: Fields = {}) => translate(messages, language, `reading.${key}`, fields);
  return { ...createWords(messages, language), tell };
}

/** Figures as exact as they were written. */
const DIGITS = 9;

/** `at least 350,000 chips/yr`, `1 July 2025 to 31 July 2025`. */
export function quantityWords(quantity: FoundQuantity, words: ReadingWords): string {
  return words.tell(`comparator.${quantity.comparator}`, { value: valueWords(quantity, words) });
}

function valueWords({ kind, value, interval, date, unit }: FoundQuantity, words: ReadingWords): string {
  const { language } = words;
  if (kind === 'date') return date ? dayWords(date, words) : words.tell('unresolved');
  const show = (n: number) =>
    kind === 'percent' && unit === null
      ? formatPercent(n, language, { digits: DIGITS })
      : formatNumber(n, language, { digits: DIGITS });
  const shown = interval
    ? words.tell('interval', { low: show(interval.low), high: show(interval.high) })
    : show(value ?? 0);
  if (kind === 'multiple' && unit === null) return words.say('number.times', { n: shown });
  return unit === null ? shown : `${shown} ${unit}`;
}

function dayWords({ from, until }: { from: Day; until: Day }, words: ReadingWords): string {
  if (from === until) return words.day(from);
  return words.tell('interval', { low: words.day(from), high: words.day(until) });
}

export function verdictWords(on: AnswersOn, answer: ClaimAnswer, words: ReadingWords): string {
  const fields = { day: words.day(on.day), verdict: words.tell(`verdict.${answer.verdict}`) };
  if (answer.probability === null) return words.tell('verdict-on', fields);
  return words.tell('verdict-chance', {
    ...fields,
    chance: formatPercent(answer.probability, words.language, { digits: 2 }),
  });
}

/** How sure the pairing of a paragraph is, or which counterpart it lacks; empty for text in neither language. */
export function pairingWords({ en, zh, score }: Paragraph, words: ReadingWords): string {
  if (score !== null) {
    const key = score < DOUBTFUL_BELOW ? 'pair-low' : 'pair-score';
    return words.tell(key, { score: Math.round(score * 100) });
  }
  if (en !== null) return words.tell('only-en');
  return zh !== null ? words.tell('only-zh') : '';
}
