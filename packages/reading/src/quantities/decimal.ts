/** `value` times ten to `exponent`, rounded once: 2.3 million is 2300000, where 2.3 * 1e6 is 2299999.9999999995. */
export function shift(value: number, exponent: number): number {
  if (exponent === 0) return value;
  const product = exponent > 0 && Number.isInteger(value) ? value * 10 ** exponent : Number.NaN;
  if (Number.isSafeInteger(product)) return product;
  const [mantissa, own = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(own) + exponent}`);
}

/** A sum of decimals as one would write it: 1.2亿 + 0.3亿 keeps no binary dust. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
