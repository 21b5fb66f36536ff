/** What of a block can be found again in its translation: its length, figures, dates, names and terms. */
import type { Block, Role } from '../blocks/block.ts';
import { toSimplified } from '../blocks/script.ts';
import type { Language, Quantity } from '../quantities/quantity.ts';
import { type TermIndex, termsIn } from './term-index.ts';

export interface Features {
  role: Role;
  /** Characters: Chinese ones, and all others. */
  han: number;
  others: number;
  /** Numbers of the keys, ascending; `figures` are the keys of figures among them. */
  keys: Int32Array;
  figures: Int32Array;
}

const HAN = /\p{Script=Han}/gu;
/**
 * How many characters of English a Chinese one stands for, in most texts and at the least and most. A text's own figure counts
 * as far as the text is long: in a short one a missing paragraph would decide it.
 */
const ENGLISH_PER_HAN = { usual: 3.5, least: 2.9, most: 4.1, asMuchAsHan: 600 };
/** Names stay Latin in Chinese: capitals or digits make a name in English, in Chinese any Latin word is one. */
const NAME: Record<Language, RegExp> = {
  en: /(?=\p{L}*[\p{Lu}\d])\p{L}[\p{L}\d]+/gu,
  zh: /\p{Script=Latin}[\p{Script=Latin}\d]+/gu,
};
/** Longer blocks are known well enough by their beginning. */
const LOOK_AT = 20_000;

/** Numbers keys in the order in which they are met; one for both languages of a text. */
export type KeyNumbers = Map<string, number>;

export function featuresOf(
  block: Block & { lang: Language },
  quantities: readonly Quantity[],
  index: TermIndex,
  numbers: KeyNumbers,
): Features {
  const { role, lang } = block;
  const text = lang === 'zh' ? toSimplified(block.text.slice(0, LOOK_AT)) : block.text.slice(0, LOOK_AT);
  const figures = new Set(quantities.flatMap(figureKeys));
  const names = [...text.matchAll(NAME[lang])].map(([name]) => `name ${name.toLowerCase().replace(/s$/, '')}`);
  const han = block.text.match(HAN)?.length ?? 0;
  const terms = [...termsIn(text, lang, index)].map((id) => `term ${id}`);
  return {
    role,
    han,
    others: block.text.length - han,
    keys: numbered([...figures, ...names, ...terms], numbers),
    figures: numbered([...figures], numbers),
  };
}

function figureKeys({ value, interval, date }: Quantity): string[] {
  const values = [value, interval?.low, interval?.high].filter((one) => typeof one === 'number');
  const days = date ? [`day ${date.from}`] : [];
  return [...values.map((one) => `figure ${Number(one.toPrecision(3))}`), ...days];
}

/** By which number of English characters a Chinese one is to be counted in this text. */
export function englishPerHan(en: readonly Features[], zh: readonly Features[]): number {
  const sum = (blocks: readonly Features[], count: (block: Features) => number) =>
    blocks.reduce((total, block) => total + count(block), 0);
  const english = sum(en, ({ han, others }) => han + others) - sum(zh, ({ others }) => others);
  const ratio =
    english /
    Math.max(
      1,
      sum(zh, ({ han }) => han),
    );
  return Math.min(ENGLISH_PER_HAN.most, Math.max(ENGLISH_PER_HAN.least, ratio));
}

function numbered(keys: string[], numbers: KeyNumbers): Int32Array {
  const found = new Set<number>();
  for (const key of keys) {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    found.add(known);
  }
  return Int32Array.from(found).sort();
}
