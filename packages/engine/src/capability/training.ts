/**
 * Speed of a training job: model FLOPs over the time of arithmetic, exposed communication and pipeline bubble, at the
 * best of the parallel layouts that fit into memory. Structure after Narayanan et al. (2021), sections 2 and 3.
 */
import { prefillAttentionFlops, type Shape } from './layer-shapes.ts';
import { linkRate, type Machine } from './machine.ts';
import { activationSecondsPerRow } from './step-time.ts';
import { boundOf, emptyTally, type Tally, totalSeconds } from './tally.ts';

export interface TrainingJob {
  sequenceTokens: number;
  /** Sequences in one optimiser step, over the whole job. */
  batchSequences: number;
  chips: number;
  runTokens: number;
  /** Chips over which each sequence is cut, beside tensor parallelism; 1 when absent. */
  contextParallel?: number;
  /** It is known to have run: where no layout fits by the estimate of memory, the fastest one counts. */
  measured?: boolean;
}

export interface TrainingLayout {
  tensor: number;
  pipeline: number;
  /** Chips over which the experts of a stage are spread. */
  expert: number;
  /** Every layer's activations are computed again in the backward pass, for want of memory. */
  recompute: boolean;
}

export interface TrainingSpeed {
  layout: TrainingLayout;
  tokensPerSecondPerChip: number;
  /** Model FLOPs per second of one chip: recomputation is not counted. */
  effectiveTflops: number;
  /** effectiveTflops over the dense peak of the format. */
  mfu: number;
  days: number;
  bound: ReturnType<typeof boundOf>;
}

/** Stages that each chip holds in an interleaved schedule. */
const INTERLEAVED_STAGES = 2;
/** Weights and gradients in 16 bits on each chip; 32-bit master weights and two moments spread over all chips. */
const RESIDENT_BYTES = 4;
const OPTIMISER_BYTES = 12;
/** Bytes of activations kept for each hidden element of each layer, with selective and with full recomputation. */
const ACTIVATION_BYTES = { selective: 16, full: 2 };
/** A second forward pass beside forward and backward. */
const RECOMPUTE_FACTOR = 4 / 3;
/** Share of a training run in which it makes progress. */
const AVAILABILITY = 0.92;
/** Half of the tensor and expert exchanges hide behind arithmetic; data-parallel ones hide behind the backward pass. */
const HIDDEN = 0.5;
const MOST_NODES = 4;

/** The fastest layout, or undefined when none fits. */
export function trainingSpeed(machine: Machine, shape: Shape, job: TrainingJob): TrainingSpeed | undefined {
  const layouts = trainingLayouts(shape, job);
  const fitting = layouts.filter((layout) => fits(machine, shape, job, layout));
  let best: TrainingSpeed | undefined;
  for (const layout of fitting.length === 0 && job.measured ? layouts : fitting) {
    const speed = speedOf(machine, shape, job, layout);
    if (!best || speed.tokensPerSecondPerChip > best.tokensPerSecondPerChip) best = speed;
  }
  return best;
}

function trainingLayouts(shape: Shape, job: TrainingJob): TrainingLayout[] {
  const experts = shape.moeLayers > 0 ? [1, 8, 16, 32, 64].filter((size) => size <= shape.llm.experts) : [1];
  const layouts: TrainingLayout[] = [];
  for (const tensor of [1, 2, 4, 8]) {
    for (const pipeline of [1, 2, 4, 8, 16, 32]) {
      const replicas = job.chips / (tensor * pipeline * (job.contextParallel ?? 1));
      if (replicas < 1 || replicas > job.batchSequences || pipeline > shape.llm.layers) continue;
      for (const expert of experts) {
        if (replicas * tensor < expert) continue;
        layouts.push({ tensor, pipeline, expert, recompute: false }, { tensor, pipeline, expert, recompute: true });
      }
    }
  }
  return layouts;
}

function fits(machine: Machine, shape: Shape, job: TrainingJob, layout: TrainingLayout): boolean {
  const { tensor, pipeline, expert } = layout;
  const experts = shape.moeLayers * shape.llm.experts * shape.expert;
  const resident = (shape.total - experts) / (tensor * pipeline) + experts / (pipeline * Math.max(expert, tensor));
  const kept = layout.recompute ? ACTIVATION_BYTES.full : ACTIVATION_BYTES.selective;
  const activations =
    (kept * job.sequenceTokens * shape.llm.hidden * shape.llm.layers) / (tensor * (job.contextParallel ?? 1));
  const bytes = RESIDENT_BYTES * resident + (OPTIMISER_BYTES * shape.total) / job.chips + activations;
  return bytes <= machine.rates.memoryBytes * machine.constants.usableMemory;
}

