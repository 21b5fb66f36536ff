/**
 * The law as it stands in `data/rules`. Collections to register (documents; `*` is one folder for each regime):
 *   regimes         rules/<regime>/regime.yaml       regimeSchema
 *   attributes      rules/attributes.yaml            attributesSchema
 *   instruments     rules/<regime>/instruments       instrumentSchema
 *   thresholds      rules/<regime>/parameters        legalParameterSchema
 *   countryGroups   rules/<regime>/country-groups    countryGroupSchema
 *   provisions      rules/<regime>/provisions        provisionsSchema (several in one file)
 */
import { z } from 'zod';
import { confidence, day, id, text } from './cells.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 alpha-2 code, such as CN');
const paragraph = z.string().min(1).describe('Paragraph of the law, such as 3A090.a.1');

/** A condition as written: one test, or all, any, not of conditions. */
export type ConditionShape =
  | string
  | { test: string; paragraph?: string; says?: { en: string; zh: string } }
  | { all: ConditionShape[]; paragraph?: string; says?: { en: string; zh: string } }
  | { any: ConditionShape[]; paragraph?: string; says?: { en: string; zh: string } }
  | { not: ConditionShape; paragraph?: string; says?: { en: string; zh: string } };

const placed = { paragraph: paragraph.optional(), says: text.optional() };

export const conditionSchema: z.ZodType<ConditionShape> = z.lazy(() =>
  z.union([
    z.string().min(1).describe('One test, such as "tpp >= {3a090.a.1.tpp}" or "to in D:5"'),
    z.strictObject({ test: z.string().min(1), ...placed }),
    z.strictObject({ all: z.array(conditionSchema).min(1), ...placed }),
    z.strictObject({ any: z.array(conditionSchema).min(1), ...placed }),
    z.strictObject({ not: conditionSchema, ...placed }),
  ]),
);

/** `data/rules/<regime>/regime.yaml` */
export const regimeSchema = z.strictObject({
  id,
  title: text,
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  treatedAs: z.array(z.strictObject({ country, as: country, paragraph })).default([]),
  reaches: conditionSchema.describe('Which transactions this law reaches at all'),
});

/** `data/rules/attributes.yaml`: everything that a provision may ask about. */
export const attributesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    of: z.enum(['item', 'transaction', 'end-user']),
    type: z.enum(['number', 'yes-no', 'name', 'country', 'day']),
    unit: z.string().optional(),
    title: text,
    among: z.array(z.string()).optional().describe('The names that it may have; left out: any'),
    assumed: z
      .strictObject({
        value: z.union([z.boolean(), z.string()]).describe('`destination` is the country of destination'),
        says: text.optional().describe('What the reader is told, with {to} for the destination'),
        from: z.array(country).optional(),
        to: z.array(country).optional(),
        kinds: z.array(z.string()).optional().describe('Kinds of item whose answers say so'),
      })
      .optional()
      .describe('What is taken for granted of a party of whom nothing is said'),
  }),
);

export const instrumentSchema = z.strictObject({
  id,
  regime: id,
  title: text,
  kind: z.enum([
    'regulation',
    'letter',
    'licence-decision',
    'announcement',
    'proclamation',
    'guidance',
    'framework',
    'discouragement',
    'hypothetical',
  ]),
  status: z
    .array(
      z.strictObject({
        is: z.enum(['in-force', 'superseded', 'uncodified', 'suspended', 'rescinded', 'never-enforced', 'proposed']),
        published: day,
      }),
    )
    .min(1)
    .describe('Oldest first'),
  announced: day.describe('When the first person was told'),
  published: day.describe('First day on which anybody could know of it'),
  effective: day.describe('First day on which it bound'),
  compliance: day.optional(),
  ends: z.strictObject({ on: day, by: id.optional() }).optional().describe('First day on which it binds no more'),
  citation: z.strictObject({
    title: z.string().min(1),
    url: z.url(),
    pinpoint: z.string().optional(),
    published: day.describe('Date printed on the cited document'),
  }),
  source: id,
  confidence,
  amends: z.array(id).default([]),
  questions: z.array(z.strictObject({ id, text })).default([]),
  notEncoded: z.array(text).default([]).describe('What the text says that no provision here says'),
  note: text.optional(),
});

