/** The same case measured twice: how far two systems or releases of software differ for each chip. */

const SAME = [
  'chip',
  'model',
  'precision',
  'phase',
  'metric',
  'scenario',
  'input_tokens',
  'output_tokens',
  'batch_or_concurrency',
  'speculation',
  'training_kind',
];

/** @param {any[]} rows */
export function repeatsOf(rows) {
  const measured = rows.filter(({ phase, metric }) => phase === 'end-to-end' && metric !== 'tok/s/user');
  const repeats = [];
  for (const [k, a] of measured.entries()) {
    for (const b of measured.slice(k + 1)) {
      if (SAME.some((name) => a[name] !== b[name]) || a.source_url === b.source_url) continue;
      const ratio = perChip(a) / perChip(b);
      repeats.push({ a, b, difference: Math.max(ratio, 1 / ratio) - 1 });
    }
  }
  return repeats;
}

/** @param {any} row */
function perChip(row) {
  return row.metric === 'tok/s per GPU' ? Number(row.value) : Number(row.value) / Number(row.chips_used);
}
