import { z } from 'zod';
import { day, id } from './cells.ts';

export const sourceSchema = z.strictObject({
  id,
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z.url(),
  published: day,
  kind: z.enum(['official', 'filing', 'vendor', 'analyst', 'academic', 'press', 'database', 'code']),
  note: z.string().optional(),
});
