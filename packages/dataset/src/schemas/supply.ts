import { z } from 'zod';
import { day, id, idsCell, numberCell, text } from './cells.ts';

const vintageSchema = z.strictObject({
  known: day.describe('First day on which this estimate could have been made'),
  estimate: z.string().describe('Such as "8 to 14" (90% interval), "beta(2, 5)", "0.3"'),
  facts: z.array(id).default([]),
  reason: z.string().min(1),
});

/** A document in `data/parameters/`: the uncertain inputs of one sector. */
export const parametersSchema = z.array(
  z.strictObject({
    id,
    aliases: z.array(id).default([]).describe('Other names that --set understands'),
    title: text,
    unit: z.string(),
    correlation: z.strictObject({ factor: id, loading: z.number().min(-1).max(1) }).optional(),
    vintages: z.array(vintageSchema).min(1),
  }),
);

const quarter = z.string().regex(/^\d{4}Q[1-4]$/, 'a quarter, such as 2025Q3');

/** A row of `data/supply/products.csv`. */
export const productSchema = z
  .strictObject({
    chip: id,
    maker: z.enum(['NVIDIA', 'AMD', 'Google', 'AWS', 'Huawei', 'other-chinese']),
    supply: z
      .enum(['allied', 'chinese'])
      .describe('Made of the inputs that all allied makers share, or of Chinese ones'),
    market: z.enum(['flagship', 'china']).describe('china: made for the Chinese market alone'),
    buyers: z.enum(['open', 'own']).describe("own: goes into the maker's own data centres"),
    logic_node: z.enum(['n7', 'n5', 'n3']),
    die_area_mm2: numberCell.describe('One compute die'),
    dies_per_package: numberCell,
    hbm_stacks: numberCell,
    hbm_gb: numberCell,
    first_quarter: quarter,
    last_quarter: quarter.optional(),
    sources: idsCell,
    note: z.string(),
  })
  .transform((row) => ({
    chip: row.chip,
    maker: row.maker,
    supply: row.supply,
    market: row.market,
    buyers: row.buyers,
    logicNode: row.logic_node,
    dieAreaMm2: row.die_area_mm2,
    diesPerPackage: row.dies_per_package,
    hbmStacks: row.hbm_stacks,
    hbmGB: row.hbm_gb,
    firstQuarter: row.first_quarter,
    lastQuarter: row.last_quarter,
    sources: row.sources,
    note: row.note,
  }));

/** A row of `data/supply/shipments.csv`: one state of knowledge about the units of one chip in one period. */
export const shipmentSchema = z.strictObject({
  chip: id,
  period: z.string().regex(/^\d{4}(Q[1-4])?$/, 'a year or a quarter, such as 2024 or 2024Q3'),
  units: z.string().describe('Estimate of the number of chips, worldwide'),
  known: day,
  facts: idsCell.default([]),
  reason: z.string(),
});
