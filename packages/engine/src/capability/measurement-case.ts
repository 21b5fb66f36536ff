/** Reads a row of published measurements into a case that the model can be asked, or says why it cannot. */
import type { Text } from '../core/index.ts';
import type { Chip, Llm, Measurement, MeasurementColumn } from '../world/index.ts';
import { modelWords, regimeWord, softwareWords } from './circumstances.ts';
import type { Circumstances } from './constants.ts';
import type { CapabilityWorld, Refusal } from './evaluate.ts';
import { genericLlm } from './generic-shape.ts';
import { type NumberFormats, numberFormats } from './number-formats.ts';
import { isSpeculative } from './speculation.ts';

export interface MeasuredCase {
  row: Measurement;
  chip: Chip;
  llm: Llm;
  formats: NumberFormats;
  circumstances: Circumstances;
  /** Absent where a case speaks of single chips of a deployment that is not described. */
  chipsUsed?: number;
  tensor?: number;
  expert?: number;
  pipeline: number;
  context?: number;
  /** A number of sequences or requests in flight, with what it counts; absent when the server filled its memory. */
  batch?: { sequences: number; scope: 'whole-deployment' | 'per-chip' };
  inputTokens?: number;
  outputTokens?: number;
  phase: string;
  metric: string;
  limits?: { ttftSeconds: number; tpotSeconds: number };
  /** Prefill and decode run on chips of their own. */
  disaggregated: boolean;
}

/** Names that the measurements use for chips known here under another id. */
const CHIP_IDS: Record<string, string> = {
  'a100-sxm': 'a100-sxm-80',
  'a100-pcie': 'a100-pcie-80',
  'ascend-910b2': 'ascend-910b',
  'ascend-910b3': 'ascend-910b',
  'ascend-910b4': 'ascend-910b',
  // Hopper with 144 GB at 4.9 TB/s: the memory of an H200.
  'gh200-144gb': 'h200',
  'h20-96gb': 'h20',
  'h200-sxm': 'h200',
  'rtx-pro-6000': 'rtx-pro-6000-blackwell-server',
};

/** Names of models that share the shape of another. */
const LLM_IDS: Record<string, string> = {
  'deepseek-r1': 'deepseek-v3',
  'deepseek-v3.1': 'deepseek-v3',
  'glm-4.6': 'glm-4.5',
  'gpt-3-175b': 'gpt3-175b',
  'kimi-k2-thinking': 'kimi-k2',
  'llama-3-8b': 'llama-3.1-8b',
  'llama-3-70b': 'llama-3.1-70b',
  'llama-3.3-70b': 'llama-3.1-70b',
  'llama-7b': 'llama-2-7b',
  'llama-13b': 'llama-2-13b',
};

const CACHE_HITS: Text = {
  en: 'A production average that counts cached prompts: the hit rate is not a property of the chip.',
  zh: '生产环境平均值，计入了缓存命中的提示词：命中率与芯片无关。',
};
const KERNEL: Text = {
  en: 'A kernel, not a workload: such rows set the efficiencies.',
  zh: '这是算子而非任务：此类数据用于确定效率系数。',
};

