/** The published closed forms on the rows that they can express, beside our model on the same rows. */
import { predictMeasurement } from '../../../packages/engine/dist/capability/index.js';
import { quantileOf } from '../measured.js';
import { pairsOf } from '../pairs.js';
import { caseOf } from './case.js';
import { genz } from './genz.js';
import { infersim } from './infersim.js';
import { llmViewer } from './llm-viewer.js';
import { naiveRatios } from './ratios.js';
import { roofline } from './roofline.js';

/** @type {[string, (one: any) => number | undefined][]} */
export const PEERS = [
  ['Pure roofline', roofline],
  ['GenZ, efficiency 1', genz],
  ['LLM-Viewer', llmViewer],
  ['InferSim, default utilisations', infersim],
];

/** Lengths that a row does not state are those that our model took, so that all see the same case. @param {string[]} assumed */
function lengthsOf(assumed) {
  const find = (/** @type {string} */ name) =>
    Number(assumed.find((one) => one.startsWith(name))?.split(': ')[1]) || undefined;
  return { inputTokens: find('unstated-input'), outputTokens: find('unstated-output') };
}

/** @param {any} world @param {any[]} rows @param {number[]} left our residuals with the source left out */
export function peerTable(world, rows, left) {
  const cases = rows.map((row) => {
    const answer = predictMeasurement(world, row);
    const one = answer.predicted === null ? undefined : caseOf(world, row, lengthsOf(answer.assumed));
    return { row, one, ours: answer.predicted };
  });
  return PEERS.map(([name, peer]) => {
    const theirs = [];
    const fitted = [];
    const out = [];
    for (const [i, { row, one, ours }] of cases.entries()) {
      const value = one && peer(one);
      if (value === undefined || !(value > 0)) continue;
      const error = (/** @type {number} */ predicted) => Math.abs(predicted / Number(row.value) - 1);
      theirs.push(error(value));
      fitted.push(error(Number(ours)));
      out.push(Math.abs(Math.exp(left[i]) - 1));
    }
    return { name, rows: theirs.length, theirs: summary(theirs), fitted: summary(fitted), left: summary(out) };
  });
}

/** @param {number[]} errors */
function summary(errors) {
  return { median: quantileOf(errors, 0.5), p90: quantileOf(errors, 0.9) };
}

/** Errors of ratios of two chips on one workload, and how often the order is right. @param {any} world @param {any[]} rows @param {{ fitted: number[], left: number[] }} residuals */
export function ratioTable(world, rows, { fitted, left }) {
  const measured = pairsOf(rows, fitted).filter(({ a }) => a.phase !== 'training');
  const ours = new Map([
    ['Ratio of arithmetic', measured.map(({ a, b }) => naiveRatios(world, a, b).flops)],
    ['Ratio of bandwidths', measured.map(({ a, b }) => naiveRatios(world, a, b).bandwidth)],
    ['Ours', measured.map(({ predicted }) => predicted)],
    [
      'Ours, source left out',
      pairsOf(rows, left)
        .filter(({ a }) => a.phase !== 'training')
        .map(({ predicted }) => predicted),
    ],
  ]);
  return [...ours].map(([name, predicted]) => ({
    name,
    pairs: measured.length,
    ...summary(predicted.map((p, i) => Math.abs(Math.exp(p - measured[i].measured) - 1))),
    order: predicted.filter((p, i) => p * measured[i].measured > 0).length / measured.length,
  }));
}
