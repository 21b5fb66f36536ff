/** What the model says of one published or hypothetical measurement, in the measurement's own metric. */
import { exp, log, power, summary, type Text } from '../core/index.ts';
import type { Measurement, Regime } from '../world/index.ts';
import { batchCapacity } from './batch-capacity.ts';
import { MEDIAN, type Position, quantityAt, type Selection } from './constants.ts';
import { decodeStep } from './decode-step.ts';
import { type CapabilityWorld, isRefusal, machineOf, type Part, partOf, type Refusal } from './evaluate.ts';
import { type Shape, shapeOf } from './layer-shapes.ts';
import { candidateLayouts, expertLayout, tensorLayout } from './layouts.ts';
import type { Layout, Machine } from './machine.ts';
import { type MeasuredCase, readMeasurement } from './measurement-case.ts';
import { UNSTATED } from './number-formats.ts';
import { CHUNK_TOKENS, prefillOfPrompt, prefillPerToken } from './prefill.ts';
import { missingFigures } from './reasons.ts';
import { betterServing, largestThatMeets, type Serving, serve } from './serving.ts';
import { type Speculation, speculationOf } from './speculation.ts';
import { totalSeconds } from './tally.ts';
import { trainingSpeed } from './training.ts';

/** `p5` and `p95` bound the 90% interval of what would be measured; null where no error was known by the day. */
export type Prediction =
  | { predicted: number; p5: number | null; p95: number | null; assumed: string[] }
  | { predicted: null; why: Text };

/** A pre-training row seldom states its batch; large runs use about this many sequences. */
const TRAINING_SEQUENCES = 2048;
const TRAINING_LENGTH = 4096;
/** Tokens of a sequence that one chip of a context-parallel group holds. */
const CONTEXT_SHARE = 16_384;

const REASONS = {
  input: { en: 'The input length is not stated.', zh: '未说明输入长度。' },
  output: { en: 'The output length is not stated.', zh: '未说明输出长度。' },
  metric: { en: 'The metric is not one that the model gives.', zh: '模型不提供该指标。' },
} satisfies Record<string, Text>;

/** Names the number of chips whose memory would hold the weights. */
function tooSmall(prepared: Prepared): Refusal {
  const { machine } = prepared;
  const bytes = weightBytes(prepared);
  const needed = Math.ceil(bytes / (machine.rates.memoryBytes * machine.constants.usableMemory));
  const size = Math.round(bytes / 1e9);
  return {
    why: {
      en: `It does not fit: the weights (${size} GB) alone would fill ${needed} of these chips.`,
      zh: `放不下：仅权重（${size} GB）就需要 ${needed} 块该芯片。`,
    },
  };
}

const GIB_OVER_GB = 1.073_741_824;

/** A case with what the model needs beside it. */
interface Prepared extends MeasuredCase {
  machine: Machine;
  selection: Selection;
  shape: Shape;
  speculation: Speculation;
  position: Position;
  /** What the row does not state and was taken from `data/capability`. */
  assumed: string[];
}

/** `position` moves the efficiencies on their distributions; the median of each when absent. */
export function predictMeasurement(world: CapabilityWorld, row: Measurement, position: Position = MEDIAN): Prediction {
  const read = readMeasurement(world, row);
  if (isRefusal(read)) return { predicted: null, why: read.why };
  const prepared = prepare(world, read, position);
  if (isRefusal(prepared)) return { predicted: null, why: prepared.why };
  if (needsMoreChips(prepared)) return { predicted: null, why: tooSmall(prepared).why };
  const answer = predictCase(prepared);
  if (typeof answer !== 'number') return { predicted: null, why: answer.why };
  return { predicted: answer, ...interval(prepared.selection, answer), assumed: prepared.assumed };
}

/** The 90% interval of measured over predicted, as left-out measurements fell. */
function interval(selection: Selection, predicted: number): { p5: number | null; p95: number | null } {
  const error = selection.chosen.get('prediction-error');
  if (!error) return { p5: null, p95: null };
  const { p5, p95 } = summary(error.estimate);
  const half = (log(p95) - log(p5)) / 2;
  return { p5: predicted * exp(-half), p95: predicted * exp(half) };
}

