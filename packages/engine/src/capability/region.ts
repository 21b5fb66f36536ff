/**
 * Where one chip is ahead of another: speed ratios over batch and context for decode, and for prefill, in the same
 * layout on both. "Better at inference" has no answer without this grid.
 */
import type { Chip, Llm } from '../world/index.ts';
import { batchCapacity } from './batch-capacity.ts';
import { modelWords } from './circumstances.ts';
import type { Circumstances } from './constants.ts';
import { decodeStep } from './decode-step.ts';
import { type CapabilityWorld, isRefusal, machineOf, partOf, type Refusal } from './evaluate.ts';
import { type Shape, shapeOf } from './layer-shapes.ts';
import { expertLayout, tensorLayout } from './layouts.ts';
import type { Layout, Machine } from './machine.ts';
import { prefillPerToken } from './prefill.ts';
import { totalSeconds } from './tally.ts';

export interface RegionStudy {
  id: 'dense-grouped-query' | 'mixture-latent';
  llm: string;
  layout: (llm: Llm) => Layout;
}

/** A dense model with grouped-query attention on one node, and a mixture with latent attention over four. */
export const REGION_STUDIES: readonly RegionStudy[] = [
  { id: 'dense-grouped-query', llm: 'llama-3.1-70b', layout: (llm) => tensorLayout(llm, 8) },
  { id: 'mixture-latent', llm: 'deepseek-v3', layout: () => expertLayout(32) },
];

const CONTEXTS = [1024, 4096, 16384, 65536, 131072];
const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const PROMPT_TOKENS = 4096;

export interface Region {
  study: RegionStudy['id'];
  llm: string;
  /** Chips in the replica, the same for both. */
  chips: number;
  /** Sequences in flight in the whole replica. */
  batches: number[];
  contexts: number[];
  /** Decode speed over the other chip's, by context and then by batch; null where either runs out of memory. */
  decode: (number | null)[][];
  /** Prefill speed over the other chip's, prompts of 4,096 tokens. */
  prefill: number;
  /** For each context, where the order turns. */
  crossover: Crossover[];
}

/** The chip is ahead in decode up to `aheadUpTo` sequences of `context` tokens (0: never ahead). */
export interface Crossover {
  context: number;
  aheadUpTo: number;
  /** Sequences that fit into the replica of either chip. */
  fits: { chip: number; against: number };
}

/** One region for each study whose model is known; none for a chip with an unpublished figure. */
export function regionsOf(world: CapabilityWorld, chip: Chip, against: Chip): Region[] {
  return REGION_STUDIES.flatMap((study) => {
    const llm = world.llms.find((candidate) => candidate.id === study.llm);
    const region = llm && regionOf(world, study, llm, chip, against);
    return region && !isRefusal(region) ? [region] : [];
  });
}

function regionOf(world: CapabilityWorld, study: RegionStudy, llm: Llm, chip: Chip, against: Chip): Region | Refusal {
  const circumstances = new Set([...modelWords(llm), 'decode', 'steady-batch']);
  const mine = eightBitMachine(world, chip, circumstances);
  if (isRefusal(mine)) return mine;
  const theirs = eightBitMachine(world, against, circumstances);
  if (isRefusal(theirs)) return theirs;
  const layout = study.layout(llm);
  const shape = shapeOf(llm);
  const speedRatio = (sequences: number, context: number) =>
    decodeSpeed(mine, shape, layout, sequences, context) / decodeSpeed(theirs, shape, layout, sequences, context);
  const capacityOf = (machine: Machine, context: number) => batchCapacity(machine, shape, layout, held(context));
  const both = (context: number) => Math.min(capacityOf(mine, context), capacityOf(theirs, context));
  return {
    study: study.id,
    llm: llm.id,
    chips: layout.chips,
    batches: BATCHES.map((sequences) => sequences * layout.groups),
    contexts: CONTEXTS,
    decode: CONTEXTS.map((context) =>
      BATCHES.map((sequences) => (sequences <= both(context) ? speedRatio(sequences, context) : null)),
    ),
    prefill: prefillSeconds(theirs, shape, layout) / prefillSeconds(mine, shape, layout),
    crossover: CONTEXTS.map((context) => ({
      context,
      aheadUpTo: layout.groups * lastAhead((sequences) => speedRatio(sequences, context), both(context)),
      fits: {
        chip: layout.groups * capacityOf(mine, context),
        against: layout.groups * capacityOf(theirs, context),
      },
    })),
  };
}

function eightBitMachine(world: CapabilityWorld, chip: Chip, circumstances: Circumstances): Machine | Refusal {
  const part = partOf(world, chip, ['fp8', 'int8', 'fp16'], circumstances);
  return isRefusal(part) ? part : machineOf(part);
}

function held(context: number) {
  return { inputTokens: context, outputTokens: 0, kvBytes: 2 };
}

function decodeSpeed(machine: Machine, shape: Shape, layout: Layout, sequences: number, context: number): number {
  return 1 / totalSeconds(decodeStep(machine, shape, layout, { sequences, context, kvBytes: 2 }));
}

function prefillSeconds(machine: Machine, shape: Shape, layout: Layout): number {
  return totalSeconds(prefillPerToken(machine, shape, layout, PROMPT_TOKENS));
}

/** The last batch before the ratio falls below one for the first time; 0 when it starts below. */
export function lastAhead(ratioAt: (sequences: number) => number, capacity: number): number {
  let ahead = 0;
  for (let sequences = 1; sequences <= capacity; sequences++) {
    if (ratioAt(sequences) < 1) break;
    ahead = sequences;
  }
  return ahead;
}
