import { z } from 'zod';
import { day, text } from './cells.ts';

const positive = z.number().min(0).max(1e12);
const quantity = z
  .union([positive, z.strictObject({ low: positive, high: positive })])
  .refine((value) => typeof value === 'number' || value.low <= value.high, 'low <= high')
  .describe('A number, or { low, high } where only bounds are known');

/** A chip that does not exist yet, as `classify --spec` reads it. What is left out is unknown. */
export const specSchema = z
  .strictObject({
    id: z.string().min(1).max(80).optional(),
    name: text.optional(),
    kind: z.enum(['chip', 'memory', 'computer', 'model-weights', 'material', 'technology', 'tool']).optional(),
    vendor: z.string().max(80).optional(),
    designerCountry: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    released: day.optional(),
    published: day.optional(),
    nonPlanar: z.boolean().optional().describe('Non-planar transistors: only such dies count as applicable area'),
    dieAreaMm2: quantity.optional(),
    fp4DenseTflops: quantity.optional(),
    fp8DenseTflops: quantity.optional(),
    int8DenseTops: quantity.optional(),
    fp16DenseTflops: quantity.optional(),
    tf32DenseTflops: quantity.optional(),
    fp64DenseTflops: quantity.optional(),
    memoryBandwidthGBs: quantity.optional().describe('Total DRAM bandwidth of the package'),
    ioBandwidthGBs: quantity.optional().describe('Chip-to-chip rate, both directions together'),
    hostBandwidthGBs: quantity.optional().describe('Host interface, both directions together'),
    dataCenter: z.boolean().optional().describe('Designed or marketed for data centres'),
    chinaVariantOf: z.string().optional(),
    eccn: z
      .enum([
        '3A001',
        '3B001',
        '3B002',
        '3B903',
        '3B991',
        '3B992',
        '3B993',
        '3B994',
        '4A003',
        '4A004',
        '4A005',
        '5A002',
        '5A004',
        '5A992',
      ])
      .optional()
      .describe('Entry that describes the item besides 3A090 or 4A090; left out: none'),
    contains: z
      .string()
      .max(80)
      .optional()
      .describe('The chip inside a board or server (kind: computer), by id or name'),
    tpp: quantity.optional().describe('In place of the rates'),
    performanceDensity: quantity.optional().describe('In place of the die area'),
    aggregateIoGBs: quantity.optional(),
    attributes: z
      .record(z.string(), z.union([quantity, z.boolean(), z.string()]))
      .optional()
      .describe('Any other attribute of data/rules/attributes.yaml'),
  })
  .refine((spec) => spec.contains === undefined || spec.kind === 'computer', {
    path: ['contains'],
    message: 'a chip inside is for kind: computer',
  });