function prepare(world: CapabilityWorld, measured: MeasuredCase, position: Position): Prepared | Refusal {
  const { formats, chip, circumstances } = measured;
  const part = partOf(world, chip, formats.preferences, circumstances);
  if (isRefusal(part)) return part;
  if (part.rates.linkBytesPerSecond === undefined && (measured.chipsUsed ?? 1) > 1) {
    return { why: missingFigures(chip, ['link']) };
  }
  const machine = storedMachine(part, measured, position);
  if (isRefusal(machine)) return machine;
  const assumed = measured.row.precision ? [] : [`precision: ${UNSTATED}`];
  const orElse = (known: number | undefined, quantity: 'unstated-input' | 'unstated-output') => {
    if (known !== undefined) return known;
    const value = quantityAt(part.selection, quantity, position);
    if (value !== undefined) assumed.push(`${quantity}: ${Math.round(value)}`);
    return value;
  };
  const decodes = measured.phase === 'end-to-end';
  return {
    ...measured,
    inputTokens: measured.phase === 'training' ? measured.inputTokens : orElse(measured.inputTokens, 'unstated-input'),
    outputTokens: decodes ? orElse(measured.outputTokens, 'unstated-output') : measured.outputTokens,
    machine,
    selection: part.selection,
    shape: shapeOf(measured.llm),
    speculation: speculationOf(measured.row, part.selection, position),
    position,
    assumed,
  };
}

/** Weights keep the bits that were stated, even where the chip must multiply in another format. */
function storedMachine(part: Part, { formats }: MeasuredCase, position: Position): Machine | Refusal {
  const machine = machineOf(part, position);
  if (isRefusal(machine)) return machine;
  return { ...machine, bytesPerWeight: formats.bytesPerWeight, bytesPerExpertWeight: formats.bytesPerExpertWeight };
}

/** Whether the weights alone are larger than all the memory of the chips that are stated; sizes in GB are often GiB. */
function needsMoreChips(prepared: Prepared): boolean {
  const { machine, phase, chipsUsed } = prepared;
  if (phase === 'training' || chipsUsed === undefined) return false;
  return weightBytes(prepared) > chipsUsed * machine.rates.memoryBytes * GIB_OVER_GB;
}

function weightBytes({ machine, shape }: Prepared): number {
  const experts = shape.moeLayers * shape.llm.experts * shape.expert;
  return (shape.total - experts) * machine.bytesPerWeight + experts * machine.bytesPerExpertWeight;
}

function predictCase(prepared: Prepared): number | Refusal {
  switch (prepared.phase) {
    case 'training':
      return predictTraining(prepared);
    case 'prefill':
      return predictPrefill(prepared);
    case 'decode':
      return predictDecode(prepared);
    case 'end-to-end':
      return predictEndToEnd(prepared);
    default:
      return { why: REASONS.metric };
  }
}

function predictTraining(prepared: Prepared): number | Refusal {
  const { machine, shape, metric, circumstances, chipsUsed = 1024, inputTokens = TRAINING_LENGTH } = prepared;
  const speed = trainingSpeed(machine, shape, {
    sequenceTokens: inputTokens,
    batchSequences: TRAINING_SEQUENCES,
    chips: chipsUsed,
    runTokens: 1,
    contextParallel: prepared.context ?? Math.max(1, Math.ceil(inputTokens / CONTEXT_SHARE)),
    measured: true,
  });
  if (!speed) return tooSmall(prepared);
  if (metric === 'TFLOPs/GPU') return speed.effectiveTflops;
  if (metric === 'tok/s per GPU') return speed.tokensPerSecondPerChip;
  // Utilisation is printed against the 16-bit peak.
  if (metric === 'MFU %') return (100 * speed.effectiveTflops * 1e12) / machine.rates.flops16;
  const runTokens = quantityAt(prepared.selection, 'run-tokens', prepared.position);
  if (metric === 'time-to-train min' && runTokens !== undefined && circumstances.has('mlperf')) {
    // Larger jobs take larger batches, which need more tokens for the same quality.
    const growth = power(chipsUsed, quantityAt(prepared.selection, 'run-growth', prepared.position) ?? 0);
    return (growth * runTokens * 1e9) / (speed.tokensPerSecondPerChip * chipsUsed) / 60;
  }
  return { why: metric === 'time-to-train min' ? TIME_TO_TRAIN : REASONS.metric };
}

const TIME_TO_TRAIN: Text = {
  en: 'Time to a quality target: the number of tokens is not stated.',
  zh: '达到质量目标的用时：未说明训练词元数。',
};

