import type { MeasurementColumn } from '@floodgate/engine/world';
import { z } from 'zod';

const text = z.string().optional();
const number = z
  .string()
  .regex(/^\d+(\.\d+)?(e[-+]?\d+)?$/i, 'a number without unit, such as 8 or 0.05')
  .optional();

/** Chips, ways, tokens: none of them can be nought. */
const count = z
  .string()
  .regex(/^(?=.*[1-9])\d+(\.\d+)?(e\+?\d+)?$/i, 'a number above 0')
  .optional();

const columns = {
  id: text,
  chip: text,
  chips_used: count,
  system: text,
  framework: text,
  model: text,
  params_total_b: count,
  params_active_b: count,
  precision: text.describe('Such as FP8, BF16, INT8, FP4'),
  tensor_parallel: count,
  expert_parallel: count,
  batch_or_concurrency: text.describe('A number in flight, or max, peak, a range'),
  input_tokens: count,
  output_tokens: count,
  phase: text.describe('prefill, decode, end-to-end, training or kernel'),
  metric: text,
  scenario: text,
  ttft_limit_s: number,
  tpot_limit_s: number,
  pipeline_parallel: count,
  context_parallel: count,
  speculation: text,
  accept_length: text,
  batch_scope: text.describe('per-chip or whole-deployment'),
  training_kind: text,
  value: number,
  published: text,
  source_url: text,
  note: text,
} satisfies Record<MeasurementColumn, z.ZodType>;

export const measurementColumns = Object.keys(columns) as MeasurementColumn[];

/** A row of `data/measurements/measurements.csv`, kept as text: `floodgate predict` reads rows with the same columns. */
export const measurementSchema = z.strictObject(columns);
