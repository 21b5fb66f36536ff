import { z } from 'zod';
import { id, text } from './cells.ts';

/** A document in `data/i18n/`: messages by key. */
export const messagesSchema = z.record(z.string(), text);

/** Names of a term in one language, separated by |: the one that we use, then those that texts use. */
const names = z.string().transform((cell) => cell.split('|').map((name) => name.trim()));

/** A row of `data/glossary.csv`. */
export const termSchema = z
  .strictObject({
    id,
    en: names,
    zh: names,
    definition_en: z.string(),
    definition_zh: z.string(),
    source: id,
  })
  .transform(({ id, en, zh, definition_en, definition_zh, source }) => ({
    id,
    en: en[0],
    zh: zh[0],
    also: { en: en.slice(1), zh: zh.slice(1) },
    definition: { en: definition_en, zh: definition_zh },
    source,
  }));
