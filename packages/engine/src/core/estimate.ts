/**
 * Uncertain numbers: an estimate is parsed from one line of text and sampled through its quantile function, so that
 * one uniform number gives one value.
 *
 *   `8 to 14`                    90% interval: lognormal when both ends are positive, logit-normal for fractions
 *                                (unit `fraction`, both ends inside 0..1), else normal
 *   `normal(10, 2)`              mean, standard deviation
 *   `beta(2, 5)`                 shapes
 *   `triangular(1, 2, 5)`        low, mode, high
 *   `mixture(0.3: 1 to 2, 0.7: 5 to 9)`   weights and parts
 *   `10`                         fixed
 */
import { exp, log, normalQuantile } from './elementary.ts';
import { InputError } from './errors.ts';

export interface NormalEstimate {
  kind: 'lognormal' | 'logitnormal' | 'normal';
  mean: number;
  deviation: number;
}

export type Estimate =
  | { kind: 'fixed'; value: number }
  | NormalEstimate
  | { kind: 'beta'; a: number; b: number }
  | { kind: 'triangular'; low: number; mode: number; high: number }
  | { kind: 'mixture'; parts: { weight: number; estimate: Estimate }[] };

/** The standard normal quantile of 0.95: half the width of a 90% interval in standard deviations. */
const Z95 = 1.6448536269514722;

/** Commas only between thousands: `0,3` is not 3. */
const NUMBER = String.raw`[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:to|~|–|至)\\s*(${NUMBER})(.*)$`, 'i');
const SINGLE = new RegExp(`^(${NUMBER})(.*)$`, 'i');
const CALL = /^(normal|beta|triangular|mixture)\s*\(([\s\S]*)\)\s*([^()]*)$/i;

/**
 * Parses an estimate of a quantity measured in `unit`. A unit written after the number must be that unit.
 * Throws `bad-estimate` (cannot be read, or an impossible distribution) or `wrong-unit`; `where` names the place.
 */
export function parseEstimate(text: string, unit: string, where: string): Estimate {
  const trimmed = text.trim();
  const call = CALL.exec(trimmed);
  if (call) {
    checkUnit(call[3], unit, where, text);
    return parseCall(call[1].toLowerCase(), call[2], unit, where, text);
  }
  const range = RANGE.exec(trimmed);
  if (range) {
    checkUnit(range[3], unit, where, text);
    return interval(toNumber(range[1]), toNumber(range[2]), unit, where, text);
  }
  const single = SINGLE.exec(trimmed);
  if (!single) throw new InputError('bad-estimate', { value: text, where, unit });
  checkUnit(single[2], unit, where, text);
  return { kind: 'fixed', value: toNumber(single[1]) };
}

function parseCall(name: string, inside: string, unit: string, where: string, text: string): Estimate {
  const bad = () => new InputError('bad-estimate', { value: text, where, unit });
  if (name === 'mixture') {
    const parts = splitTopLevel(inside).map((part) => {
      const colon = part.indexOf(':');
      const weight = Number(part.slice(0, colon));
      if (colon < 0 || !(weight > 0)) throw bad();
      return { weight, estimate: parseEstimate(part.slice(colon + 1), unit, where) };
    });
    const total = parts.reduce((sum, part) => sum + part.weight, 0);
    if (parts.length === 0 || Math.abs(total - 1) > 1e-9) throw bad();
    return { kind: 'mixture', parts };
  }
  const numbers = inside.split(',').map((part) => Number(part.trim()));
  if (numbers.some((n) => !Number.isFinite(n))) throw bad();
  if (name === 'normal' && numbers.length === 2 && numbers[1] > 0) {
    return { kind: 'normal', mean: numbers[0], deviation: numbers[1] };
  }
  if (name === 'beta' && numbers.length === 2 && numbers[0] > 0 && numbers[1] > 0) {
    return { kind: 'beta', a: numbers[0], b: numbers[1] };
  }
  if (name === 'triangular' && numbers.length === 3) {
    const [low, mode, high] = numbers;
    if (low <= mode && mode <= high && low < high) return { kind: 'triangular', low, mode, high };
  }
  throw bad();
}

function interval(low: number, high: number, unit: string, where: string, text: string): Estimate {
  if (low === high) return { kind: 'fixed', value: low };
  if (low > high) throw new InputError('bad-estimate', { value: text, where, unit });
  if (unit === 'fraction' && low > 0 && high < 1) return spread('logitnormal', logit(low), logit(high));
  return low > 0 ? spread('lognormal', log(low), log(high)) : spread('normal', low, high);
}

