import type { ClaimCondition } from '@floodgate/engine/world';
import { z } from 'zod';
import { day, id, text } from './cells.ts';

const comparison = z.strictObject({
  test: z.string().min(1).max(1000).describe('A comparison, such as "views(huawei-output-2025) <= 250000"'),
  says: text.describe('What the left-hand side measures'),
  unit: z.string().optional().describe('Unit in which both sides are shown, where arithmetic leaves none'),
});

const condition: z.ZodType<ClaimCondition> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const reading = z
  .strictObject({
    id,
    says: text,
    test: condition.optional(),
    needs: text.optional().describe('For a judgement that no figure decides: what would settle it'),
    limits: text.describe('What the test leaves out or takes for granted'),
  })
  .refine(({ test, needs }) => (test === undefined) !== (needs === undefined), 'a reading has either a test or needs');

const word = z.string().trim().min(1).max(80);

const words = z.strictObject({ en: z.array(word).max(300).default([]), zh: z.array(word).max(300).default([]) });

const pattern = z.strictObject({
  need: z.array(words).min(1).max(12).describe('One word of every group must occur'),
  figure: z
    .strictObject({
      from: z.number(),
      to: z.number(),
      kind: z.enum(['number', 'percent', 'multiple', 'money', 'duration', 'date']).optional(),
    })
    .refine(({ from, to }) => from <= to, 'from is at most to')
    .optional()
    .describe('A figure between both ends must occur'),
  unless: words.optional().describe('Words that must not occur'),
  within: z.enum(['sentence', 'neighbours', 'paragraph']).default('sentence'),
});

/** A document in `data/claims/`, or one of a user's own. */
export const claimSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'an id is a letter, then letters, digits and hyphens'),
  says: text,
  statedIn: z.array(id).default([]).describe('Sources in which the claim was made'),
  readings: z.array(reading).min(1).max(20),
  evidence: z.strictObject({ for: z.array(id).default([]), against: z.array(id).default([]) }),
  sensitivity: text.describe('On what the verdict hangs'),
  recognise: z.array(pattern).max(50).default([]).describe('How a text that makes the claim is told'),
});

/** `data/verdicts.yaml` */
export const verdictsSchema = z.strictObject({
  supportedFrom: z.number().gt(0.5).max(1),
  contradictedTo: z.number().min(0).lt(0.5),
  decision: id,
  until: z.number().int(),
  days: z.array(day),
  reason: text,
});
