/**
 * A law that says everything that a law can say, each test once as it is and once negated under an act of its own, so
 * that the list of acts tells yes from no from cannot tell; and items on, beside and around its thresholds.
 */
import { type Item, type ItemSpec, itemOf } from '@floodgate/engine/rules';
import type {
  Condition,
  Gives,
  Instrument,
  Provision,
  ProvisionKind,
  ProvisionVersion,
  Quantity,
  Rulebook,
} from '@floodgate/engine/world';
import { rulebook } from '../rules/law-of-the-land.ts';

const TEXT = { en: 'invented', zh: '虚构' };
const START = '2022-01-01';

const COMPARISONS = ['>=', '>', '<', '<=', '=', '!='];

const TESTS: Condition[] = [
  ...COMPARISONS.map((is) => `tpp ${is} 4800`),
  ...COMPARISONS.map((is) => `performanceDensity ${is} 3.2`),
  ...COMPARISONS.map((is) => `memoryBandwidthGBs ${is} {limit}`),
  ...COMPARISONS.map((is) => `released ${is} 2024-01-01`),
  ...COMPARISONS.map((is) => `on ${is} 2024-05-05`),
  'to in X:1',
  'to not in X:1 CN',
  'to in HK',
  'headquarters != CN',
  'designerCountry = US',
  'from not in US',
  'item in exact just-under',
  'maker = o-k',
  'dataCenter = yes',
  'dataCenter = no',
  'military = no',
  'entityList = yes',
  'open act.question',
  'always',
  'never',
  'meets ended',
  'meets to-come',
  'meets uncertain',
  { all: [] },
  { any: [] },
  { all: ['tpp >= 4800', { any: ['to in X:1', { not: { all: ['dataCenter = yes', 'meets uncertain'] } }] }] },
];

function instrument(id: string, effective = START): Instrument {
  return {
    id,
    regime: 'land',
    title: TEXT,
    kind: 'regulation',
    status: [{ is: 'in-force', published: effective }],
    announced: effective,
    published: effective,
    effective,
    citation: { title: id, url: '', published: effective },
    source: 's',
    confidence: 'high',
    amends: [],
    questions: id === 'act' ? [{ id: 'act.question', text: TEXT }] : [],
  } as Instrument;
}

function version(by: string, when: Condition, more: Partial<ProvisionVersion> = {}): ProvisionVersion {
  return { instrument: by, paragraph: '1', says: TEXT, when, unless: [], gives: {}, overrides: [], ...more };
}

function provision(id: string, kind: ProvisionKind, ...versions: ProvisionVersion[]): Provision {
  return { id, regime: 'land', kind, title: TEXT, versions };
}

const requirements = TESTS.flatMap((test, i) => [
  provision(`yes-${i}`, 'requirement', version(`yes-${i}`, test)),
  provision(`no-${i}`, 'requirement', version(`no-${i}`, { not: test })),
]);

/** `yes-3` → `yes: tpp <= 4800`. */
export function testOf(act: string): string {
  const [side, i] = act.split('-');
  return `${side}: ${JSON.stringify(TESTS[Number(i)])}`;
}

const terms = (id: string, when: Condition, gives: Gives, overrides: string[] = []) =>
  provision(id, 'terms', version('act', when, { gives, overrides }));

export const inventedLaw: Rulebook = {
  regimes: [
    {
      id: 'land',
      title: TEXT,
      jurisdiction: 'US',
      treatedAs: [{ country: 'HK', as: 'CN', paragraph: '1' }],
      reaches: 'always',
    },
  ],
  attributes: rulebook.attributes,
  instruments: [
    instrument('act'),
    instrument('later-act', '2024-06-01'),
    ...requirements.map(({ id }) => instrument(id)),
  ],
  parameters: [
    {
      id: 'limit',
      title: TEXT,
      unit: '',
      values: [
        { value: 4000.125, instrument: 'act', pinpoint: '1' },
        { value: 1400, instrument: 'later-act', pinpoint: '1' },
      ],
    },
  ],
  groups: [
    {
      id: 'X:1',
      regime: 'land',
      title: TEXT,
      source: 's',
      members: ['CN', 'SG', 'US', 'RU', 'AE'],
      changes: [
        { effective: '2023-03-03', published: START, add: ['MO'], remove: ['SG'], pinpoint: '1', source: 's' },
        { effective: '2025-05-05', published: START, add: [], remove: ['CN'], pinpoint: '1', source: 's' },
      ],
    },
  ],
  provisions: [
    provision(
      'ended',
      'classification',
      version('act', 'always', { until: '2023-09-09', gives: { classification: 'E' } }),
    ),
    provision('to-come', 'classification', version('later-act', 'tpp > 4800', { gives: { classification: 'L' } })),
    provision(
      'uncertain',
      'classification',
      version('act', 'open act.question', { gives: { classification: "U'\\" } }),
    ),
    provision(
      'changing',
      'requirement',
      version('act', 'to in X:1', { unless: [{ label: TEXT, paragraph: '2', if: 'dataCenter = no' }] }),
      version('later-act', 'headquarters in X:1', { overrides: ['yes-1', 'no-1'] }),
    ),
    ...requirements,
    terms('soft', 'to in CN', { reviewPolicy: 'case-by-case' }),
    terms('hard', 'from in CN', { reviewPolicy: 'policy-of-denial' }),
    terms('perhaps', 'dataCenter = yes', { reviewPolicy: 'case-by-case' }),
    terms('over-all', 'military = yes', { reviewPolicy: 'presumption-of-denial' }, ['*']),
    terms('fee', 'headquarters in RU', { fee: { share: 0.1, of: 'revenue', codified: false, text: TEXT } }),
    terms('other-fee', 'to in SG', { fee: { share: 0.2, of: 'revenue', codified: false, text: TEXT } }),
    provision(
      'way-out',
      'exception',
      version('act', 'tpp < 4800', { gives: { exception: 'OUT', overcomes: requirements.map(({ id }) => id) } }),
    ),
  ],
};

const AROUND: Record<string, [Quantity | undefined, Quantity | undefined]> = {
  exact: [4800, 1500],
  'just-under': [4799.99, 1500.0000000001],
  'just-over': [4800.01, 1499.9999999999],
  'exact-and-denser': [4800, 1499.9999999999],
  thirds: [4800, 1499.7],
  'up-to': [{ low: 4000, high: 4800 }, 1500],
  'from-there': [
    { low: 4800, high: 5000 },
    { low: 1400, high: 1500 },
  ],
  around: [
    { low: 4799, high: 4801 },
    { low: 1400, high: 1600 },
  ],
  'no-area': [4800, undefined],
  'nothing-known': [undefined, undefined],
};

export const inventedItems: Item[] = Object.entries(AROUND).flatMap(([id, [tpp, dieAreaMm2]], i) =>
  [true, false, undefined].map((flag, j): Item => {
    const spec: Record<string, unknown> = {
      id: j === 0 ? id : `${id}'${j}\\`,
      vendor: ['O-K', undefined, 'Other'][j],
      designerCountry: ['US', 'CN', undefined][(i + j) % 3],
      released: ['2023-12-31', '2024-01-01', '2024-01-02', undefined][(i + j) % 4],
      dataCenter: flag,
      nonPlanar: j === 2 ? undefined : true,
      memoryBandwidthGBs: [4000.125, 4000, 1400, { low: 1400, high: 4000.125 }, undefined][(i + j) % 5],
      tpp,
      dieAreaMm2,
    };
    return itemOf(Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)) as ItemSpec);
  }),
);
