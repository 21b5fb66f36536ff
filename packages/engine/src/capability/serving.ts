/**
 * What one replica yields on an inference workload. Prefill and decode share the chips: in a steady state each decode
 * step of B sequences comes with the prefill of the B/O sequences that replace finished ones.
 */
import type { Regime } from '../world/index.ts';
import { batchCapacity, MOST_RUNNING_SEQUENCES } from './batch-capacity.ts';
import { decodeStep } from './decode-step.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { prefillOfPrompt, prefillPerToken } from './prefill.ts';
import { addScaled, boundOf, emptyTally, type Resource, totalSeconds } from './tally.ts';

export interface ServingJob {
  inputTokens: number;
  outputTokens: number;
  kvBytes: number;
  regime: Regime;
}

/** What keeps the batch from growing. */
export type BatchLimit = 'memory-capacity' | 'latency' | 'running-sequences' | 'given';

export interface Serving {
  layout: Layout;
  /** Sequences in flight in the whole replica. */
  batch: number;
  batchLimit: BatchLimit;
  /** Of the replica, each phase having the chips to itself. */
  prefillTokensPerSecond: number;
  decodeTokensPerSecond: number;
  /** Of one chip, prefill and decode sharing it. */
  outputTokensPerSecondPerChip: number;
  ttftSeconds: number;
  tpotSeconds: number;
  /** False when even one sequence in each group misses a limit; the figures are then those of that one. */
  meetsLimit: boolean;
  bound: Resource;
  phases: { prefill: Resource; decode: Resource };
}

/** Undefined when the weights and one sequence, or the given batch, do not fit. */
export function serve(machine: Machine, shape: Shape, layout: Layout, job: ServingJob): Serving | undefined {
  const capacity = batchCapacity(machine, shape, layout, job);
  if (capacity < 1) return undefined;
  const measure = measurer(machine, shape, layout, job);
  const chosen = chooseBatch(job.regime, layout, capacity, measure);
  return chosen && measure(chosen.sequences, chosen.limit);
}

/** Of two servings: one that meets its limits before one that does not, then the more output for each chip. */
export function betterServing(a: Serving, b: Serving | undefined, regime: Regime): Serving {
  if (!b) return a;
  if (a.meetsLimit !== b.meetsLimit) return a.meetsLimit ? a : b;
  const better = a.meetsLimit
    ? a.outputTokensPerSecondPerChip > b.outputTokensPerSecondPerChip
    : excess(a, regime) < excess(b, regime);
  return better ? a : b;
}

/** By how much the worse latency exceeds its limit, as a factor; at most 1 when both are met. */
function excess(latency: { ttftSeconds: number; tpotSeconds: number }, regime: Regime): number {
  if (regime.kind !== 'latency-limit') return 0;
  return Math.max(latency.ttftSeconds / regime.ttftSeconds, latency.tpotSeconds / regime.tpotSeconds);
}

function chooseBatch(
  regime: Regime,
  layout: Layout,
  capacity: number,
  measure: (sequences: number, limit: BatchLimit) => Serving,
): { sequences: number; limit: BatchLimit } | undefined {
  if (regime.kind === 'batch') {
    const sequences = Math.ceil(regime.batch / layout.groups);
    return sequences <= capacity ? { sequences, limit: 'given' } : undefined;
  }
  const full = { sequences: capacity, limit: capacityLimit(capacity) };
  if (regime.kind === 'offline') return full;
  const meets = (sequences: number) => measure(sequences, 'latency').meetsLimit;
  if (meets(capacity)) return full;
  return { sequences: Math.max(largestThatMeets(meets, capacity), 1), limit: 'latency' };
}

function capacityLimit(capacity: number): BatchLimit {
  return capacity === MOST_RUNNING_SEQUENCES ? 'running-sequences' : 'memory-capacity';
}

/** Bisection: both latencies grow with the batch. */
function largestThatMeets(meets: (sequences: number) => boolean, capacity: number): number {
  let good = 0;
  let bad = capacity;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (meets(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Prepares what does not depend on the batch. */
function measurer(machine: Machine, shape: Shape, layout: Layout, job: ServingJob) {
  const perToken = prefillPerToken(machine, shape, layout, job.inputTokens);
  const prefillTokenSeconds = totalSeconds(perToken);
  const promptSeconds = totalSeconds(prefillOfPrompt(machine, shape, layout, job.inputTokens));
  const context = job.inputTokens + job.outputTokens / 2;
  return (sequences: number, batchLimit: BatchLimit): Serving => {
    const decode = decodeStep(machine, shape, layout, { sequences, context, kvBytes: job.kvBytes });
    const decodeSeconds = totalSeconds(decode);
    const promptTokensPerStep = (sequences * job.inputTokens) / job.outputTokens;
    const tpotSeconds = decodeSeconds + promptTokensPerStep * prefillTokenSeconds;
    const all = emptyTally();
    addScaled(all, decode, 1);
    addScaled(all, perToken, promptTokensPerStep);
    const efficiency = job.regime.kind === 'batch' ? 1 : machine.constants.servingEfficiency;
    const prefillLoad = 1 - decodeSeconds / tpotSeconds;
    // M/D/1 queue before the prompt, then one decode step that it has to wait for.
    const ttftSeconds = promptSeconds * (1 + prefillLoad / (2 * (1 - prefillLoad))) + decodeSeconds;
    return {
      layout,
      batch: sequences * layout.groups,
      batchLimit,
      prefillTokensPerSecond: layout.groups / prefillTokenSeconds,
      decodeTokensPerSecond: (sequences * layout.groups) / decodeSeconds,
      outputTokensPerSecondPerChip: (efficiency * sequences * layout.groups) / (tpotSeconds * layout.chips),
      ttftSeconds,
      tpotSeconds,
      meetsLimit: excess({ ttftSeconds, tpotSeconds }, job.regime) <= 1,
      bound: boundOf(all),
      phases: { prefill: boundOf(perToken), decode: boundOf(decode) },
    };
  };
}
