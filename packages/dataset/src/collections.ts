/** What lies where in `data/`: each collection names its files, their shape and what a row is called. */
import type { z } from 'zod';
import { chipSchema, memorySchema } from './schemas/chip.ts';
import { claimSchema, verdictsSchema } from './schemas/claim.ts';
import { decisionSchema } from './schemas/decision.ts';
import { efficiencySchema } from './schemas/efficiency.ts';
import { factSchema } from './schemas/fact.ts';
import { goodsSchema } from './schemas/goods.ts';
import { llmSchema } from './schemas/llm.ts';
import { measurementSchema } from './schemas/measurement.ts';
import {
  attributesSchema,
  countryGroupSchema,
  instrumentSchema,
  legalParameterSchema,
  provisionsSchema,
  regimeSchema,
} from './schemas/rule.ts';
import { sourceSchema } from './schemas/source.ts';
import { parametersSchema, productSchema, shipmentSchema } from './schemas/supply.ts';
import { messagesSchema, termSchema } from './schemas/words.ts';
import { workloadSchema } from './schemas/workload.ts';

export interface Collection {
  /** File, or folder of files, from the data folder; `*` stands for any one folder. */
  path: string;
  /** `rows`: CSV, one item a row. `documents`: YAML, one item a file. */
  form: 'rows' | 'documents';
  schema: z.ZodType;
  describe: string;
}

export const collections = {
  sources: documents('sources', sourceSchema, 'Origin cards: one document or dataset each'),
  chips: rows('chips/chips.csv', chipSchema, 'Chips: dense rates, per package'),
  memory: rows('memory/stacks.csv', memorySchema, 'Memory stacks'),
  goods: rows('items/items.csv', goodsSchema, 'Materials, technologies and tools'),
  facts: rows('facts', factSchema, 'Published numbers about the world'),
  regimes: documents('rules/*/regime.yaml', regimeSchema, 'Bodies of law'),
  attributes: documents('rules/attributes.yaml', attributesSchema, 'What a provision may ask about'),
  instruments: documents('rules/*/instruments', instrumentSchema, 'Legal acts, letters, announcements'),
  thresholds: documents('rules/*/parameters', legalParameterSchema, 'Legal thresholds with all their dates'),
  countryGroups: documents('rules/*/country-groups', countryGroupSchema, 'Countries that a law names together'),
  provisions: documents('rules/*/provisions', provisionsSchema, 'Provisions of one subject, with all their versions'),
  llms: rows('llms/llms.csv', llmSchema, 'Shapes of language models'),
  workloads: documents('workloads', workloadSchema, 'Named jobs by which chips are compared'),
  efficiencies: rows('capability', efficiencySchema, 'Constants of the capability model'),
  measurements: rows('measurements/measurements.csv', measurementSchema, 'Published measurements'),
  parameters: documents('parameters', parametersSchema, 'Uncertain inputs of the supply model, by sector'),
  products: rows('supply/products.csv', productSchema, 'Chips as things that are made and sold'),
  shipments: rows('supply/shipments.csv', shipmentSchema, 'Units shipped in the past'),
  decisions: documents('decisions', decisionSchema, 'Decisions as patches on the law'),
  claims: documents('claims', claimSchema, 'Statements of the debate with their tests'),
  verdicts: documents('verdicts.yaml', verdictsSchema, 'From which probabilities a verdict follows'),
  messages: documents('i18n', messagesSchema, 'Strings in both languages'),
  glossary: rows('glossary.csv', termSchema, 'Terms of the field in both languages'),
} satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;

function rows<S extends z.ZodType>(path: string, schema: S, describe: string) {
  return { path, form: 'rows' as const, schema, describe };
}

function documents<S extends z.ZodType>(path: string, schema: S, describe: string) {
  return { path, form: 'documents' as const, schema, describe };
}
