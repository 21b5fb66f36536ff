/**
 * How far a prediction of a case that was not there may be off: for each kind of case, the interval that held 90% of the
 * measurements left out with their source or with their chip. Kinds with few rows lean on all rows.
 */
import { quantileOf } from './measured.js';

const KINDS = [
  ['end-to-end', 'offline'],
  ['end-to-end', 'server'],
  ['end-to-end', 'interactive'],
  ['end-to-end', 'server-default'],
  ['end-to-end', 'closed-loop-concurrency'],
  ['prefill'],
  ['decode'],
  ['training'],
];
/** Rows that the whole counts for in each kind. */
const LEAN = 10;

/** @param {Set<string>[]} circumstances of each row @param {number[][]} leftOut residuals @param {string} day @param {string} sources */
export function predictionErrors(circumstances, leftOut, day, sources) {
  const halfWidth = (/** @type {(i: number) => boolean} */ inKind) =>
    quantileOf(
      leftOut.flatMap((residuals) => residuals.filter((r, i) => Number.isFinite(r) && inKind(i)).map(Math.abs)),
      0.9,
    );
  const all = halfWidth(() => true);
  const row = (/** @type {string[]} */ when, /** @type {number} */ half) => ({
    id: ['fit', day.slice(0, 7), 'error', ...when].join('-'),
    quantity: 'prediction-error',
    when: when.join(' '),
    unit: 'ratio',
    estimate: `${Math.exp(-half).toPrecision(3)} to ${Math.exp(half).toPrecision(3)}`,
    published: day,
    sources,
    reason: 'Interval that held 90% of the measurements left out with their source or their chip',
  });
  const kinds = KINDS.map((when) => {
    const inKind = (/** @type {number} */ i) => when.every((word) => circumstances[i].has(word));
    const rows = circumstances.filter((_, i) => inKind(i)).length;
    const half = Math.exp((rows * Math.log(halfWidth(inKind)) + LEAN * Math.log(all)) / (rows + LEAN));
    return row(when, half);
  });
  return [row([], all), ...kinds];
}
