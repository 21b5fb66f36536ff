/** By which words texts speak of what the data hold: the glossary's terms and the chips. */
import type { Dataset } from '@floodgate/engine/world';
import type { Term } from '@floodgate/reading';

export function termsOf({ glossary, chips }: Pick<Dataset, 'glossary' | 'chips'>): Term[] {
  const terms = glossary.map(({ id, en, zh, also }) => ({
    id,
    en: [en, ...also.en].flatMap(withAbbreviation),
    zh: [zh, ...also.zh].flatMap(withAbbreviation),
  }));
  const known = new Set(terms.map(({ id }) => id));
  const others = chips.filter(({ id }) => !known.has(id));
  return [...terms, ...others.map(({ id, name, aliases }) => ({ id, en: [name.en, ...aliases], zh: [name.zh] }))];
}

/** `total processing performance (TPP)` is written out or abbreviated. */
function withAbbreviation(name: string): string[] {
  const found = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(name);
  return found ? [found[1], found[2]] : [name];
}
