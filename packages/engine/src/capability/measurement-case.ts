/** Reads a row of published measurements into a case that the model can be asked, or says why it cannot. */
import type { Text } from '../core/index.ts';
import type { Chip, Llm, Measurement, MeasurementColumn, Precision } from '../world/index.ts';
import type { CapabilityWorld, Refusal } from './evaluate.ts';

export interface MeasuredCase {
  chip: Chip;
  llm: Llm;
  precision: Precision;
  kvBytes: 1 | 2;
  chipsUsed: number;
  tensor?: number;
  expert?: number;
  /** A number of sequences or requests in flight, with what it counts; absent when the server filled its memory. */
  batch?: { sequences: number; scope: 'whole-deployment' | 'per-chip' };
  inputTokens?: number;
  outputTokens?: number;
  phase: string;
  metric: string;
  limits?: { ttftSeconds: number; tpotSeconds: number };
}

/** Names that the measurements use for chips known here under another id. */
const CHIP_IDS: Record<string, string> = {
  'a100-sxm': 'a100-sxm-80',
  'ascend-910b3': 'ascend-910b',
  'h20-96gb': 'h20',
  'h200-sxm': 'h200',
  'rtx-pro-6000': 'rtx-pro-6000-blackwell-server',
};

/** Names of models that share the shape of another. */
const LLM_IDS: Record<string, string> = {
  'deepseek-r1': 'deepseek-v3',
  'glm-4.6': 'glm-4.5',
  'gpt-3-175b': 'gpt3-175b',
  'llama-3-70b': 'llama-3.1-70b',
  'llama-3.3-70b': 'llama-3.1-70b',
  'llama-7b': 'llama-2-7b',
};

const PRECISIONS: Record<string, Precision> = {
  bf16: 'fp16',
  fp16: 'fp16',
  fp8: 'fp8',
  mxfp8: 'fp8',
  int8: 'int8',
  fp4: 'fp4',
  nvfp4: 'fp4',
};

const OUTSIDE: Record<string, Text> = {
  kernel: {
    en: 'A kernel, not a workload: such rows set the efficiencies.',
    zh: '这是算子而非任务：此类数据用于确定效率系数。',
  },
  speculation: { en: 'Speculative decoding is not modelled yet.', zh: '尚未对投机解码建模。' },
  'time-to-train': {
    en: 'Time to a quality target: the number of tokens is not stated.',
    zh: '达到质量目标的用时：未说明训练词元数。',
  },
  'fine-tuning': {
    en: 'Fine-tuning bound by memory or by adapters, not pre-training.',
    zh: '受显存或适配器约束的微调，而非预训练。',
  },
  production: {
    en: 'A production average: load and cache hits are not stated.',
    zh: '生产环境平均值：未说明负载与缓存命中率。',
  },
  'context-parallel': {
    en: 'Context or pipeline parallel serving is not modelled yet.',
    zh: '尚未对上下文并行或流水线并行的推理服务建模。',
  },
  'chips-used': { en: 'The number of chips is not stated.', zh: '未说明芯片数量。' },
  'peak-batch': { en: 'Peak of an untuned sweep: the batch is not stated.', zh: '未调优扫描的峰值：未说明批量。' },
};

export function readMeasurement(world: CapabilityWorld, row: Measurement): MeasuredCase | Refusal {
  const outside = outsideReason(row);
  if (outside) return { why: outside };
  const chip = findByName(world.chips, row.chip, CHIP_IDS, (one) => [...one.aliases, one.name.en, one.name.zh]);
  if (!chip) return { why: unknown('chip', row.chip) };
  const llm = findByName(world.llms, row.model, LLM_IDS, (one) => [one.name]);
  if (!llm) return { why: unknown('model', row.model) };
  const precision = PRECISIONS[(row.precision ?? '').toLowerCase()];
  if (!precision) return { why: unknown('precision', row.precision) };
  const chipsUsed = numberIn(row, 'chips_used') ?? numberIn(row, 'tensor_parallel') ?? numberIn(row, 'expert_parallel');
  if (chipsUsed === undefined) return { why: OUTSIDE['chips-used'] };
  return {
    chip,
    llm,
    precision,
    kvBytes: cacheBytes(row, precision),
    chipsUsed,
    tensor: numberIn(row, 'tensor_parallel'),
    expert: numberIn(row, 'expert_parallel'),
    batch: batchIn(row),
    inputTokens: numberIn(row, 'input_tokens'),
    outputTokens: numberIn(row, 'output_tokens'),
    phase: row.phase ?? '',
    metric: row.metric ?? '',
    limits: limitsIn(row),
  };
}

function outsideReason(row: Measurement): Text | undefined {
  if (row.phase === 'kernel') return OUTSIDE.kernel;
  if (row.metric === 'time-to-train min') return OUTSIDE['time-to-train'];
  if (row.phase === 'training' && row.training_kind !== undefined && row.training_kind !== 'pre-training') {
    return OUTSIDE['fine-tuning'];
  }
  if (row.scenario === 'production') return OUTSIDE.production;
  if (row.speculation !== undefined && row.speculation !== 'none') return OUTSIDE.speculation;
  if (row.phase !== 'training' && (row.context_parallel !== undefined || row.pipeline_parallel !== undefined)) {
    return OUTSIDE['context-parallel'];
  }
  if (row.batch_or_concurrency === 'peak') return OUTSIDE['peak-batch'];
  return undefined;
}

function findByName<T extends { id: string }>(
  items: readonly T[],
  name: string | undefined,
  ids: Record<string, string>,
  namesOf: (item: T) => string[],
): T | undefined {
  const key = (name ?? '').trim().toLowerCase();
  const id = ids[key] ?? key;
  return (
    items.find((item) => item.id === id) ??
    items.find((item) => namesOf(item).some((other) => other.toLowerCase() === key))
  );
}

function unknown(kind: 'chip' | 'model' | 'precision', value: string | undefined): Text {
  const zh = { chip: '芯片', model: '模型', precision: '数值格式' }[kind];
  const asked = value ?? '';
  return asked === ''
    ? { en: `The ${kind} is not stated.`, zh: `未说明${zh}。` }
    : { en: `The ${kind} ${asked} is not among those known.`, zh: `未收录的${zh}：${asked}。` };
}

/** TensorRT-LLM keeps an 8-bit cache with 8-bit and 4-bit weights; the others keep 16 bits unless told. */
function cacheBytes(row: Measurement, precision: Precision): 1 | 2 {
  return precision !== 'fp16' && /^(TensorRT|TRT)/.test(row.framework ?? '') ? 1 : 2;
}

function batchIn(row: Measurement): MeasuredCase['batch'] {
  const sequences = numberIn(row, 'batch_or_concurrency');
  if (sequences === undefined) return undefined;
  return { sequences, scope: row.batch_scope === 'per-chip' ? 'per-chip' : 'whole-deployment' };
}

function limitsIn(row: Measurement): MeasuredCase['limits'] {
  const tpotSeconds = numberIn(row, 'tpot_limit_s');
  if (tpotSeconds === undefined) return undefined;
  return { ttftSeconds: numberIn(row, 'ttft_limit_s') ?? Number.POSITIVE_INFINITY, tpotSeconds };
}

/** The number in a cell; undefined when the cell is empty or says something else, such as `max`. */
function numberIn(row: Measurement, column: MeasurementColumn): number | undefined {
  const cell = (row[column] ?? '').trim();
  return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined;
}
