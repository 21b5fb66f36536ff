import { z } from 'zod';
import { day, id, idsCell } from './cells.ts';

/** Each quantity with the unit that its rows must carry. */
export const efficiencyUnits = {
  'matrix-compute': 'fraction',
  'weight-streaming': 'fraction',
  'kv-streaming': 'fraction',
  'attention-compute': 'fraction',
  'latent-attention-compute': 'fraction',
  'prefill-attention-compute': 'fraction',
  'expert-compute': 'fraction',
  'half-rate-rows': 'tokens',
  'tile-rows': 'tokens',
  'expert-tile-rows': 'tokens',
  'expert-imbalance': 'ratio',
  'routing-skew': 'fraction',
  'link-efficiency': 'fraction',
  'all-reduce-latency': 'us',
  'dispatch-latency': 'us',
  'dispatch-overlap': 'fraction',
  'network-rate': 'GB/s',
  'scale-up-domain': 'chips',
  'layer-overhead': 'us',
  'mixture-overhead': 'us',
  'step-overhead': 'ms',
  'serving-efficiency': 'fraction',
  'usable-memory': 'fraction',
  'runtime-memory': 'GB',
  'training-overhead': 'fraction',
  'mixture-training': 'fraction',
  speed: 'ratio',
  'latency-slack': 'fraction',
  'activation-passes': 'ratio',
  'expert-passes': 'ratio',
  'output-variation': 'ratio',
  'run-growth': 'fraction',
  'running-sequences': 'sequences',
  'unstated-input': 'tokens',
  'unstated-output': 'tokens',
  'drafted-tokens': 'tokens',
  'accepted-tokens': 'tokens',
  'run-tokens': 'Gtokens',
  'prediction-error': 'ratio',
  'training-error': 'ratio',
  'inference-error': 'ratio',
} as const;

type QuantityName = keyof typeof efficiencyUnits;

/** A row of the files in `data/capability`: a constant of the capability model, for some chips or for all. */
export const efficiencySchema = z
  .strictObject({
    id,
    quantity: z.enum(Object.keys(efficiencyUnits) as [QuantityName, ...QuantityName[]]),
    chips: idsCell.default([]).describe('Chips it holds for; empty when it holds for a vendor or for all'),
    vendor: z.string().optional(),
    precision: z.enum(['fp4', 'fp8', 'int8', 'fp16']).optional(),
    when: idsCell.default([]).describe('Words that must all describe the case: software, regime, phase, model'),
    unit: z.string(),
    estimate: z.string().min(1).describe('Such as "0.75 to 0.9" (90% interval)'),
    published: day,
    sources: idsCell,
    reason: z.string().min(1),
  })
  .refine((row) => row.unit === efficiencyUnits[row.quantity], {
    path: ['unit'],
    error: 'the unit does not belong to the quantity',
  });