function speedOf(machine: Machine, shape: Shape, job: TrainingJob, layout: TrainingLayout): TrainingSpeed {
  const stepTokens = job.batchSequences * job.sequenceTokens;
  const tally = computeTally(machine, shape, job, stepTokens / job.chips);
  if (layout.recompute) tally.overhead += totalSeconds(tally) * (RECOMPUTE_FACTOR - 1);
  const arithmetic = totalSeconds(tally);
  tally.interconnect += communicationSeconds(machine, shape, job, layout, stepTokens, arithmetic);
  const chipsOfReplica = layout.tensor * layout.pipeline * (job.contextParallel ?? 1);
  const microbatches = (job.batchSequences * chipsOfReplica) / job.chips;
  const bubble = (layout.pipeline - 1) / (layout.pipeline - 1 + microbatches * INTERLEAVED_STAGES);
  tally.overhead += (totalSeconds(tally) * bubble) / (1 - bubble);
  const seconds = totalSeconds(tally);
  const tokensPerSecondPerChip = stepTokens / seconds / job.chips;
  const effectiveFlops = tokensPerSecondPerChip * flopsPerToken(shape, job.sequenceTokens);
  return {
    layout,
    tokensPerSecondPerChip,
    effectiveTflops: effectiveFlops / 1e12,
    mfu: effectiveFlops / machine.rates.flops,
    days: job.runTokens / (tokensPerSecondPerChip * job.chips * AVAILABILITY * 86_400),
    bound: boundOf(tally),
  };
}

/** Forward and backward: 6 for each active parameter but the embedding, and 3 times attention over half the sequence. */
export function flopsPerToken(shape: Shape, sequenceTokens: number): number {
  const embedding = shape.llm.tiedEmbeddings ? 0 : shape.head;
  return 6 * (shape.active - embedding) + attentionFlopsPerToken(shape, sequenceTokens);
}

function attentionFlopsPerToken(shape: Shape, sequenceTokens: number): number {
  return 3 * shape.llm.layers * prefillAttentionFlops(shape.llm) * (sequenceTokens / 2);
}

/**
 * Arithmetic of one chip for its tokens; what recomputation, norms and the optimiser take is overhead, and in a mixture
 * what routing, permutation and uneven experts take.
 */
function computeTally(machine: Machine, shape: Shape, job: TrainingJob, tokens: number): Tally {
  const { rates, constants } = machine;
  const expertFlops = 6 * shape.moeLayers * shape.llm.expertsActive * shape.expert;
  const attentionFlops = attentionFlopsPerToken(shape, job.sequenceTokens);
  const matrixFlops = flopsPerToken(shape, job.sequenceTokens) - expertFlops - attentionFlops;
  const seconds =
    tokens *
    (matrixFlops / (rates.flops * constants.matrixCompute) +
      expertFlops / (rates.flops * constants.expertCompute) +
      attentionFlops / (rates.flops16 * constants.prefillAttentionCompute));
  const tally = emptyTally();
  tally.compute = seconds;
  // Forward and backward move the activations about three times as often as a forward pass alone.
  tally['memory-bandwidth'] = 3 * tokens * activationSecondsPerRow(machine, shape);
  const kept = constants.trainingOverhead * (shape.moeLayers > 0 ? constants.mixtureTraining : 1);
  tally.overhead = seconds * (1 / kept - 1);
  return tally;
}

function communicationSeconds(
  machine: Machine,
  shape: Shape,
  job: TrainingJob,
  layout: TrainingLayout,
  stepTokens: number,
  arithmeticSeconds: number,
): number {
  const { tensor, pipeline, expert } = layout;
  const { llm } = shape;
  // Tokens that pass through one tensor group of one stage, times the layers of the stage.
  const layerTokens = (stepTokens / job.chips) * tensor * llm.layers;
  const tensorBytes = 4 * ((2 * (tensor - 1)) / tensor) * llm.hidden * 2 * layerTokens;
  const tensorSeconds = tensor === 1 ? 0 : (HIDDEN * tensorBytes) / linkRate(machine, tensor);
  const expertSeconds = HIDDEN * expertExchangeSeconds(machine, shape, layout, stepTokens / job.chips);
  const dataBytes = (4 * (shape.total / (tensor * pipeline))) / Math.max(expert / tensor, 1);
  const dataSeconds = dataBytes / linkRate(machine, job.chips);
  return tensorSeconds + expertSeconds + Math.max(0, dataSeconds - HIDDEN * arithmeticSeconds);
}

/** Dispatch and combine, forward and backward, in 16 bits. */
function expertExchangeSeconds(machine: Machine, shape: Shape, layout: TrainingLayout, tokens: number): number {
  if (layout.expert === 1 || shape.moeLayers === 0) return 0;
  const domain = machine.constants.scaleUpDomainChips;
  const acrossNodes = layout.expert > domain;
  const leaving = (layout.expert - (acrossNodes ? domain : 1)) / layout.expert;
  const copies = acrossNodes ? Math.min(shape.llm.expertsActive, MOST_NODES) : shape.llm.expertsActive;
  const bytes = 4 * 2 * shape.llm.hidden * copies * leaving * shape.moeLayers * tokens;
  return bytes / linkRate(machine, layout.expert);
}
