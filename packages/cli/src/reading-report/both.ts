/** Words in both languages, of which the page shows one: a switch without a script. */
import type { Language } from '@floodgate/engine/core';
import type { Messages } from '@floodgate/engine/world';
import { HTML_LANGUAGES } from '../report/html.ts';
import { escapeHtml } from '../report/html-text.ts';
import type { Fields } from '../view/translate.ts';
import { type ReadingWords, readingWords } from './words.ts';

export interface Both {
  words: Record<Language, ReadingWords>;
  /** The string `reading.<key>`. */
  tell(key: string, fields?: Fields): string;
  /** HTML made once for each language, in elements of this name. */
  each(html: (words: ReadingWords) => string, element?: string): string;
}

export function createBoth(messages: Messages): Both {
  const words = { en: readingWords(messages, 'en'), zh: readingWords(messages, 'zh') };
  const each: Both['each'] = (html, element = 'span') => {
    const [en, zh] = [html(words.en), html(words.zh)];
    if (en === zh && element === 'span') return en;
    return inLanguage('en', en, element) + inLanguage('zh', zh, element);
  };
  return { words, each, tell: (key, fields) => each((one) => escapeHtml(one.tell(key, fields))) };
}

function inLanguage(language: Language, html: string, element: string): string {
  return `<${element} class="in-${language}" lang="${HTML_LANGUAGES[language]}">${html}</${element}>`;
}
