/** A proposed rule to stress-test: the shape of a decision's `enact`, and how to read it beside the recorded law. */
import { z } from 'zod';
import { day, id } from './cells.ts';

/** The key `design` of a rule's file; every part may be left out. */
export const designSchema = z
  .strictObject({
    reading: z
      .union([z.enum(['joins', 'alone']), z.strictObject({ replaces: z.array(id).min(1) })])
      .default('joins')
      .describe('joins: beside the recorded law; alone: in place of its whole regime; replaces: in place of these'),
    on: day.optional().describe('Day whose parts bound what could be built; the effective day, unless given'),
  })
  .default({ reading: 'joins' });