/** `data/rules/<regime>/parameters/*.yaml`: one threshold, all its dates. */
export const legalParameterSchema = z.strictObject({
  id,
  title: text,
  unit: z.string(),
  values: z
    .array(
      z.strictObject({
        value: z.number(),
        instrument: id,
        effective: day.optional(),
        pinpoint: z.string(),
        confidence: confidence.optional(),
      }),
    )
    .min(1),
});

/** `data/rules/<regime>/country-groups/*.yaml` */
export const countryGroupSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]:\d$/, 'a group, such as D:5'),
  regime: id,
  title: text,
  source: id,
  members: z.array(country),
  changes: z
    .array(
      z.strictObject({
        effective: day,
        published: day,
        add: z.array(country).default([]),
        remove: z.array(country).default([]),
        pinpoint: z.string(),
        source: id,
        instrument: id.optional().describe('Where an instrument of the rulebook made the change'),
      }),
    )
    .default([]),
  note: text.optional(),
});

const reviewPolicy = z.enum([
  'none',
  'presumption-of-approval',
  'case-by-case',
  'presumption-of-denial',
  'policy-of-denial',
]);

const givesSchema = z.strictObject({
  classification: z.string().optional(),
  exception: z.string().optional(),
  reviewPolicy: reviewPolicy.optional(),
  conditions: z.array(z.strictObject({ id, published: day.optional(), text })).optional(),
  cap: z
    .strictObject({ share: z.number().min(0), of: z.literal('us-volume'), measure: z.literal('tpp'), text })
    .optional(),
  fee: z
    .strictObject({
      share: z.number().min(0).max(1),
      of: z.enum(['revenue', 'import-value']),
      codified: z.boolean(),
      text,
    })
    .optional(),
  licencesIssued: z.boolean().optional(),
  overcomes: z.array(id).optional().describe('Requirements that an exception sets aside'),
  trade: z.enum(['free', 'case-by-case']).optional(),
});

const provisionKind = z.enum([
  'classification',
  'requirement',
  'exception',
  'terms',
  'charge',
  'discouragement',
  'suspension',
  'definition',
  'notice',
]);

const ruleFields = {
  paragraph,
  says: text.describe('What the text says, in our words'),
  when: conditionSchema,
  unless: z.array(z.strictObject({ label: text, paragraph, if: conditionSchema })).default([]),
  gives: givesSchema.default({}),
  overrides: z
    .array(z.string())
    .default([])
    .describe('Provisions that yield to this one where both apply; * for every other of its kind'),
  confidence: confidence.optional(),
};

/** `data/rules/<regime>/provisions/*.yaml`: the provisions of one subject, each with its versions, oldest first. */
export const provisionsSchema = z.array(
  z.strictObject({
    id,
    regime: id,
    kind: provisionKind,
    title: text,
    versions: z
      .array(
        z.strictObject({
          instrument: id,
          effective: day.optional(),
          until: day.optional(),
          published: day.optional().describe('Where this part became known later than the instrument'),
          ...ruleFields,
        }),
      )
      .min(1),
  }),
);

/** What a decision's `enact` step holds: a hypothetical instrument with its provisions and thresholds. */
export const enactmentSchema = z
  .strictObject({
    instrument: z.strictObject({
      id,
      regime: id.default('us-ear'),
      title: text,
      effective: day,
      until: day.optional(),
      note: text.optional(),
    }),
    provisions: z.array(z.strictObject({ id, kind: provisionKind, title: text, ...ruleFields })).default([]),
    parameters: z.array(z.strictObject({ id, value: z.number().min(0).max(1e12), pinpoint: z.string() })).default([]),
  })
  .transform(({ instrument: { until, ...instrument }, ...rest }) => ({
    ...rest,
    instrument: {
      ...instrument,
      kind: 'hypothetical' as const,
      status: [{ is: 'proposed' as const, published: instrument.effective }],
      announced: instrument.effective,
      published: instrument.effective,
      ...(until === undefined ? {} : { ends: { on: until } }),
      citation: {
        title: instrument.title.en,
        // A hypothetical act has no document to point at.
        url: '',
        published: instrument.effective,
      },
      source: 'hypothetical',
      confidence: 'high' as const,
      amends: [],
      questions: [],
      notEncoded: [],
    },
  }));
