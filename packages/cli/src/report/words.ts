/** One language's words for a report: strings by key, texts of the data, days. */
import type { Day, Language, Text } from '@floodgate/engine/core';
import type { Messages } from '@floodgate/engine/world';
import { type Fields, translate } from '../view/translate.ts';

export interface Words {
  readonly language: Language;
  /** The string `report.<key>`. */
  say(key: string, fields?: Fields): string;
  /** What stands behind a number in a unit; absent where the unit has no name in `data/i18n`. */
  unit(unit: string): string | undefined;
  text(text: Text): string;
  /** `14 July 2025`, `2025年7月14日`. */
  day(day: Day): string;
  /** Items as a list in a sentence's own punctuation: `a; b`, `a；b`. */
  join(items: string[]): string;
}

const LOCALES: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

export function createWords(messages: Messages, language: Language): Words {
  const days = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  return {
    language,
    say: (key, fields = {}) => translate(messages, language, `report.${key}`, fields),
    unit: (unit) => messages[`report.unit.${unit}`]?.[language],
    text: (text) => text[language],
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    join: (items) => items.join(language === 'zh' ? '；' : '; '),
  };
}
