/** Percentiles of many futures, with their Monte Carlo error. */

export interface Summary {
  p5: number;
  p50: number;
  p95: number;
  mean: number;
  /**
   * Standard error of the mean from the spread of the draws, as if they were independent. The draws are spread evenly,
   * so the true error is smaller.
   */
  standardError: number;
}

/** Summary of at least one value. Percentiles by linear interpolation between order statistics (method R-7). */
export function summarise(values: Float64Array): Summary {
  const sorted = values.slice().sort();
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  const variance = values.length > 1 ? squares / (values.length - 1) : 0;
  return {
    p5: percentile(sorted, 0.05),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    mean,
    standardError: Math.sqrt(variance / values.length),
  };
}

function percentile(sorted: Float64Array, p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
