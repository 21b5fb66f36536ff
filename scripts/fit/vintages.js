/**
 * What the fit would have said on earlier days: each vintage knows only the chips, models, estimates and measurements
 * published by its day, so that a World of that day never reads a constant fitted to later measurements.
 */
import { fit, problemOf } from './fit.js';

export const VINTAGES = ['2024-09-01', '2025-07-01', '2025-12-01', '2026-11-23'];
export const FITTED = /^fit-/;

/** @param {any} dataset @param {string} day */
export function problemAsOf(dataset, day) {
  const known = (/** @type {{ published: string }[]} */ rows) => rows.filter(({ published }) => published <= day);
  const world = {
    chips: known(dataset.chips),
    llms: known(dataset.llms),
    workloads: [],
    efficiencies: known(dataset.efficiencies).filter((/** @type {any} */ { id }) => !FITTED.test(id)),
  };
  const measurements = dataset.measurements.filter(
    (/** @type {any} */ row) => lastDay(row.published ?? '9999', dataset.cutoff) <= day,
  );
  return problemOf(/** @type {any} */ (world), measurements);
}

/** `2025-11` may be any day of November, but none after the data were gathered. @param {string} published @param {string} cutoff */
function lastDay(published, cutoff) {
  const last = `${published}-12-31`.slice(0, 10);
  const padded = published.length === 7 ? `${published}-31` : last;
  return padded < cutoff ? padded : cutoff;
}

/** @param {any} dataset @param {string} day */
export function fitAsOf(dataset, day) {
  const problem = problemAsOf(dataset, day);
  return { day, problem, whole: fit(problem) };
}
