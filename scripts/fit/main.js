/**
 * `npm run fit`: fits the constants of the capability model to the published measurements, prints how accurate it is with
 * every source and every chip left out in turn, and writes data/capability/fitted.csv, the pinned points of the tests
 * and the accuracy page with its figures. `npm run fit -- --score` prints only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileDataset } from '../../packages/dataset/dist/index.js';
import { measuredCircumstances, predictMeasurement } from '../../packages/engine/dist/capability/index.js';
import { writeAccuracyPage } from './accuracy-page.js';
import { leaveOut } from './fit.js';
import { fittedRows, toCsv } from './fitted-rows.js';
import { sourceOf } from './measured.js';
import { predictionErrors } from './prediction-error.js';
import { coverage, insideShare, orderOf, scoreTable } from './score.js';
import { fitAsOf, VINTAGES } from './vintages.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FITTED_FILE = `${ROOT}data/capability/fitted.csv`;
const POINTS_FILE = `${ROOT}tests/capability/published-points.csv`;
const SOURCES = 'cap-mlperf-inference-5.1 cap-trtllm-1.0 cap-gpustack-lab cap-mlperf-training-5.1';

const scoreOnly = process.argv.includes('--score');
const dataset = compileDataset(`${ROOT}data/`);
const vintages = (scoreOnly ? VINTAGES.slice(-1) : VINTAGES).map((day) => fitAsOf(dataset, day));
const { day, problem, whole } = vintages[vintages.length - 1];
const { rows } = problem;
const residuals = {
  fitted: whole.residuals,
  withoutSource: leaveOut(problem, whole, rows.map(sourceOf)),
  withoutChip: leaveOut(
    problem,
    whole,
    rows.map(({ chip }) => chip ?? ''),
  ),
};
const circumstances = rows.map((row) => measuredCircumstances(dataset, row));
const errors = predictionErrors(circumstances, [residuals.withoutSource, residuals.withoutChip], day, SOURCES);
const halves = circumstances.map((words) => halfWidth(words));
print();
if (!scoreOnly) write();

function print() {
  const { asked, covered, why } = coverage(dataset, dataset.measurements);
  console.log(`${covered} of ${asked} rows that are not kernels are covered`);
  for (const [reason, ids] of why) console.log(`  ${ids.length}: ${reason} (${ids.join(' ')})`);
  console.log(scoreTable(rows, residuals));
  for (const [name, list] of Object.entries(residuals)) {
    const order = orderOf(rows, list, 0);
    const apart = orderOf(rows, list, Math.log(1.1));
    const inside = (100 * insideShare(list, halves)).toFixed(0);
    console.log(
      `${name}: ${inside}% inside the 90% interval; order of pairs right in ${order.right} of ${order.pairs}, of those more than 10% apart ${apart.right} of ${apart.pairs}`,
    );
  }
}

/** @param {Set<string>} words */
function halfWidth(words) {
  const fitting = errors.filter(({ when }) => when.split(' ').every((word) => word === '' || words.has(word)));
  const best = fitting.reduce((a, b) => (b.when.length > a.when.length ? b : a));
  return Math.log(Number(best.estimate.split(' to ')[1]));
}

function write() {
  writeFileSync(FITTED_FILE, toCsv([...fittedRows(vintages), ...errors]));
  const shipped = compileDataset(`${ROOT}data/`);
  const ids = readFileSync(POINTS_FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  const points = ids.map((id) => {
    const row = shipped.measurements.find((one) => one.id === id);
    return `${id},${Number(predictMeasurement(shipped, /** @type {any} */ (row)).predicted).toPrecision(5)}`;
  });
  writeFileSync(POINTS_FILE, `id,predicted\n${points.join('\n')}\n`);
  const parameters = problem.free.map((row, j) => ({ row, score: whole.z[j], deviation: whole.deviations[j] }));
  writeAccuracyPage(ROOT, { dataset: shipped, rows, residuals, halves, parameters });
}
