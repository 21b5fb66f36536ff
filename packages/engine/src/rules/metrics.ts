/**
 * The quantities that 3A090 is written in. Total processing performance: twice the multiply-accumulate rate times the
 * bits of the multiplied inputs, the most over all formats, dense (technical notes to 3A090). Makers publish the
 * doubled rate, so TPP is published rate times bits. Performance density: TPP over applicable die area.
 */
import { compare, divide, type Exact, exact, multiply, UNBOUNDED, ZERO } from '../core/decimal.ts';
import type { Quantity } from '../world/dataset.ts';
import type { Bounds } from './item.ts';

/** Dense rates in tera-operations per second, per package. */
export interface Rates {
  fp4DenseTflops?: Quantity;
  fp8DenseTflops?: Quantity;
  int8DenseTops?: Quantity;
  fp16DenseTflops?: Quantity;
  tf32DenseTflops?: Quantity;
  fp64DenseTflops?: Quantity;
}

/** Bits of the inputs to the multiply. TF32 stores 32 but multiplies 19: sign, 8 of exponent, 10 of fraction. */
const FORMATS: readonly { name: string; rate: keyof Rates; bits: number }[] = [
  { name: 'fp4', rate: 'fp4DenseTflops', bits: 4 },
  { name: 'fp8', rate: 'fp8DenseTflops', bits: 8 },
  { name: 'int8', rate: 'int8DenseTops', bits: 8 },
  { name: 'fp16', rate: 'fp16DenseTflops', bits: 16 },
  { name: 'tf32', rate: 'tf32DenseTflops', bits: 19 },
  { name: 'fp64', rate: 'fp64DenseTflops', bits: 64 },
];

export interface Derived {
  bounds?: Bounds | undefined;
  precision?: string[];
  how?: string;
  needs?: string[];
}

/**
 * TPP over the published formats, and which of them decides. A format without a rate is taken as not offered as long
 * as another has one; with no rate at all the performance is unknown.
 */
export function deriveTpp(rates: Rates): Derived {
  const products = FORMATS.flatMap(({ name, rate, bits }) => {
    const quantity = rates[rate];
    return quantity === undefined ? [] : [{ name, bits, quantity, bounds: times(quantity, bits) }];
  });
  if (products.length === 0) return { needs: ['fp16DenseTflops', 'fp8DenseTflops', 'int8DenseTops'] };
  const low = products.map(({ bounds }) => bounds.low).reduce(larger);
  const high = products.map(({ bounds }) => bounds.high).reduce(larger);
  const deciding = products.filter(({ bounds }) => compare(bounds.high, high) === 0);
  const point = compare(low, high) === 0;
  return {
    bounds: { low, high },
    precision: deciding.map(({ name }) => name),
    how: `${show(deciding[0].quantity)} × ${deciding[0].bits}`,
    needs: point ? [] : products.filter(({ quantity }) => typeof quantity !== 'number').map(({ name }) => rateOf(name)),
  };
}

/** The areas that count: logic dies with non-planar transistors. `nonPlanar` absent: maybe all of it, maybe none. */
export function deriveDensity(tpp: Derived, chip: { dieAreaMm2?: Quantity; nonPlanar?: boolean }): Derived {
  const needs = [...(tpp.needs ?? []), ...(chip.dieAreaMm2 === undefined ? ['dieAreaMm2'] : [])];
  // A planar die has no applicable area, so no density that a paragraph could reach.
  if (chip.nonPlanar === false) return { bounds: { low: ZERO, high: ZERO }, how: 'planar dies do not count' };
  if (tpp.bounds === undefined) return { needs };
  if (chip.dieAreaMm2 === undefined) return { bounds: { low: ZERO, high: UNBOUNDED }, needs };
  const area =
    typeof chip.dieAreaMm2 === 'number'
      ? [chip.dieAreaMm2, chip.dieAreaMm2]
      : [chip.dieAreaMm2.low, chip.dieAreaMm2.high];
  const high = divide(tpp.bounds.high, exact(area[0]));
  const low = chip.nonPlanar === true ? divide(tpp.bounds.low, exact(area[1])) : ZERO;
  return {
    bounds: { low, high },
    how: `${showBounds(tpp.bounds)} / ${show(chip.dieAreaMm2)} mm²`,
    needs: [
      ...needs,
      ...(typeof chip.dieAreaMm2 === 'number' ? [] : ['dieAreaMm2']),
      ...(chip.nonPlanar === undefined ? ['nonPlanar'] : []),
    ],
  };
}

function times(quantity: Quantity, bits: number): Bounds {
  const [low, high] = typeof quantity === 'number' ? [quantity, quantity] : [quantity.low, quantity.high];
  return { low: multiply(exact(low), exact(bits)), high: multiply(exact(high), exact(bits)) };
}

function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

function rateOf(name: string): string {
  return FORMATS.find((format) => format.name === name)?.rate ?? name;
}

function show(quantity: Quantity): string {
  return typeof quantity === 'number' ? String(quantity) : `${quantity.low}–${quantity.high}`;
}

function showBounds({ low, high }: Bounds): string {
  const [a, b] = [low, high].map(({ approximate }) => String(Number(approximate.toPrecision(12))));
  return a === b ? a : `${a}–${b}`;
}
