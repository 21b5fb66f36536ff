/**
 * A measured case as published closed forms see it: one replica of T chips, a batch, lengths, rates. What a row leaves open
 * is filled by one rule for all of them: the fewest chips that hold the weights, and as many sequences as the memory holds.
 */
import { ratesOf } from '../../../packages/engine/dist/capability/chip-rates.js';
import { kvBytesOfSequence, shapeOf } from '../../../packages/engine/dist/capability/layer-shapes.js';
import { readMeasurement } from '../../../packages/engine/dist/capability/measurement-case.js';
import { choosePrecision } from '../../../packages/engine/dist/capability/precision.js';
import { isSpeculative } from '../../../packages/engine/dist/capability/speculation.js';

const USABLE = 0.9;
const MOST_SEQUENCES = 1024;

/** @param {any} world @param {any} row @param {{ inputTokens?: number, outputTokens?: number }} assumed as our model assumes */
export function caseOf(world, row, assumed) {
  const read = readMeasurement(world, row);
  if ('why' in read || isSpeculative(row)) return undefined;
  const precision = choosePrecision(read.chip, read.formats.preferences);
  const rates = ratesOf(read.chip, precision);
  const input = read.inputTokens ?? assumed.inputTokens;
  if (Array.isArray(rates) || read.phase === 'training' || input === undefined) return undefined;
  const output = read.outputTokens ?? assumed.outputTokens ?? 1;
  const shape = shapeOf(read.llm);
  const weights = shape.total * read.formats.bytesPerWeight;
  const chips = read.tensor ?? read.expert ?? fewest(weights, rates.memoryBytes, read.chipsUsed ?? 8);
  const kvPerSequence = kvBytesOfSequence(read.llm, input + output / 2, read.formats.kvBytes);
  const room = USABLE * chips * rates.memoryBytes - weights;
  const held = Math.max(1, Math.min(MOST_SEQUENCES * chips, Math.floor(room / kvPerSequence)));
  const stated =
    read.batch &&
    (read.batch.scope === 'per-chip'
      ? read.batch.sequences * chips
      : (read.batch.sequences * chips) / (read.chipsUsed ?? chips));
  return {
    ...read,
    rates,
    shape,
    weights,
    chips,
    input,
    output,
    precision,
    batch: Math.max(1, stated ?? held),
    context: input + output / 2,
    link: rates.linkBytesPerSecond ?? Number.POSITIVE_INFINITY,
    limit: read.limits?.tpotSeconds,
  };
}

/** @param {number} weights @param {number} memory @param {number} most */
function fewest(weights, memory, most) {
  let chips = 1;
  while (chips < most && weights > 0.8 * chips * memory) chips *= 2;
  return Math.min(chips, most);
}

/**
 * In the metric of the row, from the seconds to read one token of prompts and those of a decode step of the batch.
 * @param {NonNullable<ReturnType<typeof caseOf>>} one
 * @param {{ prefillToken: number, prompt: number, step: (batch: number) => number }} times of the replica
 */
export function inMetric(one, { prefillToken, prompt, step }) {
  const { metric, chips, chipsUsed = chips, input, output } = one;
  if (one.phase === 'prefill') {
    if (metric === 'TTFT s') return prompt;
    return metric === 'tok/s per GPU' ? 1 / prefillToken / chips : undefined;
  }
  const ofDecode = one.phase === 'decode';
  const seconds = (/** @type {number} */ batch) =>
    step(batch) + (ofDecode ? 0 : (batch * input * prefillToken) / output);
  let batch = one.batch;
  if (one.limit !== undefined) while (batch > 1 && seconds(batch) > one.limit) batch /= 1.1;
  if (metric === 'tok/s/user') return 1 / seconds(batch);
  const perChip = batch / seconds(batch) / chips;
  if (metric === 'tok/s per GPU') return perChip;
  if (metric === 'output tok/s total') return perChip * chipsUsed;
  if (metric === 'total tok/s (input+output)') return (perChip * chipsUsed * (input + output)) / output;
  return undefined;
}