function spread(kind: 'lognormal' | 'logitnormal' | 'normal', low: number, high: number): Estimate {
  return { kind, mean: (low + high) / 2, deviation: (high - low) / (2 * Z95) };
}

function logit(p: number): number {
  return log(p / (1 - p));
}

/** The value of an estimate for a uniform number `u` (0 < u < 1); increasing in `u`, except across parts of a mixture. */
export function quantile(estimate: Estimate, u: number): number {
  switch (estimate.kind) {
    case 'fixed':
      return estimate.value;
    case 'normal':
    case 'lognormal':
    case 'logitnormal':
      return normalScore(estimate, normalQuantile(u));
    case 'triangular':
      return triangularQuantile(estimate.low, estimate.mode, estimate.high, u);
    case 'beta':
      return betaQuantile(estimate.a, estimate.b, u);
    case 'mixture':
      return mixtureQuantile(estimate.parts, u);
  }
}

/** True for estimates whose value is a function of one standard normal number: those that can be correlated. */
export function isNormalFamily(estimate: Estimate): estimate is NormalEstimate {
  return estimate.kind === 'normal' || estimate.kind === 'lognormal' || estimate.kind === 'logitnormal';
}

/** The value of an estimate `z` standard deviations from its middle. */
export function normalScore(estimate: NormalEstimate, z: number): number {
  const x = estimate.mean + estimate.deviation * z;
  if (estimate.kind === 'normal') return x;
  return estimate.kind === 'lognormal' ? exp(x) : 1 / (1 + exp(-x));
}

function triangularQuantile(low: number, mode: number, high: number, u: number): number {
  const cut = (mode - low) / (high - low);
  return u < cut
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** Picks the part by `u` and stretches what is left of `u` over it: the parts keep their order, not their mixture. */
function mixtureQuantile(parts: { weight: number; estimate: Estimate }[], u: number): number {
  let below = 0;
  for (const [index, part] of parts.entries()) {
    if (u < below + part.weight || index === parts.length - 1) {
      const inside = (u - below) / part.weight;
      return quantile(part.estimate, Math.min(Math.max(inside, 1e-12), 1 - 1e-12));
    }
    below += part.weight;
  }
  throw new Error('a mixture has at least one part');
}

/** Inverts the regularised incomplete beta function by bisection: 60 halvings reach the last bit that matters. */
function betaQuantile(a: number, b: number, u: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaCumulative(a, b, middle) < u) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Regularised incomplete beta function by Lentz's continued fraction (Numerical Recipes, 6.4). */
function betaCumulative(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCumulative(b, a, 1 - x);
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x)) / a;
  const TINY = 1e-300;
  let c = 1;
  let d = 1 / Math.max(1 - ((a + b) * x) / (a + 1), TINY);
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / nonZero(1 + term * d, TINY);
      c = nonZero(1 + term / c, TINY);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * fraction;
}

function nonZero(x: number, tiny: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}

/** ln Γ(x), x > 0: Lanczos' approximation with g = 7 and nine terms. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  let sum = 0.9999999999998099;
  for (const [i, term] of terms.entries()) sum += term / (x + i);
  const t = x + 6.5;
  return 0.9189385332046727 + (x - 0.5) * log(t) - t + log(sum);
}

/** 5th, 50th and 95th percentile: how an estimate is shown. */
export function summary(estimate: Estimate): { p5: number; p50: number; p95: number } {
  if (estimate.kind !== 'mixture')
    return { p5: quantile(estimate, 0.05), p50: quantile(estimate, 0.5), p95: quantile(estimate, 0.95) };
  // The parts of a mixture may overlap, and then its values do not rise with `u`: sort evenly spread ones.
  const values = Float64Array.from({ length: GRID }, (_, i) => quantile(estimate, (i + 0.5) / GRID)).sort();
  const at = (share: number) => values[Math.floor(share * GRID)];
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

const GRID = 2000;

function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** A unit may be left out; when written it must be the parameter's own, so that no one sets kilograms for dollars. */
function checkUnit(written: string, unit: string, where: string, text: string): void {
  const asked = written.trim();
  if (asked !== '' && asked !== unit) throw new InputError('wrong-unit', { value: text, where, asked, unit });
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (i === text.length || (text[i] === ',' && depth === 0)) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return parts;
}
