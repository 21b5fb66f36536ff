/** Writes docs/methods/capability-accuracy.md and its figures: what the model says beside what was measured. */
import { writeFileSync } from 'node:fs';
import { predictMeasurement } from '../../packages/engine/dist/capability/index.js';
import { median, sourceOf } from './measured.js';
import { peerTable, ratioTable } from './peers/table.js';
import { repeatsOf } from './repeats.js';
import { scatter } from './scatter.js';
import { coverage, errorOf, errorsOf, GROUPINGS, groupsOf, insideShare, orderOf } from './score.js';
import { WORST_REASONS } from './worst-reasons.js';

const WORST = 15;
const PHASES = ['prefill', 'decode', 'end-to-end', 'training'];

/**
 * @param {string} root
 * @param {{ dataset: any, rows: any[], residuals: Record<'fitted' | 'withoutSource' | 'withoutChip', number[]>, halves: number[], parameters: { row: any, score: number, deviation: number }[] }} fitted
 */
export function writeAccuracyPage(root, { dataset, rows, residuals, halves, parameters }) {
  for (const phase of PHASES) {
    writeFileSync(
      `${root}docs/images/capability-${phase}.svg`,
      scatter(`${phase}: predicted against measured`, pointsOf(dataset, rows, phase)),
    );
  }
  const lists = [residuals.fitted, residuals.withoutSource, residuals.withoutChip];
  const page = [
    '# Capability: predicted against measured',
    '',
    '`npm run fit` writes this page. Each error is the absolute difference of prediction and measurement over the measurement.',
    '"Source out" and "chip out" are errors of rows that the fit had not seen, with everything else of their source or their chip.',
    'How the model works and what it is for: [capability.md](capability.md).',
    '',
    ...coverageLines(dataset),
    '',
    ...PHASES.map((phase) => `![${phase}: predicted against measured](../images/capability-${phase}.svg)`),
    '',
    ...table(HEAD('all rows'), [accuracy('all', [...rows.keys()], lists)]),
    ...GROUPINGS.flatMap(([name, keyOf]) => [
      '',
      `## By ${name}`,
      '',
      ...table(
        HEAD(String(name)),
        [...groupsOf(rows, /** @type {any} */ (keyOf))].map(([key, indices]) => accuracy(key, indices, lists)),
      ),
    ]),
    '',
    '## Intervals and order',
    '',
    ...table(
      ['residuals', 'inside the stated 90% interval', 'pairs in the right order', 'of those more than 10% apart'],
      Object.entries(residuals).map(([name, list]) => [
        LABELS[name],
        percent(insideShare(list, halves), 0),
        share(orderOf(rows, list, 0)),
        share(orderOf(rows, list, Math.log(1.1))),
      ]),
    ),
    '',
    ...peerLines(dataset, rows, residuals),
    '',
    ...floorLines(rows),
    '',
    ...worstLines(rows, residuals),
    '',
    '## Constants that the measurements moved most',
    '',
    'In standard deviations of what was known before; `data/capability/fitted.csv` has them all.',
    '',
    ...table(
      ['constant', 'before', 'moved by', 'left uncertain'],
      parameters
        .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
        .slice(0, 20)
        .map(({ row, score, deviation }) => [row.id, row.estimate, score.toFixed(1), deviation.toFixed(2)]),
    ),
    '',
  ];
  writeFileSync(`${root}docs/methods/capability-accuracy.md`, page.join('\n'));
}

/** @type {Record<string, string>} */
const LABELS = { fitted: 'fitted', withoutSource: 'source left out', withoutChip: 'chip left out' };

const HEAD = (/** @type {string} */ name) => [
  name,
  'rows',
  'fitted: median',
  '90th',
  'source out: median',
  '90th',
  'chip out: median',
  '90th',
];

/** @param {string} name @param {number[]} indices @param {number[][]} lists */
function accuracy(name, indices, lists) {
  return [
    name,
    String(indices.length),
    ...errorsOf(indices, lists).flatMap((one) => [percent(one.median), percent(one.p90, 0)]),
  ];
}

