/** The accuracy of the model in tables: coverage, errors by every grouping, left-out errors, intervals, order of pairs. */
import { predictMeasurement } from '../../packages/engine/dist/capability/index.js';
import { isMeasured, median, quantileOf, regimeOf, sourceOf } from './measured.js';
import { pairsOf } from './pairs.js';

/** @param {number} residual */
export function errorOf(residual) {
  return Math.abs(Math.exp(residual) - 1);
}

export const GROUPINGS = [
  ['phase', (/** @type {any} */ row) => row.phase],
  ['regime', regimeOf],
  ['software', (/** @type {any} */ row) => (row.framework || 'not stated').split(/[ ,]/)[0]],
  ['chip', (/** @type {any} */ row) => row.chip],
  ['source', sourceOf],
];

/** @param {any} world @param {any[]} measurements */
export function coverage(world, measurements) {
  const why = new Map();
  const asked = measurements.filter(isMeasured);
  for (const row of asked) {
    const answer = predictMeasurement(world, row);
    if (answer.predicted === null) why.set(answer.why.en, [...(why.get(answer.why.en) ?? []), row.id]);
  }
  const missed = [...why.values()].flat().length;
  return { rows: measurements.length, asked: asked.length, covered: asked.length - missed, why };
}

/** One line: rows, median and 90th percentile of each list of residuals. @param {number[]} indices @param {number[][]} lists */
export function errorsOf(indices, lists) {
  return lists.map((residuals) => {
    const errors = indices.map((i) => errorOf(residuals[i])).filter(Number.isFinite);
    return { median: median(errors), p90: quantileOf(errors, 0.9) };
  });
}

/** @param {any[]} rows @param {(row: any) => string} keyOf */
export function groupsOf(rows, keyOf) {
  const groups = new Map();
  rows.forEach((row, i) => {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return groups;
}

/** Share of residuals inside the half-widths that are stated for their rows. @param {number[]} residuals @param {number[]} halves */
export function insideShare(residuals, halves) {
  const inside = residuals.filter((r, i) => Math.abs(r) <= halves[i]).length;
  return inside / residuals.length;
}

/** Pairs that differ by more than `margin` in measurement and come out in the right order. @param {any[]} rows @param {number[]} residuals @param {number} margin */
export function orderOf(rows, residuals, margin) {
  const pairs = pairsOf(rows, residuals).filter(({ measured }) => Math.abs(measured) > margin);
  const wrong = pairs.filter(({ measured, predicted }) => measured * predicted < 0);
  return { pairs: pairs.length, right: pairs.length - wrong.length, wrong };
}

/** @param {any[]} rows @param {{ fitted: number[], withoutSource: number[], withoutChip: number[] }} residuals */
export function scoreTable(rows, { fitted, withoutSource, withoutChip }) {
  const lists = [fitted, withoutSource, withoutChip];
  const percent = (/** @type {number} */ value) => (100 * value).toFixed(1).padStart(7);
  const line = (/** @type {string} */ name, /** @type {number[]} */ indices) =>
    [
      name.padEnd(56),
      String(indices.length).padStart(5),
      ...errorsOf(indices, lists).flatMap((one) => [percent(one.median), percent(one.p90)]),
    ].join('');
  const head = `${'% error: median, 90th percentile'.padEnd(56)} rows  fitted         -source        -chip`;
  const parts = GROUPINGS.flatMap(([name, keyOf]) => [
    '',
    `by ${name}`,
    ...[...groupsOf(rows, /** @type {any} */ (keyOf))].map(([key, indices]) => line(`  ${key}`, indices)),
  ]);
  return [head, line('all', [...rows.keys()]), ...parts].join('\n');
}
