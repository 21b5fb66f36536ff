import { z } from 'zod';
import { day, id } from './cells.ts';

export const sourceSchema = z
  .strictObject({
    id,
    title: z.string().min(1),
    publisher: z.string().min(1),
    url: z.url(),
    published: day,
    kind: z.enum(['official', 'filing', 'vendor', 'analyst', 'academic', 'press', 'database', 'code']),
    published_assumed: z
      .boolean()
      .default(false)
      .describe('The day is not on the document: another stands in, see the note'),
    note: z.string().optional(),
  })
  .transform(({ published_assumed: publishedAssumed, ...source }) => ({ ...source, publishedAssumed }));
