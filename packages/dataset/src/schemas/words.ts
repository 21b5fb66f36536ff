import { z } from 'zod';
import { id, text } from './cells.ts';

/** A document in `data/i18n/`: messages by key. */
export const messagesSchema = z.record(z.string(), text);

/** A row of `data/glossary.csv`. */
export const termSchema = z
  .strictObject({
    id,
    en: z.string(),
    zh: z.string(),
    definition_en: z.string(),
    definition_zh: z.string(),
    source: id,
  })
  .transform((row) => ({
    id: row.id,
    en: row.en,
    zh: row.zh,
    definition: { en: row.definition_en, zh: row.definition_zh },
    source: row.source,
  }));
