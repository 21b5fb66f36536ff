/** In which language a stretch of text is written, told by its script, and Traditional characters in their simplified form. */
import { Converter } from 'opencc-js/t2cn';
import type { Language } from '../quantities/quantity.ts';

const HAN = /\p{Script=Han}/gu;
const WORD = /\p{Script=Latin}[\p{Script=Latin}\d'’.-]*/gu;
const OTHER_WORD = /[^\P{L}\p{Script=Han}\p{Script=Latin}]{2,}/gu;
/** From this share of Chinese characters among characters and Latin words on, a text is Chinese with foreign names in it. */
const CHINESE_FROM = 0.4;
/** Scripts are counted in this much of a text: no text changes its language later without a line break. */
const LOOK_AT = 4000;

export interface Scripts {
  han: number;
  words: number;
  other: number;
}

export function countScripts(text: string): Scripts {
  const seen = text.length > LOOK_AT ? text.slice(0, LOOK_AT) : text;
  return { han: count(seen, HAN), words: count(seen, WORD), other: count(seen, OTHER_WORD) };
}

/** Null for text in neither language: Arabic, Russian, a row of stars, a number alone. */
export function languageOf(text: string): Language | null {
  const { han, words, other } = countScripts(text);
  if (han + words === 0 || other > han + words) return null;
  return han >= CHINESE_FROM * (han + words) ? 'zh' : 'en';
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

const toMainland = Converter({ from: 't', to: 'cn' });
const simplified = new Map<string, string>();

/**
 * The text with each Traditional character replaced by its simplified one, for matching only: places stay the same because
 * a character that has no single counterpart is left alone.
 */
export function toSimplified(text: string): string {
  return text.replace(HAN, (character) => {
    const known = simplified.get(character);
    if (known !== undefined) return known;
    const converted = toMainland(character);
    const simple = converted.length === character.length ? converted : character;
    simplified.set(character, simple);
    return simple;
  });
}
