import { z } from 'zod';
import { day, id, text } from './cells.ts';

const precision = z.enum(['fp4', 'fp8', 'int8', 'fp16']);
const count = z.number().int().positive();

const common = {
  id,
  title: text,
  published: day.describe('Day on which the last of its sources was public'),
  retired: day.optional().describe('First day on which newer yardsticks were known and this one is no longer used'),
  llm: id,
  precisions: z.array(precision).min(1).describe('In the order of preference; a chip runs the first that it has'),
  weight: z.number().min(0).describe('Share in the index of its kind; 0 keeps it out'),
  sources: z.array(id).min(1),
  reason: z.string().min(1).describe('Why this shape'),
};

const regime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('offline') }),
  z.strictObject({
    kind: z.literal('latency-limit'),
    ttftSeconds: z.number().positive().describe('Longest time to the first token'),
    tpotSeconds: z.number().positive().describe('Longest time between tokens'),
  }),
  z.strictObject({ kind: z.literal('batch'), batch: count.describe('Sequences in flight in one replica') }),
]);

/** A document in `data/workloads/`: a named job by which chips are compared. */
export const workloadSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('inference'),
    inputTokens: count,
    outputTokens: count,
    kvBytes: z.union([z.literal(1), z.literal(2)]).describe('Bytes of one element of the key-value cache'),
    regime,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('training'),
    sequenceTokens: count,
    batchSequences: count.describe('Sequences in one optimiser step, over the whole job'),
    chips: count,
    runTokens: z.number().positive(),
  }),
]);
