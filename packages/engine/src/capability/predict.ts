/** What the model says of one published or hypothetical measurement, in the measurement's own metric. */
import type { Text } from '../core/index.ts';
import type { Measurement, Regime } from '../world/index.ts';
import { decodeStep } from './decode-step.ts';
import { type CapabilityWorld, isRefusal, machineOf, partOf, type Refusal } from './evaluate.ts';
import { type Shape, shapeOf } from './layer-shapes.ts';
import { candidateLayouts, expertLayout, tensorLayout } from './layouts.ts';
import type { Layout, Machine } from './machine.ts';
import { type MeasuredCase, readMeasurement } from './measurement-case.ts';
import { prefillOfPrompt, prefillPerToken } from './prefill.ts';
import { missingFigures } from './reasons.ts';
import { betterServing, type Serving, serve } from './serving.ts';
import { totalSeconds } from './tally.ts';
import { trainingSpeed } from './training.ts';

export type Prediction = { predicted: number } | { predicted: null; why: Text };

/** A pre-training row seldom states its batch; large runs use about this many sequences. */
const TRAINING_SEQUENCES = 2048;

const REASONS = {
  input: { en: 'The input length is not stated.', zh: '未说明输入长度。' },
  output: { en: 'The output length is not stated.', zh: '未说明输出长度。' },
  batch: { en: 'The batch is not stated.', zh: '未说明批量。' },
  metric: { en: 'The metric is not one that the model gives.', zh: '模型不提供该指标。' },
  fit: {
    en: 'By the model it does not fit into memory.',
    zh: '按模型计算放不进显存。',
  },
} satisfies Record<string, Text>;

export function predictMeasurement(world: CapabilityWorld, row: Measurement): Prediction {
  const read = readMeasurement(world, row);
  if (isRefusal(read)) return { predicted: null, why: read.why };
  const answer = predictCase(world, read);
  return typeof answer === 'number' ? { predicted: answer } : { predicted: null, why: answer.why };
}

function predictCase(world: CapabilityWorld, measured: MeasuredCase): number | Refusal {
  const part = partOf(world, measured.chip, [measured.precision]);
  if (isRefusal(part)) return part;
  if (part.rates.linkBytesPerSecond === undefined && measured.chipsUsed > 1) {
    return { why: missingFigures(measured.chip, ['link']) };
  }
  const machine = machineOf(part);
  if (isRefusal(machine)) return machine;
  const shape = shapeOf(measured.llm);
  switch (measured.phase) {
    case 'training':
      return predictTraining(machine, shape, measured);
    case 'prefill':
      return predictPrefill(machine, shape, measured);
    case 'decode':
      return predictDecode(machine, shape, measured);
    case 'end-to-end':
      return predictEndToEnd(machine, shape, measured);
    default:
      return { why: REASONS.metric };
  }
}

function predictTraining(machine: Machine, shape: Shape, measured: MeasuredCase): number | Refusal {
  if (measured.inputTokens === undefined) return { why: REASONS.input };
  const speed = trainingSpeed(machine, shape, {
    sequenceTokens: measured.inputTokens,
    batchSequences: TRAINING_SEQUENCES,
    chips: measured.chipsUsed,
    runTokens: 1,
  });
  if (!speed) return { why: REASONS.fit };
  if (measured.metric === 'TFLOPs/GPU') return speed.effectiveTflops;
  if (measured.metric === 'tok/s per GPU') return speed.tokensPerSecondPerChip;
  // Utilisation is printed against the 16-bit peak.
  if (measured.metric === 'MFU %') return (100 * speed.effectiveTflops * 1e12) / machine.rates.flops16;
  return { why: REASONS.metric };
}

function predictPrefill(machine: Machine, shape: Shape, measured: MeasuredCase): number | Refusal {
  const { inputTokens } = measured;
  if (inputTokens === undefined) return { why: REASONS.input };
  const layout = statedLayout(measured) ?? tensorLayout(measured.llm, measured.chipsUsed);
  if (measured.metric === 'TTFT s') return totalSeconds(prefillOfPrompt(machine, shape, layout, inputTokens));
  if (measured.metric !== 'tok/s per GPU') return { why: REASONS.metric };
  return layout.groups / totalSeconds(prefillPerToken(machine, shape, layout, inputTokens)) / layout.chips;
}

function predictDecode(machine: Machine, shape: Shape, measured: MeasuredCase): number | Refusal {
  const { inputTokens, outputTokens = 0, batch, kvBytes } = measured;
  if (inputTokens === undefined) return { why: REASONS.input };
  if (batch === undefined) return { why: REASONS.batch };
  const layout = statedLayout(measured) ?? tensorLayout(measured.llm, measured.chipsUsed);
  const perChip = batch.scope === 'per-chip' ? batch.sequences : batch.sequences / measured.chipsUsed;
  const sequences = perChip * layout.tensor;
  const context = inputTokens + outputTokens / 2;
  const seconds = totalSeconds(decodeStep(machine, shape, layout, { sequences, context, kvBytes }));
  if (measured.metric === 'tok/s/user') return 1 / seconds;
  if (measured.metric === 'tok/s per GPU') return perChip / seconds;
  return { why: REASONS.metric };
}

function predictEndToEnd(machine: Machine, shape: Shape, measured: MeasuredCase): number | Refusal {
  const { inputTokens, outputTokens } = measured;
  if (inputTokens === undefined) return { why: REASONS.input };
  if (outputTokens === undefined) return { why: REASONS.output };
  const best = bestServing(machine, shape, measured, inputTokens, outputTokens);
  if (!best) return { why: REASONS.fit };
  const perChip = best.outputTokensPerSecondPerChip;
  if (measured.metric === 'tok/s per GPU') return perChip;
  if (measured.metric === 'output tok/s total') return perChip * measured.chipsUsed;
  if (measured.metric === 'total tok/s (input+output)') {
    return (perChip * measured.chipsUsed * (inputTokens + outputTokens)) / outputTokens;
  }
  return { why: REASONS.metric };
}

function bestServing(
  machine: Machine,
  shape: Shape,
  measured: MeasuredCase,
  inputTokens: number,
  outputTokens: number,
): Serving | undefined {
  let best: Serving | undefined;
  for (const layout of layoutsFor(machine, measured)) {
    const regime = regimeOf(measured, layout);
    const serving = serve(machine, shape, layout, { inputTokens, outputTokens, kvBytes: measured.kvBytes, regime });
    if (serving) best = betterServing(serving, best, regime);
  }
  return best;
}

function layoutsFor(machine: Machine, measured: MeasuredCase): Layout[] {
  const stated = statedLayout(measured);
  if (stated) return [stated];
  return candidateLayouts(measured.llm, machine).filter((layout) => measured.chipsUsed % layout.chips === 0);
}

function statedLayout({ llm, tensor, expert }: MeasuredCase): Layout | undefined {
  if (expert !== undefined && expert > 1 && llm.experts > 0) return expertLayout(expert, tensor ?? 1);
  return tensor === undefined ? undefined : tensorLayout(llm, tensor);
}

/** A stated number in flight is shared by the replicas. */
function regimeOf(measured: MeasuredCase, layout: Layout): Regime {
  if (measured.limits) return { kind: 'latency-limit', ...measured.limits };
  if (!measured.batch) return { kind: 'offline' };
  const { sequences, scope } = measured.batch;
  const perReplica = scope === 'per-chip' ? sequences * layout.chips : (sequences * layout.chips) / measured.chipsUsed;
  return { kind: 'batch', batch: Math.max(1, Math.round(perReplica)) };
}
