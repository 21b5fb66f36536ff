/** The published measurements that the model can be asked, each with the groups by which it may be left out. */

/** Documents that hold many pages: each counts as one source, so that leaving it out leaves out all of it. */
const DOCUMENTS = [
  [/mlcommons\/(\w+)_results_v([\d.]+)/, 'MLPerf'],
  [/docs\.gpustack\.ai/, 'GPUStack lab'],
  [/perf-overview\.md/, 'TensorRT-LLM 1.0'],
  [/TensorRT-LLM\/release\/0\.5\.0/, 'TensorRT-LLM 0.5'],
];

/** @param {Record<string, string>} row */
export function sourceOf(row) {
  const url = row.source_url ?? '';
  for (const [pattern, name] of DOCUMENTS) {
    const found = pattern.exec(url);
    if (found) return found[1] ? `${name} ${found[1]} ${found[2]}` : name;
  }
  return url.replace(/^https?:\/\/(www\.)?/, '').slice(0, 60);
}

/** @param {Record<string, string>} row */
export function isMeasured(row) {
  return row.phase !== 'kernel' && Number(row.value) > 0;
}

/** @param {Record<string, string>} row */
export function regimeOf(row) {
  return row.scenario || 'not stated';
}

/** @param {number[]} values */
export function median(values) {
  return quantileOf(values, 0.5);
}

/** By linear interpolation between the ordered values. @param {number[]} values @param {number} share */
export function quantileOf(values, share) {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}
