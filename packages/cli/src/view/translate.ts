/** Strings by key: `{name}` in a message is replaced by the field of that name. */
import type { Language } from '@floodgate/engine/core';
import type { Messages } from '@floodgate/engine/world';

export type Fields = Record<string, string | number>;

/** Throws when the key is missing: a test walks every key, so no reader ever sees one. */
export function translate(messages: Messages, language: Language, key: string, fields: Fields = {}): string {
  const message = messages[key];
  if (!message) throw new Error(`no message "${key}" in data/i18n`);
  return message[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(fields[name] ?? whole));
}
