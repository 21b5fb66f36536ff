/** What the law asks about: an item as its declared attributes, with those that follow from them worked out. */
import type { Day } from '../core/day.ts';
import { add, type Exact, exact, UNBOUNDED, ZERO } from '../core/decimal.ts';
import type { Text } from '../core/text.ts';
import type { Chip, Goods, MemoryStack, Quantity } from '../world/dataset.ts';
import { type Derived, deriveDensity, deriveTpp, type Rates } from './metrics.ts';

/** Exact lower and upper bound of a quantity; equal when it is published. */
export interface Bounds {
  readonly low: Exact;
  readonly high: Exact;
}

export type Value = Bounds | boolean | string;

export interface Item {
  id: string;
  name: Text;
  /** First day of sale, or the first day on which it was public. */
  since: Day | null;
  /** Values by attribute id. An attribute that is not here is unknown. */
  values: ReadonlyMap<string, Value>;
  /** Formats whose rate makes the processing performance, such as `fp8`. */
  precision: string[];
  /** How derived attributes came about, such as `296 × 8`. */
  derivations: Readonly<Record<string, string>>;
  /** Unpublished figures by the derived attribute that needs them. */
  needs: Readonly<Record<string, string[]>>;
}

/**
 * An unpublished host interface: none at all to PCIe 5.0 x16 both ways, the fastest while the rule of 2022, which alone
 * adds it up, was in force.
 */
const HOST_LINK: Quantity = { low: 0, high: 128 };

/** A chip, known or proposed: the columns of a chip, and any attribute declared outright. */
export interface ItemSpec extends Rates {
  id?: string;
  name?: Text;
  kind?: string;
  vendor?: string;
  designerCountry?: string;
  released?: Day;
  published?: Day;
  nonPlanar?: boolean;
  dieAreaMm2?: Quantity;
  memoryBandwidthGBs?: Quantity;
  ioBandwidthGBs?: Quantity;
  hostBandwidthGBs?: Quantity;
  dataCenter?: boolean;
  chinaVariantOf?: string;
  /** Entry of the control list that describes the item besides 3A090 or 4A090, such as `5A992`; absent: none. */
  eccn?: string;
  /** The chip inside a board or server, by id. */
  contains?: string;
  /** Declared instead of derived. */
  tpp?: Quantity;
  performanceDensity?: Quantity;
  aggregateIoGBs?: Quantity;
  /** Anything else that a provision asks about, by attribute id. */
  attributes?: Record<string, Quantity | boolean | string>;
}

/** The item of a chip or of a specification. Unpublished figures stay unknown. */
export function itemOf(spec: ItemSpec | Chip): Item {
  const tpp = declared(spec, 'tpp') ?? deriveTpp(spec);
  const density = declared(spec, 'performanceDensity') ?? deriveDensity(tpp, spec);
  const values = new Map<string, Value>();
  const set = (id: string, value: Value | undefined) => value !== undefined && values.set(id, value);
  set('item', spec.id?.toLowerCase() ?? 'spec');
  set('kind', 'kind' in spec && spec.kind !== undefined ? spec.kind : 'chip');
  set('maker', spec.vendor?.toLowerCase());
  set('designerCountry', spec.designerCountry);
  set('released', spec.released);
  set('dataCenter', spec.dataCenter);
  set('nonPlanar', spec.nonPlanar);
  set('chinaVariant', spec.chinaVariantOf !== undefined);
  set('eccn', ('eccn' in spec && spec.eccn?.toLowerCase()) || 'none');
  set('tpp', tpp.bounds);
  set('performanceDensity', density.bounds);
  set('memoryBandwidthGBs', boundsOf(spec.memoryBandwidthGBs));
  set('ioBandwidthGBs', boundsOf(spec.ioBandwidthGBs));
  set(
    'aggregateIoGBs',
    declared(spec, 'aggregateIoGBs')?.bounds ?? sum(spec.ioBandwidthGBs, spec.hostBandwidthGBs ?? HOST_LINK),
  );
  set('bandwidthSumGBs', sum(spec.memoryBandwidthGBs, spec.ioBandwidthGBs));
  for (const [id, value] of Object.entries(('attributes' in spec && spec.attributes) || {})) {
    set(id, typeof value === 'number' || typeof value === 'object' ? boundsOf(value) : value);
  }
  const kind = values.get('kind');
  if (!COMPUTING.includes(kind as string)) for (const [id, value] of NO_CHIP) values.set(id, values.get(id) ?? value);
  if (kind === 'memory') for (const [id, zero] of MEMORY_DOES_NOT_COMPUTE) set(id, zero);
  return {
    id: spec.id ?? 'spec',
    name: spec.name ?? { en: spec.id ?? 'specification', zh: spec.id ?? '所给规格' },
    since: spec.released ?? spec.published ?? null,
    values,
    precision: tpp.precision ?? [],
    derivations: {
      ...(tpp.how === undefined ? {} : { tpp: tpp.how }),
      ...(density.how === undefined ? {} : { performanceDensity: density.how }),
    },
    needs: { tpp: tpp.needs ?? [], performanceDensity: density.needs ?? [], ...missingLinks(spec) },
  };
}

