/** Reads what a measurement says of its number formats: those of arithmetic, of the weights and of the cache. */
import type { Measurement, Precision } from '../world/index.ts';
import { BYTES_PER_WEIGHT } from './precision.ts';

export interface NumberFormats {
  /** Of the arithmetic, in the order in which software falls back where a chip has no rate in it. */
  preferences: readonly Precision[];
  bytesPerWeight: number;
  /** Routed experts may be stored in fewer bits than the rest. */
  bytesPerExpertWeight: number;
  kvBytes: 1 | 2;
}

const FALLBACK: Record<Precision, readonly Precision[]> = {
  fp4: ['fp4', 'fp8', 'fp16'],
  fp8: ['fp8', 'int8', 'fp16'],
  int8: ['int8', 'fp8', 'fp16'],
  fp16: ['fp16'],
};

/** An 8-bit scale for each 32 weights. */
const MXFP4_BYTES = 0.531_25;
const FOUR_BITS = BYTES_PER_WEIGHT.fp4;

/** First match wins. Experts in 4 bits are unpacked to the format of the activations before they multiply. */
const WRITTEN: { pattern: RegExp; arithmetic: Precision; weight?: number; expert?: number }[] = [
  { pattern: /fp4 experts.*fp8|w4a8/i, arithmetic: 'fp8', expert: MXFP4_BYTES },
  { pattern: /int4 experts|w4a16|awq|gptq/i, arithmetic: 'fp16', expert: FOUR_BITS },
  { pattern: /fp8 checkpoint|fp8 maths|fp8\/fp4/i, arithmetic: 'fp8' },
  { pattern: /^mxfp4$/i, arithmetic: 'fp16', expert: MXFP4_BYTES },
  { pattern: /int4/i, arithmetic: 'fp16', weight: FOUR_BITS, expert: FOUR_BITS },
  { pattern: /fp4/i, arithmetic: 'fp4' },
  { pattern: /fp8/i, arithmetic: 'fp8' },
  { pattern: /int8|w8a8/i, arithmetic: 'int8' },
  { pattern: /bf16|fp16|float16/i, arithmetic: 'fp16' },
];

/** In which models are published. */
export const UNSTATED = 'bf16';

/** The round in which entries began to train in 4 bits where the chip can. */
const FOUR_BIT_TRAINING = /training_results_v5\.1/;
const EIGHT_BIT_TRAINING = { bytesPerWeight: 1, bytesPerExpertWeight: 1, kvBytes: 2 } as const;

export function numberFormats(row: Measurement): NumberFormats | undefined {
  const stated = (row.precision ?? '').trim() || UNSTATED;
  const written = WRITTEN.find(({ pattern }) => pattern.test(stated));
  if (!written) return undefined;
  if (FOUR_BIT_TRAINING.test(row.source_url ?? '')) return { ...EIGHT_BIT_TRAINING, preferences: FALLBACK.fp4 };
  const { arithmetic, weight = BYTES_PER_WEIGHT[arithmetic], expert = weight } = written;
  return {
    preferences: FALLBACK[arithmetic],
    bytesPerWeight: weight,
    bytesPerExpertWeight: expert,
    kvBytes: cacheBytes(row, arithmetic),
  };
}

/** TensorRT-LLM and MLPerf entries keep an 8-bit cache with 8-bit and 4-bit weights; the others 16 bits unless told. */
function cacheBytes(row: Measurement, arithmetic: Precision): 1 | 2 {
  if (/fp8 (mla|kv)/i.test(`${row.precision} ${row.note}`)) return 1;
  const eight = /TensorRT|TRT/.test(row.framework ?? '') || /mlcommons/.test(row.source_url ?? '');
  return arithmetic !== 'fp16' && eight ? 1 : 2;
}
