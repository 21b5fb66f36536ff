import { z } from 'zod';
import { booleanCell, confidence, day, id, numberCell } from './cells.ts';

/** A row of a table in `data/facts/`. Conflicting rows share a `question`; one of them is preferred, with the reason. */
export const factSchema = z.strictObject({
  id,
  topic: z.string(),
  subject: z.string(),
  quantity: z.string(),
  from: day.optional(),
  to: day.optional(),
  low: numberCell.optional(),
  mid: numberCell.optional(),
  high: numberCell.optional(),
  unit: z.string(),
  published: day,
  source: id,
  kind: z.enum(['primary', 'official', 'company', 'analyst', 'press']),
  confidence,
  question: id.optional(),
  preferred: booleanCell.optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
});