/** @param {any} dataset @param {any[]} rows @param {string} phase */
function pointsOf(dataset, rows, phase) {
  return rows
    .filter((row) => row.phase === phase)
    .map((row) => {
      const predicted = Number(predictMeasurement(dataset, row).predicted);
      const vendor = /^(MI\d)/.test(row.chip) ? 'AMD' : /^Ascend/.test(row.chip) ? 'Huawei' : 'NVIDIA';
      return { measured: Number(row.value), predicted, vendor, label: `${row.chip} ${row.model} ${row.metric}` };
    });
}

/** @param {any} dataset */
function coverageLines(dataset) {
  const { rows, asked, covered, why } = coverage(dataset, dataset.measurements);
  const reasons = [...why].map(([reason, ids]) => `${ids.length}: ${reason}`);
  return [
    `Of ${rows} rows, ${rows - asked} are kernels, which set the efficiencies. Of the other ${asked}, ${covered} are predicted. Left out: ${reasons.join(' ')}`,
  ];
}

/** @param {any} dataset @param {any[]} rows @param {any} residuals */
function peerLines(dataset, rows, residuals) {
  const peers = peerTable(dataset, rows, residuals.withoutSource);
  const ratios = ratioTable(dataset, rows, { fitted: residuals.fitted, left: residuals.withoutSource });
  const both = (/** @type {{ median: number, p90: number }} */ one) =>
    `${percent(one.median, 0)} (${percent(one.p90, 0)})`;
  return [
    '## Beside published closed forms',
    '',
    'Each on the rows that it can express: no training, no speculation. Where a row does not state the batch or the split, all get the fewest chips that hold the weights and the sequences that then fit. Written anew from their papers and code (`scripts/fit/peers`). Median and, in brackets, 90th percentile.',
    '',
    ...table(
      ['model', 'rows', 'its error', 'ours on the same rows', 'ours, source left out'],
      peers.map(({ name, rows: count, theirs, fitted, left }) => [
        name,
        String(count),
        both(theirs),
        both(fitted),
        both(left),
      ]),
    ),
    '',
    'Ratios of two chips that one source measured on one workload:',
    '',
    ...table(
      ['yardstick', 'pairs', 'error of the ratio', 'order right'],
      ratios.map(({ name, pairs, median: middle, p90, order }) => [
        name,
        String(pairs),
        both({ median: middle, p90 }),
        percent(order, 0),
      ]),
    ),
  ];
}

/** @param {any[]} rows */
function floorLines(rows) {
  const repeats = repeatsOf(rows);
  return [
    '## The floor of the data',
    '',
    `The same chip, model, format, regime and lengths were measured ${repeats.length} times by two systems or releases; the two differ by ${percent(median(repeats.map(({ difference }) => difference)), 0)} in the median, for each chip. No model that sees only these can do much better than half of that.`,
  ];
}

/** @param {any[]} rows @param {any} residuals */
function worstLines(rows, residuals) {
  const order = rows
    .map((row, i) => ({ row, i }))
    .toSorted((a, b) => Math.abs(residuals.fitted[b.i]) - Math.abs(residuals.fitted[a.i]));
  const cells = order.slice(0, WORST).map(({ row, i }) => {
    const what = `${row.chip}, ${row.model}, ${row.framework || 'software not stated'}, ${row.phase}`;
    const signed = Math.exp(residuals.fitted[i]) - 1;
    return [
      row.id,
      what,
      `${signed > 0 ? '+' : '−'}${percent(errorOf(residuals.fitted[i]), 0)}`,
      WORST_REASONS[row.id] ?? 'not known',
      sourceOf(row),
    ];
  });
  return ['## The rows it gets worst', '', ...table(['row', 'what', 'error', 'reason', 'source'], cells)];
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** @param {number} value */
function percent(value, digits = 1) {
  return `${(100 * value).toFixed(digits)}%`;
}

/** @param {{ right: number, pairs: number }} order */
function share({ right, pairs }) {
  return `${right} of ${pairs} (${percent(right / pairs, 0)})`;
}
