/** Moves the uncertain constants of the capability model to where published measurements want them, against their priors. */
import { predictMeasurement } from '../../packages/engine/dist/capability/index.js';
import { deviations, gaussNewton, objective } from './least-squares.js';
import { isMeasured, sourceOf } from './measured.js';
import { normalCumulative } from './normal.js';

/**
 * Scale of the tails, on the logarithm. Half of what a repeated measurement differs by; of 0.06 to 0.12 it leaves the
 * least error in measurements that were left out with their source and model.
 */
export const SIGMA = 0.06;
const ITERATIONS = 24;
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
export function jacobianAt({ world, rows, free, readers }, z) {
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

/** Damped Gauss-Newton to the most probable constants. @param {Problem} problem */
export function fit(problem) {
  const { world, rows, free, weights } = problem;
  let z = free.map(() => 0);
  let residuals = residualsAt(world, rows, free, z);
  let jacobian = jacobianAt(problem, z);
  let value = objective(z, residuals, weights, SIGMA);
  let factor = gaussNewton({ z, jacobian, residuals, weights, sigma: SIGMA }).factor;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const target = gaussNewton({ z, jacobian, residuals, weights, sigma: SIGMA }).z;
    let best;
    for (const damping of [1, 0.5, 0.25, 0.1, 0.03]) {
      const tried = z.map((one, j) => clamp(one + damping * (target[j] - one)));
      const then = residualsAt(world, rows, free, tried);
      const reached = objective(tried, then, weights, SIGMA);
      if (reached < value - 1e-2) {
        best = { tried, then, reached };
        break;
      }
    }
    if (!best) break;
    ({ tried: z, then: residuals, reached: value } = best);
    jacobian = jacobianAt(problem, z);
    factor = gaussNewton({ z, jacobian, residuals, weights, sigma: SIGMA }).factor;
  }
  return { z, residuals, jacobian, factor, deviations: deviations(factor) };
}

/** Three deviations are as far as an estimate goes. @param {number} score */
function clamp(score) {
  return Math.max(-3, Math.min(3, score));
}

/**
 * Residuals of the rows of each group when that group had not been there: the fit is moved by the other rows' part of
 * the last linearisation, and the model itself is then asked anew.
 * @param {Problem} problem @param {ReturnType<typeof fit>} whole @param {string[]} groups one for each row
 */
export function leaveOut(problem, whole, groups) {
  const { world, rows, free, weights } = problem;
  const left = new Array(rows.length).fill(Number.NaN);
  for (const group of new Set(groups)) {
    const without = weights.map((w, i) => (groups[i] === group ? 0 : w));
    let z = whole.z;
    for (let round = 0; round < 4; round++) {
      const residuals = whole.residuals.map((r, i) => r + dot(whole.jacobian[i], z, whole.z));
      z = gaussNewton({ z, jacobian: whole.jacobian, residuals, weights: without, sigma: SIGMA }).z.map(clamp);
    }
    const inside = rows.flatMap((_, i) => (groups[i] === group ? [i] : []));
    const then = residualsAt(
      world,
      inside.map((i) => rows[i]),
      free,
      z,
    );
    inside.forEach((i, k) => {
      left[i] = then[k];
    });
  }
  return left;
}

/** @param {Float64Array} row @param {number[]} a @param {number[]} b */
function dot(row, a, b) {
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j] * (a[j] - b[j]);
  return sum;
}
