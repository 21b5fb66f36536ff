/**
 * What one replica yields on an inference workload. Prefill and decode share the chips: in a steady state each decode
 * step of B sequences comes with the prefill of the B/O sequences that replace finished ones.
 */
import type { Regime } from '../world/index.ts';
import { batchCapacity } from './batch-capacity.ts';
import { decodeStep } from './decode-step.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { prefillOfPrompt, prefillPerToken } from './prefill.ts';
import { NO_SPECULATION, type Speculation } from './speculation.ts';
import { addScaled, boundOf, emptyTally, type Resource, totalSeconds } from './tally.ts';

export interface ServingJob {
  inputTokens: number;
  outputTokens: number;
  kvBytes: number;
  regime: Regime;
  speculation?: Speculation;
  /** Prefill runs on chips of its own: it takes its share of them, but a running sequence does not wait for it. */
  disaggregated?: boolean;
  /** Replicas among which random arrivals are spread; a large service has so many that their number hardly varies. */
  replicas?: number;
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

/** Undefined when the weights and one sequence do not fit. */
export function serve(machine: Machine, shape: Shape, layout: Layout, job: ServingJob): Serving | undefined {
  const capacity = batchCapacity(machine, shape, layout, job);
  if (capacity < 1) return undefined;
  const measure = measurer(machine, shape, layout, job);
  const { sequences, limit } = chooseBatch(machine, job, layout, capacity, measure);
  return measure(sequences, limit);
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
  machine: Machine,
  { regime, replicas = Number.POSITIVE_INFINITY }: ServingJob,
  layout: Layout,
  capacity: number,
  measure: (sequences: number, limit: BatchLimit) => Serving,
): { sequences: number; limit: BatchLimit } {
  const full = { sequences: capacity, limit: capacityLimit(machine, capacity) };
  if (regime.kind === 'batch') {
    // Requests that find no room wait for one that ends.
    const sequences = Math.ceil(regime.batch / layout.groups);
    return sequences <= capacity ? { sequences, limit: 'given' } : full;
  }
  if (regime.kind === 'offline') return full;
  const meets = (sequences: number) => measure(sequences, 'latency').meetsLimit;
  const peak = meets(capacity) ? capacity : Math.max(largestThatMeets(meets, capacity), 1);
  const sequences = meanOfPeak(peak * layout.groups, replicas) / layout.groups;
  return { sequences: Math.max(1, Math.floor(sequences)), limit: peak === capacity ? full.limit : 'latency' };
}

/** Standard deviations from the mean to the 99th percentile, which a service promises. */
const P99 = 2.326;

/** Requests in flight are Poisson over the whole service: the mean of a replica whose 99th percentile is `peak`. */
function meanOfPeak(peak: number, replicas: number): number {
  if (replicas === Number.POSITIVE_INFINITY) return peak;
  const root = Math.sqrt((P99 * P99) / 4 + peak * replicas) - P99 / 2;
  return (root * root) / replicas;
}

function capacityLimit(machine: Machine, capacity: number): BatchLimit {
  return capacity === Math.round(machine.constants.runningSequences) ? 'running-sequences' : 'memory-capacity';
}

/** Bisection: both latencies grow with the batch. */
export function largestThatMeets(meets: (sequences: number) => boolean, capacity: number): number {
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
  // At any moment long answers are over-represented: on average E[O^2] / 2 E[O] tokens have been produced.
  const context = job.inputTokens + ((1 + machine.constants.outputVariation) * job.outputTokens) / 2;
  const { verified, accepted } = job.speculation ?? NO_SPECULATION;
  return (sequences: number, batchLimit: BatchLimit): Serving => {
    const step = decodeStep(machine, shape, layout, { sequences, context, kvBytes: job.kvBytes, verified });
    const decode = emptyTally();
    addScaled(decode, step, 1 / accepted);
    const decodeSeconds = totalSeconds(decode);
    const promptTokensPerStep = (sequences * job.inputTokens) / job.outputTokens;
    const tokenSeconds = decodeSeconds + promptTokensPerStep * prefillTokenSeconds;
    const tpotSeconds = job.disaggregated ? decodeSeconds : tokenSeconds;
    const all = emptyTally();
    addScaled(all, decode, 1);
    addScaled(all, perToken, promptTokensPerStep);
    const efficiency = job.regime.kind === 'batch' ? 1 : machine.constants.servingEfficiency;
    const prefillLoad = job.disaggregated ? 0 : 1 - decodeSeconds / tokenSeconds;
    // M/D/1 queue before the prompt, then one decode step that it has to wait for.
    const ttftSeconds = promptSeconds * (1 + prefillLoad / (2 * (1 - prefillLoad))) + decodeSeconds;
    return {
      layout,
      batch: sequences * layout.groups,
      batchLimit,
      prefillTokensPerSecond: layout.groups / prefillTokenSeconds,
      decodeTokensPerSecond: (sequences * layout.groups) / decodeSeconds,
      outputTokensPerSecondPerChip: (efficiency * sequences * layout.groups) / (tokenSeconds * layout.chips),
      ttftSeconds,
      tpotSeconds,
      meetsLimit: excess({ ttftSeconds, tpotSeconds }, job.regime) <= machine.constants.latencySlack,
      bound: boundOf(all),
      phases: { prefill: boundOf(perToken), decode: boundOf(decode) },
    };
  };
}