/** Kinds that have circuits, or are one. */
const COMPUTING = ['chip', 'memory', 'computer'];

/**
 * A board, a server or another assembly: judged by the circuit inside, any one of which decides; several are not added
 * up (4A090). What the specification declares outright counts before what the circuit brings.
 */
export function itemOfComputer(spec: ItemSpec, inside: Item): Item {
  const own = itemOf({ ...spec, kind: 'computer' });
  const declared = ['kind', 'eccn', ...Object.keys(spec.attributes ?? {})];
  if (spec.dataCenter !== undefined) declared.push('dataCenter');
  const values = new Map([...inside.values, ...declared.map((id) => [id, own.values.get(id)!] as const)]);
  return { ...inside, id: own.id, name: own.name, since: own.since ?? inside.since, values };
}

const NOTHING: Bounds = { low: ZERO, high: ZERO };

/** A memory has no processing units: 3A090.a and .b ask about nothing that it has. */
const MEMORY_DOES_NOT_COMPUTE: [string, Value][] = [
  ['tpp', NOTHING],
  ['performanceDensity', NOTHING],
  ['aggregateIoGBs', NOTHING],
];

/** A material, a technology or a tool has no vendor that a letter could name, and moves no data. */
const NO_CHIP: [string, Value][] = [
  ...MEMORY_DOES_NOT_COMPUTE,
  ['maker', 'none'],
  ['dataCenter', false],
  ['memoryBandwidthGBs', NOTHING],
  ['ioBandwidthGBs', NOTHING],
  ['bandwidthSumGBs', NOTHING],
];

/** A material, a technology or a tool: judged by what it is of, its form and its figures. */
export function itemOfGoods({ id, kind, name, published, substance, form, attributes }: Goods): Item {
  return { ...itemOf({ id, kind, name, published, attributes: { ...attributes, substance, form } }), needs: {} };
}

/** A memory stack: judged by its bandwidth over its area. */
export function itemOfMemory(stack: MemoryStack): Item {
  const values = new Map<string, Value>([
    ...MEMORY_DOES_NOT_COMPUTE,
    ['item', stack.id],
    ['kind', 'memory'],
    ['maker', stack.maker.toLowerCase()],
  ]);
  const bandwidth = boundsOf(stack.bandwidthGBs);
  const density = bandwidth && deriveDensity({ bounds: bandwidth }, { dieAreaMm2: stack.areaMm2, nonPlanar: true });
  if (bandwidth) values.set('memoryBandwidthGBs', bandwidth);
  if (density?.bounds) values.set('memoryBandwidthDensity', density.bounds);
  return {
    id: stack.id,
    name: { en: stack.name, zh: stack.name },
    since: stack.published,
    values,
    precision: [],
    derivations: density?.how === undefined ? {} : { memoryBandwidthDensity: density.how },
    needs: { memoryBandwidthDensity: ['bandwidthGBs', 'areaMm2'] },
  };
}

/** Exact bounds of a declared quantity. */
export function boundsOf(quantity: Quantity | undefined): Bounds | undefined {
  if (quantity === undefined) return undefined;
  if (typeof quantity === 'number') {
    const value = exact(quantity);
    return { low: value, high: value };
  }
  return { low: exact(quantity.low), high: exact(quantity.high) };
}

function declared(spec: ItemSpec | Chip, key: 'tpp' | 'performanceDensity' | 'aggregateIoGBs'): Derived | undefined {
  const quantity = (spec as ItemSpec)[key];
  return quantity === undefined ? undefined : { bounds: boundsOf(quantity) };
}

/** The sum of two rates; with one of them unknown, at least the other. */
function sum(a: Quantity | undefined, b: Quantity | undefined): Bounds | undefined {
  const [first, second] = [boundsOf(a), boundsOf(b)];
  if (first && second) return { low: add(first.low, second.low), high: add(first.high, second.high) };
  const known = first ?? second;
  return known && { low: known.low ?? ZERO, high: UNBOUNDED };
}

function missingLinks(spec: ItemSpec | Chip): Record<string, string[]> {
  const absent = (names: ('ioBandwidthGBs' | 'hostBandwidthGBs' | 'memoryBandwidthGBs')[]) =>
    names.filter((name) => spec[name] === undefined);
  return {
    aggregateIoGBs: absent(['ioBandwidthGBs', 'hostBandwidthGBs']),
    bandwidthSumGBs: absent(['memoryBandwidthGBs', 'ioBandwidthGBs']),
  };
}
