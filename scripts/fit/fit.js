/** Moves the uncertain constants of the capability model to where published measurements want them, against their priors. */
import { predictMeasurement } from '../../packages/engine/dist/capability/index.js';
import { deviations, gaussNewton, objective } from './least-squares.js';
import { isMeasured, sourceOf } from './measured.js';
import { normalCumulative } from './normal.js';

/**
 * Scale of the tails, on the logarithm. Of 0.06 to 0.12 it leaves the
 * least error in measurements that were left out with their source and model.
 */
export const SIGMA = 0.08;
const ITERATIONS = 24;
const LEFT_OUT_ITERATIONS = 5;
/** Rounds of reweighting on the linearised model. */
const LINEAR_ROUNDS = 4;
/** Improvement of the objective below which a step is not worth taking. */
const ENOUGH = 0.02;
/** Step of the derivative, in standard scores. */
const DELTA = 0.15;

/**
 * @typedef {import('../../packages/engine/dist/world/index.js').Efficiency} Efficiency
 * @typedef {import('../../packages/engine/dist/world/index.js').Measurement} Measurement
 * @typedef {import('../../packages/engine/dist/capability/index.js').CapabilityWorld} World
 * @typedef {{ world: World, free: Efficiency[], rows: Measurement[], readers: number[][], weights: number[] }} Problem
 */

/** Logarithms of predicted over measured. @param {World} world @param {Measurement[]} rows @param {Efficiency[]} free @param {number[]} z */
export function residualsAt(world, rows, free, z) {
  const scores = new Map(free.map((row, j) => [row.id, z[j]]));
  const position = (/** @type {Efficiency} */ row) => {
    const score = scores.get(row.id);
    return score === undefined ? 0.5 : normalCumulative(score);
  };
  return rows.map((row) => {
    const { predicted } = predictMeasurement(world, row, position);
    return predicted === null ? Number.NaN : Math.log(predicted / Number(row.value));
  });
}

/** Ids of the estimates that a prediction asks for. @param {World} world @param {Measurement} row */
function estimatesRead(world, row) {
  const ids = new Set();
  predictMeasurement(world, row, ({ id }) => {
    ids.add(id);
    return 0.5;
  });
  return ids;
}

/** Central differences, over the rows that read each parameter. @param {Problem} problem @param {number[]} z */
function jacobianAt({ world, rows, free, readers }, z) {
  const jacobian = rows.map(() => new Float64Array(free.length));
  free.forEach((_, j) => {
    const some = readers[j].map((i) => rows[i]);
    const up = residualsAt(world, some, free, z.with(j, z[j] + DELTA));
    const down = residualsAt(world, some, free, z.with(j, z[j] - DELTA));
    readers[j].forEach((i, k) => {
      const slope = (up[k] - down[k]) / (2 * DELTA);
      jacobian[i][j] = Number.isFinite(slope) ? slope : 0;
    });
  });
  return jacobian;
}

/** Rows of one bench share their errors, so a source of n rows counts as n to the power of 0.85. */
const SHARED = 0.15;

/**
 * What a world lets be fitted: the measurements that it covers, and the uncertain estimates that any of them feels.
 * @param {World} world without fitted rows @param {Measurement[]} measurements
 * @returns {Problem}
 */
export function problemOf(world, measurements) {
  const rows = measurements.filter((row) => isMeasured(row) && predictMeasurement(world, row).predicted !== null);
  const uncertain = world.efficiencies.filter(
    ({ quantity, estimate }) => !quantity.endsWith('-error') && / to /.test(estimate),
  );
  const read = rows.map((row) => estimatesRead(world, row));
  const free = uncertain.filter((row) => read.some((ids) => ids.has(row.id)));
  const readers = free.map(({ id }) => [...rows.keys()].filter((i) => read[i].has(id)));
  const sources = rows.map(sourceOf);
  const sizes = new Map();
  for (const source of sources) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return { world, free, rows, readers, weights: sources.map((source) => sizes.get(source) ** -SHARED) };
}

/** The most probable constants. @param {Problem} problem */
export function fit(problem) {
  const start = problem.free.map(() => 0);
  const { z, residuals, jacobian } = descend(problem, start, problem.weights, ITERATIONS);
  const { factor } = gaussNewton({ z, jacobian, residuals, weights: problem.weights, sigma: SIGMA });
  return { z, residuals, jacobian, deviations: deviations(factor) };
}

/**
 * Damped Gauss-Newton from `start` until nothing improves.
 * @param {Problem} problem @param {number[]} start @param {number[]} weights @param {number} iterations
 */
function descend(problem, start, weights, iterations) {
  const { world, rows, free } = problem;
  let z = start;
  let residuals = residualsAt(world, rows, free, z);
  let jacobian = jacobianAt(problem, z);
  let value = objective(z, residuals, weights, SIGMA);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const target = gaussNewton({ z, jacobian, residuals, weights, sigma: SIGMA }).z;
    const better = search(problem, z, target, weights, value);
    if (!better) break;
    ({ z, residuals, value } = better);
    jacobian = jacobianAt(problem, z);
  }
  return { z, residuals, jacobian };
}

/** The longest step towards `target` that improves. @param {Problem} problem @param {number[]} z @param {number[]} target @param {number[]} weights @param {number} value */
function search({ world, rows, free }, z, target, weights, value) {
  for (const damping of [1, 0.5, 0.25, 0.1, 0.03]) {
    const tried = z.map((one, j) => clamp(one + damping * (target[j] - one)));
    const residuals = residualsAt(world, rows, free, tried);
    const reached = objective(tried, residuals, weights, SIGMA);
    if (reached < value - ENOUGH) return { z: tried, residuals, value: reached };
  }
  return undefined;
}

/** Three deviations are as far as an estimate goes. @param {number} score */
function clamp(score) {
  return Math.max(-3, Math.min(3, score));
}

/**
 * Residuals of the rows of each group as predicted by the fit without that group. It starts where the last linearisation
 * puts it without them, which forgets them, and goes on until nothing improves.
 * @param {Problem} problem @param {ReturnType<typeof fit>} whole @param {string[]} groups one for each row
 */
export function leaveOut(problem, whole, groups) {
  const left = new Array(groups.length).fill(Number.NaN);
  for (const group of new Set(groups)) {
    const without = problem.weights.map((weight, i) => (groups[i] === group ? 0 : weight));
    const start = linearOptimum(whole, without);
    const { residuals } = descend(problem, start, without, LEFT_OUT_ITERATIONS);
    groups.forEach((one, i) => {
      if (one === group) left[i] = residuals[i];
    });
  }
  return left;
}

/** Where the weighted rows want the constants if the model were linear. @param {ReturnType<typeof fit>} whole @param {number[]} weights */
function linearOptimum({ z: origin, residuals: known, jacobian }, weights) {
  let z = origin;
  for (let round = 0; round < LINEAR_ROUNDS; round++) {
    const residuals = known.map(
      (r, i) => r + jacobian[i].reduce((sum, slope, j) => sum + slope * (z[j] - origin[j]), 0),
    );
    z = gaussNewton({ z, jacobian, residuals, weights, sigma: SIGMA }).z.map(clamp);
  }
  return z;
}