export function readMeasurement(world: CapabilityWorld, row: Measurement): MeasuredCase | Refusal {
  if (row.phase === 'kernel') return { why: KERNEL };
  if (/cache hits/i.test(row.note ?? '') && /includes/i.test(row.note ?? '')) return { why: CACHE_HITS };
  const chip = findByName(world.chips, row.chip, CHIP_IDS, (one) => [...one.aliases, one.name.en, one.name.zh]);
  if (!chip) return { why: unknown('chip', row.chip) };
  const llm = findByName(world.llms, row.model, LLM_IDS, (one) => [one.name]) ?? sizedLlm(row);
  if (!llm) return { why: unknown('model', row.model) };
  const formats = numberFormats(row);
  if (!formats) return { why: unknown('precision', row.precision) };
  const chipsUsed = numberIn(row, 'chips_used') ?? numberIn(row, 'tensor_parallel') ?? numberIn(row, 'expert_parallel');
  const atMost = (count: number | undefined) =>
    count === undefined || chipsUsed === undefined || chip.vendor !== 'Huawei' ? count : Math.min(count, chipsUsed);
  return {
    row,
    chip,
    llm,
    formats,
    circumstances: circumstancesOf(row, llm),
    chipsUsed,
    // Ascend ranks are dies, of which a package has two.
    tensor: atMost(numberIn(row, 'tensor_parallel')),
    expert: atMost(numberIn(row, 'expert_parallel')),
    pipeline: numberIn(row, 'pipeline_parallel') ?? 1,
    context: numberIn(row, 'context_parallel'),
    batch: batchIn(row),
    inputTokens: numberIn(row, 'input_tokens'),
    outputTokens: numberIn(row, 'output_tokens'),
    phase: row.phase ?? '',
    metric: row.metric ?? '',
    limits: limitsIn(row),
    disaggregated: /dynamo|disagg/i.test(`${row.framework} ${row.note}`),
  };
}

/** The words that describe a published measurement; none when it cannot be read. */
export function measuredCircumstances(world: CapabilityWorld, row: Measurement): Circumstances {
  const read = readMeasurement(world, row);
  return 'why' in read ? new Set() : read.circumstances;
}

function circumstancesOf(row: Measurement, llm: Llm): Circumstances {
  const words = [row.phase ?? '', regimeWord(row), ...modelWords(llm), ...softwareWords(row)];
  if (isSpeculative(row)) words.push(row.speculation!.toLowerCase());
  if (row.training_kind) words.push(row.training_kind);
  if (row.batch_or_concurrency === 'peak') words.push('peak');
  if (row.phase === 'decode' && !batchIn(row) && !limitsIn(row)) words.push('unstated-batch');
  return new Set(words);
}

function findByName<T extends { id: string }>(
  items: readonly T[],
  name: string | undefined,
  ids: Record<string, string>,
  namesOf: (item: T) => string[],
): T | undefined {
  const key = (name ?? '').trim().toLowerCase();
  if (key === '') return undefined;
  const id = ids[key] ?? key;
  return (
    items.find((item) => item.id === id) ??
    items.find((item) => namesOf(item).some((other) => plain(other) === plain(key))) ??
    items.find((item) => plain(item.id) === plain(key))
  );
}

/** Spelling differs in case, spaces and hyphens only. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

function sizedLlm(row: Measurement): Llm | undefined {
  const total = numberIn(row, 'params_total_b');
  return total && row.model ? genericLlm(row.model, total, numberIn(row, 'params_active_b') ?? total) : undefined;
}

function unknown(kind: 'chip' | 'model' | 'precision', value: string | undefined): Text {
  const zh = { chip: '芯片', model: '模型', precision: '数值格式' }[kind];
  const asked = value ?? '';
  return asked === ''
    ? { en: `The ${kind} is not stated.`, zh: `未说明${zh}。` }
    : { en: `The ${kind} ${asked} is not among those known.`, zh: `未收录的${zh}：${asked}。` };
}

function batchIn(row: Measurement): MeasuredCase['batch'] {
  const sequences = numberIn(row, 'batch_or_concurrency');
  if (sequences === undefined) return undefined;
  return { sequences, scope: row.batch_scope === 'per-chip' ? 'per-chip' : 'whole-deployment' };
}

function limitsIn(row: Measurement): MeasuredCase['limits'] {
  const ttftSeconds = numberIn(row, 'ttft_limit_s');
  const tpotSeconds = numberIn(row, 'tpot_limit_s');
  if (ttftSeconds === undefined && tpotSeconds === undefined) return undefined;
  const none = Number.POSITIVE_INFINITY;
  return { ttftSeconds: ttftSeconds ?? none, tpotSeconds: tpotSeconds ?? none };
}

/** The number in a cell; undefined when the cell is empty or says something else, such as `max`. */
export function numberIn(row: Measurement, column: MeasurementColumn): number | undefined {
  const cell = (row[column] ?? '').trim();
  return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined;
}