function predictPrefill(prepared: Prepared): number | Refusal {
  const { machine, shape, inputTokens, metric, batch, pipeline } = prepared;
  if (inputTokens === undefined) return { why: REASONS.input };
  const layout = layoutOf(prepared);
  const seconds = promptSeconds(prepared, layout, inputTokens);
  if (metric === 'TTFT s') return seconds;
  if (metric === 'TTFT ms') return 1000 * seconds;
  const alone = batch?.scope === 'whole-deployment' && batch.sequences === 1;
  const tokensPerSecond = alone
    ? inputTokens / seconds / pipeline
    : layout.groups / totalSeconds(prefillPerToken(machine, shape, layout, inputTokens));
  return throughput(prepared, tokensPerSecond / layout.chips) ?? { why: REASONS.metric };
}

/** One prompt through the stages of a pipeline: chunks follow one another, so a short prompt gains nothing. */
function promptSeconds({ machine, shape, pipeline }: Prepared, layout: Layout, inputTokens: number): number {
  const seconds = totalSeconds(prefillOfPrompt(machine, shape, layout, inputTokens));
  const chunks = Math.ceil(inputTokens / CHUNK_TOKENS);
  return (seconds * (chunks + pipeline - 1)) / (chunks * pipeline);
}

function predictDecode(prepared: Prepared): number | Refusal {
  const { inputTokens, outputTokens = 0, metric } = prepared;
  if (inputTokens === undefined) return { why: REASONS.input };
  const context = inputTokens + outputTokens / 2;
  const best = bestDecoding(prepared, context) ?? bestDecoding(squeezed(prepared), context);
  if (!best) return tooSmall(prepared);
  if (metric === 'tok/s/user') return 1 / best.seconds;
  if (metric === 'TPOT s') return best.seconds;
  if (metric === 'TPOT ms' || metric === 'ITL ms') return 1000 * best.seconds;
  return throughput(prepared, best.perChip) ?? { why: REASONS.metric };
}

/** Seconds for each token of a sequence, and tokens per second and chip. */
interface Decoding {
  seconds: number;
  perChip: number;
}

/** At the stated layout, or the one with the most output. */
function bestDecoding(prepared: Prepared, context: number): Decoding | undefined {
  const { limits, batch, machine, speculation } = prepared;
  const efficiency = limits || !batch ? machine.constants.servingEfficiency : 1;
  let best: Decoding | undefined;
  for (const layout of decodeLayouts(prepared)) {
    const secondsAt = (sequences: number) => stepSeconds(prepared, layout, sequences, context) / speculation.accepted;
    const sequences = sequencesInGroup(prepared, layout, context, secondsAt);
    if (sequences === undefined) continue;
    const seconds = secondsAt(sequences);
    const perChip = (efficiency * sequences) / seconds / (layout.tensor * prepared.pipeline);
    if (!best || perChip > best.perChip) best = { seconds, perChip };
  }
  return best;
}

function decodeLayouts(prepared: Prepared): Layout[] {
  if (statedLayout(prepared) || prepared.pipeline > 1) return [layoutOf(prepared)];
  const layouts = layoutsFor(prepared);
  return layouts.length > 0 ? layouts : [layoutOf(prepared)];
}

/** Stages of a pipeline each hold a part of the batch: a token passes them all, with only its part beside it. */
function stepSeconds(prepared: Prepared, layout: Layout, sequences: number, context: number): number {
  const { machine, shape, formats, pipeline, speculation } = prepared;
  return totalSeconds(
    decodeStep(machine, shape, layout, {
      sequences: Math.max(sequences / pipeline, 1),
      context,
      kvBytes: formats.kvBytes,
      verified: speculation.verified,
    }),
  );
}

/** As stated; else as many as the limit allows; else as many as are held. */
function sequencesInGroup(
  prepared: Prepared,
  layout: Layout,
  context: number,
  secondsAt: (sequences: number) => number,
): number | undefined {
  const { machine, shape, formats, batch, limits, pipeline } = prepared;
  if (batch && !limits) return pipeline * layout.tensor * perChip(prepared, batch);
  const capacity = batchCapacity(machine, shape, layout, {
    inputTokens: context,
    outputTokens: 0,
    kvBytes: formats.kvBytes,
  });
  if (capacity < 1) return undefined;
  if (!limits) return capacity;
  const meets = (sequences: number) => secondsAt(sequences) <= limits.tpotSeconds * machine.constants.latencySlack;
  return meets(capacity) ? capacity : Math.max(1, largestThatMeets(meets, capacity));
}

