/** Standard normal distribution function: Abramowitz and Stegun 7.1.26 is too coarse; this is West (2005), double precision. */

/** @param {number} x */
export function normalCumulative(x) {
  const a = Math.abs(x);
  if (a > 37) return x > 0 ? 1 : 0;
  const e = Math.exp((-a * a) / 2);
  let tail;
  if (a < 7.07106781186547) {
    const top = horner(
      [
        0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
        220.206867912376,
      ],
      a,
    );
    const bottom = horner(
      [
        0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
        793.826512519948, 440.413735824752,
      ],
      a,
    );
    tail = (e * top) / bottom;
  } else {
    tail = e / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))))) / 2.506628274631;
  }
  return x > 0 ? 1 - tail : tail;
}

/** @param {number[]} coefficients highest power first @param {number} x */
function horner(coefficients, x) {
  return coefficients.reduce((sum, c) => sum * x + c, 0);
}
