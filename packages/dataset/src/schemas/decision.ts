import { z } from 'zod';
import { day, id, text } from './cells.ts';
import { enactmentSchema } from './rule.ts';

export const patchStepSchema = z.union([
  z.strictObject({ withhold: id, reason: text }).describe('The instrument never takes effect'),
  z.strictObject({ enact: enactmentSchema, reason: text }).describe('An instrument that is not in the recorded law'),
  z
    .strictObject({ scale: id, by: z.number().min(0).max(100), from: day, reason: text })
    .describe('A parameter is multiplied from a day on, such as stricter enforcement'),
]);

/** A document in `data/decisions/`. */
export const decisionSchema = z.strictObject({
  id,
  title: text,
  summary: text,
  announced: day,
  effective: day,
  status: z.enum(['taken', 'hypothetical']),
  with: z.array(patchStepSchema).describe('Patch on the recorded law: the world with the decision'),
  without: z.array(patchStepSchema).describe('Patch on the recorded law: the world without it'),
  assume: z
    .array(z.strictObject({ parameter: id, estimate: z.string(), reason: text }))
    .default([])
    .describe('Estimates that the decision itself settles, in both worlds; --set stands over them'),
  headline: z.array(z.string()).min(1),
  sources: z.array(id).min(1),
  published: day,
});