function perChip({ chipsUsed = 1 }: MeasuredCase, batch: NonNullable<MeasuredCase['batch']>): number {
  return batch.scope === 'per-chip' ? batch.sequences : batch.sequences / chipsUsed;
}

/** In the metric of the row, from tokens per second and chip; undefined when the metric is another. */
function throughput({ metric, chipsUsed }: Prepared, perChip: number): number | undefined {
  if (metric === 'tok/s per GPU') return perChip;
  if (chipsUsed === undefined) return undefined;
  if (metric === 'output tok/s total' || metric === 'input tok/s total') return perChip * chipsUsed;
  return undefined;
}

function predictEndToEnd(prepared: Prepared): number | Refusal {
  const { inputTokens, outputTokens, chipsUsed, metric } = prepared;
  if (inputTokens === undefined) return { why: REASONS.input };
  if (outputTokens === undefined) return { why: REASONS.output };
  const best =
    bestServing(prepared, inputTokens, outputTokens) ?? bestServing(squeezed(prepared), inputTokens, outputTokens);
  if (!best) return tooSmall(prepared);
  const perChip = best.outputTokensPerSecondPerChip;
  if (metric === 'TTFT s') return best.ttftSeconds;
  if (metric === 'TPOT s') return best.tpotSeconds;
  if (metric === 'tok/s/user') return 1 / best.tpotSeconds;
  if (metric === 'request latency s') return best.ttftSeconds + outputTokens * best.tpotSeconds;
  if (chipsUsed !== undefined && metric === 'requests/s') return (perChip * chipsUsed) / outputTokens;
  if (chipsUsed !== undefined && metric === 'total tok/s (input+output)') {
    return (perChip * chipsUsed * (inputTokens + outputTokens)) / outputTokens;
  }
  return throughput(prepared, perChip) ?? { why: REASONS.metric };
}

/** An operator whose model barely fits leaves less for everything else; sizes in GB are often GiB. */
function squeezed(prepared: Prepared): Prepared {
  const { rates, constants } = prepared.machine;
  return {
    ...prepared,
    machine: {
      ...prepared.machine,
      rates: { ...rates, memoryBytes: rates.memoryBytes * GIB_OVER_GB },
      constants: { ...constants, usableMemory: 0.96, runtimeMemoryBytes: 1e9 },
    },
  };
}

function bestServing(prepared: Prepared, inputTokens: number, outputTokens: number): Serving | undefined {
  const { machine, shape, formats, speculation, disaggregated } = prepared;
  let best: Serving | undefined;
  for (const layout of layoutsFor(prepared)) {
    const regime = regimeOf(prepared, layout);
    const replicas = prepared.circumstances.has('mlperf') ? (prepared.chipsUsed ?? 1) / layout.chips : undefined;
    const job = { inputTokens, outputTokens, kvBytes: formats.kvBytes, regime, speculation, disaggregated, replicas };
    const serving = serve(machine, shape, layout, job);
    if (serving) best = betterServing(serving, best, regime);
  }
  return best;
}

function layoutsFor(prepared: Prepared): Layout[] {
  const stated = statedLayout(prepared);
  if (stated) return [stated];
  const { chipsUsed } = prepared;
  const candidates = candidateLayouts(prepared.llm, prepared.machine);
  return chipsUsed === undefined ? candidates : candidates.filter(({ chips }) => chipsUsed % chips === 0);
}

/** The stated layout, or all chips: tensor parallel within a fast domain, experts across. */
function layoutOf(prepared: Prepared): Layout {
  const { llm, machine, chipsUsed = 1, pipeline } = prepared;
  const chips = Math.max(1, chipsUsed / pipeline);
  const stated = statedLayout(prepared);
  if (stated) return stated;
  return llm.experts > 0 && chips > machine.constants.scaleUpDomainChips
    ? expertLayout(chips)
    : tensorLayout(llm, chips);
}

function statedLayout({ llm, tensor, expert }: MeasuredCase): Layout | undefined {
  if (expert !== undefined && expert > 1 && llm.experts > 0) return expertLayout(expert, tensor ?? 1);
  return tensor === undefined ? undefined : tensorLayout(llm, tensor);
}

/** A stated number in flight is shared by the replicas. */
function regimeOf(measured: MeasuredCase, layout: Layout): Regime {
  if (measured.limits) return { kind: 'latency-limit', ...measured.limits };
  if (!measured.batch) return { kind: 'offline' };
  return { kind: 'batch', batch: Math.max(1, Math.round(perChip(measured, measured.batch) * layout.chips)) };
}
