/** Language models, reference workloads and measured efficiencies: what the capability model reads beside the chips. */
import type { Day } from '../core/day.ts';
import type { Text } from '../core/text.ts';

/** Number formats of weights and matrix arithmetic; `fp16` stands for both 16-bit formats, which run at one rate. */
export type Precision = 'fp4' | 'fp8' | 'int8' | 'fp16';

/** The shape of a language model, from its published configuration. Parameter totals are checks, never inputs. */
export interface Llm {
  id: string;
  name: string;
  published: Day;
  layers: number;
  hidden: number;
  heads: number;
  kvHeads: number;
  headDim: number;
  /** `gqa` covers multi-head attention too (as many KV heads as heads); `mla` is latent attention. */
  attention: 'gqa' | 'mla';
  kvLoraRank?: number;
  qLoraRank?: number;
  qkNopeDim?: number;
  qkRopeDim?: number;
  vHeadDim?: number;
  denseFfn: number;
  denseLayers: number;
  expertFfn: number;
  experts: number;
  expertsActive: number;
  sharedFfn: number;
  vocab: number;
  tiedEmbeddings: boolean;
  slidingWindow?: number;
  slidingLayers: number;
  publishedTotalB: number;
  publishedActiveB: number;
  source: string;
  note?: string;
}

/** What a service promises, or that it promises nothing. */
export type Regime =
  | { kind: 'offline' }
  | { kind: 'latency-limit'; ttftSeconds: number; tpotSeconds: number }
  | { kind: 'batch'; batch: number };

interface WorkloadBase {
  id: string;
  title: Text;
  published: Day;
  /** First day on which newer yardsticks were known and this one is no longer used. */
  retired?: Day;
  llm: string;
  /** Formats in the order of preference; a chip runs the first that it has. */
  precisions: Precision[];
  /** Share in the index of its kind; the weights need not sum to one. 0 keeps it out of the index. */
  weight: number;
  sources: string[];
  reason: string;
}

export interface InferenceWorkload extends WorkloadBase {
  kind: 'inference';
  inputTokens: number;
  outputTokens: number;
  /** Bytes of one element of the key-value cache. */
  kvBytes: 1 | 2;
  regime: Regime;
}

export interface TrainingWorkload extends WorkloadBase {
  kind: 'training';
  sequenceTokens: number;
  /** Sequences in one optimiser step, over the whole job. */
  batchSequences: number;
  /** Size of the job, so that rival chips face the same communication. */
  chips: number;
  /** Length of the run, for the days that it takes. */
  runTokens: number;
}

/** A named job by which chips are compared. */
export type Workload = InferenceWorkload | TrainingWorkload;

/** What an efficiency is the efficiency of; see docs/methods/capability.md for each. */
export type EfficiencyQuantity =
  | 'matrix-compute'
  | 'weight-streaming'
  | 'kv-streaming'
  | 'attention-compute'
  | 'latent-attention-compute'
  | 'prefill-attention-compute'
  | 'expert-compute'
  | 'half-rate-rows'
  | 'tile-rows'
  | 'expert-tile-rows'
  | 'expert-imbalance'
  | 'routing-skew'
  | 'link-efficiency'
  | 'all-reduce-latency'
  | 'dispatch-latency'
  | 'dispatch-overlap'
  | 'network-rate'
  | 'scale-up-domain'
  | 'layer-overhead'
  | 'mixture-overhead'
  | 'step-overhead'
  | 'serving-efficiency'
  | 'usable-memory'
  | 'runtime-memory'
  | 'training-overhead'
  | 'mixture-training'
  | 'speed'
  | 'latency-slack'
  | 'activation-passes'
  | 'expert-passes'
  | 'output-variation'
  | 'run-growth'
  | 'running-sequences'
  | 'unstated-input'
  | 'unstated-output'
  | 'drafted-tokens'
  | 'accepted-tokens'
  | 'run-tokens'
  | 'prediction-error'
  | 'training-error'
  | 'inference-error';

/**
 * A measured, fitted or judged constant of the capability model, for some chips or for all. The most specific row wins;
 * rows of `speed` multiply instead.
 */
export interface Efficiency {
  id: string;
  quantity: EfficiencyQuantity;
  /** Chips it holds for; empty when it holds for a vendor or for all. */
  chips: string[];
  vendor?: string;
  precision?: Precision;
  /** Words that must all describe the case: software, regime, phase or model (capability/circumstances.ts). */
  when: string[];
  unit: string;
  /** In the language of `core/estimate`, 90% interval. */
  estimate: string;
  published: Day;
  sources: string[];
  reason: string;
}

/** One published measurement, with the columns of `data/measurements/measurements.csv`; empty cells are absent. */
export type Measurement = Partial<Record<MeasurementColumn, string>>;

export type MeasurementColumn =
  | 'id'
  | 'chip'
  | 'chips_used'
  | 'system'
  | 'framework'
  | 'model'
  | 'params_total_b'
  | 'params_active_b'
  | 'precision'
  | 'tensor_parallel'
  | 'expert_parallel'
  | 'batch_or_concurrency'
  | 'input_tokens'
  | 'output_tokens'
  | 'phase'
  | 'metric'
  | 'scenario'
  | 'ttft_limit_s'
  | 'tpot_limit_s'
  | 'pipeline_parallel'
  | 'context_parallel'
  | 'speculation'
  | 'accept_length'
  | 'batch_scope'
  | 'training_kind'
  | 'value'
  | 'published'
  | 'source_url'
  | 'note';
