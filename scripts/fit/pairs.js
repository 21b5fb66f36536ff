/** Pairs of chips that one source measured on one workload: is the faster one predicted faster? */
import { sourceOf } from './measured.js';

const TOTAL = new Set(['output tok/s total', 'input tok/s total', 'total tok/s (input+output)', 'requests/s']);
const LOWER_IS_BETTER = /^(TTFT|TPOT|ITL|time-to-train)/;

/** For each chip used, so that systems of several sizes compare; more is better. @param {Record<string, string>} row @param {number} value */
function merit(row, value) {
  const perChip = TOTAL.has(row.metric) ? value / Number(row.chips_used) : value;
  return LOWER_IS_BETTER.test(row.metric) ? 1 / perChip : perChip;
}

/** @param {Record<string, string>} row */
function workloadOf(row) {
  const size = LOWER_IS_BETTER.test(row.metric) ? row.chips_used : '';
  const names = [
    'model',
    'phase',
    'metric',
    'scenario',
    'input_tokens',
    'output_tokens',
    'batch_or_concurrency',
    'speculation',
    'training_kind',
  ];
  return [sourceOf(row), size, ...names.map((name) => row[name])].join('|');
}

/** @param {Record<string, string>[]} rows @param {number[]} residuals logarithms of predicted over measured */
export function pairsOf(rows, residuals) {
  const groups = groupBy(rows);
  const pairs = [];
  for (const group of groups.values()) {
    for (const [k, a] of group.entries()) {
      for (const b of group.slice(k + 1)) {
        if (rows[a].chip === rows[b].chip) continue;
        const measured = Math.log(merit(rows[a], Number(rows[a].value)) / merit(rows[b], Number(rows[b].value)));
        const sign = LOWER_IS_BETTER.test(rows[a].metric) ? -1 : 1;
        pairs.push({ a: rows[a], b: rows[b], measured, predicted: measured + sign * (residuals[a] - residuals[b]) });
      }
    }
  }
  return pairs;
}

/** @param {Record<string, string>[]} rows */
function groupBy(rows) {
  const groups = new Map();
  rows.forEach((row, i) => {
    const key = workloadOf(row);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return groups;
}
