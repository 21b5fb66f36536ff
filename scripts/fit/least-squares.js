/**
 * Least squares with a prior: every parameter is the standard score of an estimate on its own distribution, so the prior
 * of each is normal with mean 0 and deviation 1, and shrinks what the measurements do not settle. Residuals are
 * logarithms of predicted over measured, with Student's t tails: a row that nothing explains does not bend the rest.
 */

/** Degrees of freedom of the tails. */
const TAILS = 4;

/** @param {number} residual @param {number} sigma */
export function robustWeight(residual, sigma) {
  return (TAILS + 1) / (TAILS + (residual / sigma) ** 2);
}

/** Minus the logarithm of the posterior, up to a constant. @param {number[]} z @param {number[]} residuals @param {number[]} weights @param {number} sigma */
export function objective(z, residuals, weights, sigma) {
  const prior = z.reduce((sum, one) => sum + one * one, 0) / 2;
  return residuals.reduce(
    (sum, r, i) => sum + (weights[i] * (TAILS + 1) * Math.log1p((r / sigma) ** 2 / TAILS)) / 2,
    prior,
  );
}

/**
 * One Gauss-Newton step from `z` with the Jacobian J (rows by parameters): solves (J'WJ + I) step = -(J'Wr + z).
 * Returns the new point and the Cholesky factor of the normal matrix.
 * @param {{ z: number[], jacobian: Float64Array[], residuals: number[], weights: number[], sigma: number }} system
 */
export function gaussNewton({ z, jacobian, residuals, weights, sigma }) {
  const n = z.length;
  const normal = Array.from({ length: n }, (_, j) => Float64Array.from({ length: n }, (_, k) => (j === k ? 1 : 0)));
  const right = Float64Array.from(z, (one) => -one);
  residuals.forEach((r, i) => {
    const w = (weights[i] * robustWeight(r, sigma)) / sigma ** 2;
    const row = jacobian[i];
    for (let j = 0; j < n; j++) {
      if (row[j] === 0) continue;
      right[j] -= w * row[j] * r;
      for (let k = 0; k <= j; k++) normal[j][k] += w * row[j] * row[k];
    }
  });
  const factor = cholesky(normal);
  const step = solve(factor, right);
  return { z: z.map((one, j) => one + step[j]), factor };
}

/** Lower triangle L with L L' = A; reads the lower triangle of A only. @param {Float64Array[]} a */
function cholesky(a) {
  const n = a.length;
  const l = Array.from({ length: n }, () => new Float64Array(n));
  for (let j = 0; j < n; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = a[j][k];
      for (let m = 0; m < k; m++) sum -= l[j][m] * l[k][m];
      l[j][k] = j === k ? Math.sqrt(sum) : sum / l[k][k];
    }
  }
  return l;
}

/** @param {Float64Array[]} l @param {ArrayLike<number>} b */
export function solve(l, b) {
  const n = l.length;
  const x = Float64Array.from(b);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) x[j] -= l[j][k] * x[k];
    x[j] /= l[j][j];
  }
  for (let j = n - 1; j >= 0; j--) {
    for (let k = j + 1; k < n; k++) x[j] -= l[k][j] * x[k];
    x[j] /= l[j][j];
  }
  return x;
}

/** Standard deviations of the parameters: roots of the diagonal of the inverse. @param {Float64Array[]} l */
export function deviations(l) {
  return l.map((_, j) => {
    const unit = new Float64Array(l.length);
    unit[j] = 1;
    return Math.sqrt(solve(l, unit)[j]);
  });
}
