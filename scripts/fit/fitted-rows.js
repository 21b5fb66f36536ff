/** Writes fitted constants as rows of `data/capability/fitted.csv`, in the columns of `efficiencies.csv`. */
import { parseEstimate, quantile } from '../../packages/engine/dist/core/index.js';
import { normalCumulative } from './normal.js';

const COLUMNS = [
  'id',
  'quantity',
  'chips',
  'vendor',
  'precision',
  'when',
  'unit',
  'estimate',
  'published',
  'sources',
  'reason',
];
const Z95 = 1.6448536269514722;

/** A row that the measurements of a vintage hardly moved says nothing new. */
const MOVED = { score: 0.1, deviation: 0.97 };

/** @param {ReturnType<typeof import('./vintages.js').fitAsOf>[]} vintages oldest first */
export function fittedRows(vintages) {
  const told = new Set();
  return vintages.flatMap(({ day, problem, whole }) =>
    problem.free.flatMap((row, j) => {
      const score = whole.z[j];
      const deviation = Math.min(1, whole.deviations[j]);
      const scope = JSON.stringify([row.quantity, row.chips, row.vendor, row.precision, row.when]);
      if (!told.has(scope) && Math.abs(score) < MOVED.score && deviation > MOVED.deviation) return [];
      told.add(scope);
      return [
        {
          ...row,
          id: `fit-${day.slice(0, 7)}-${row.id}`,
          chips: row.chips.join(' '),
          when: row.when.join(' '),
          estimate: interval(row, score, deviation),
          published: day,
          sources: row.sources.join(' '),
          reason: `Fitted to the ${problem.rows.length} measurements published by then; ${row.estimate} before`,
        },
      ];
    }),
  );
}

/** @param {any} row @param {number} score @param {number} deviation */
function interval(row, score, deviation) {
  const estimate = parseEstimate(row.estimate, row.unit, row.id);
  const at = (/** @type {number} */ z) => quantile(estimate, normalCumulative(z)).toPrecision(4);
  return `${at(score - Z95 * deviation)} to ${at(score + Z95 * deviation)}`;
}

/** @param {Record<string, any>[]} rows */
export function toCsv(rows) {
  const cell = (/** @type {unknown} */ value) => {
    const text = String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => cell(row[name])).join(','))].join('\n')}\n`;
}
