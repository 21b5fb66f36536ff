/**
 * exp, log and the normal quantile from additions, multiplications, divisions and square roots alone. IEEE 754 fixes
 * the last bit of those, and of nothing else: `Math.exp` and `Math.log` may differ between engines and versions, and
 * then a run's digest would differ from one machine to the next.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;

const word = new Float64Array(1);
const halves = new Uint32Array(word.buffer);
/** Index of the half that holds sign and exponent: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** 2^k for integer k, exact; 0 below the subnormals, Infinity above the largest double. */
function powerOfTwo(k: number): number {
  if (k > 1023) return Number.POSITIVE_INFINITY;
  if (k < -1022) return k < -1074 ? 0 : powerOfTwo(k + 60) / powerOfTwo(60);
  halves[1 - HIGH] = 0;
  halves[HIGH] = (k + 1023) << 20;
  return word[0];
}

/** e^x within 1 unit in the last place. Method: x = k ln 2 + r, then the (5,5) rational form used by fdlibm's e_exp. */
export function exp(x: number): number {
  if (x > 709.78) return Number.POSITIVE_INFINITY;
  if (x < -745.13) return 0;
  const k = Math.round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  return y * powerOfTwo(k);
}

/** Natural logarithm of x > 0, within 1 unit in the last place. Method: fdlibm's e_log. */
export function log(x: number): number {
  if (x <= 0) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  let mantissa = x;
  if (x < 2.2250738585072014e-308) {
    mantissa *= 18014398509481984;
    k -= 54;
  }
  word[0] = mantissa;
  k += (halves[HIGH] >>> 20) - 1023;
  halves[HIGH] = (halves[HIGH] & 0xfffff) | 0x3ff00000;
  mantissa = word[0];
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    k += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f);
}

/** x^y for x > 0. */
export function power(x: number, y: number): number {
  return exp(y * log(x));
}

/**
 * Quantile of the standard normal distribution for 0 < p < 1, relative error below 1e-15.
 * Method: Wichura, Algorithm AS 241 (Applied Statistics 37, 1988), PPND16.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const tail = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
  return q < 0 ? -tail : tail;
}

function nearTail(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function farTail(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
