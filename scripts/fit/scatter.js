/** Draws predicted against measured on logarithmic axes as one SVG: a dot a row, the diagonal, and 20% to each side. */

const SIZE = 420;
const MARGIN = { left: 64, top: 34, right: 16, bottom: 48 };
const COLOURS = { NVIDIA: '#3b7a2a', AMD: '#b03a2e', Huawei: '#1f5f99', other: '#666666' };

/**
 * @param {string} title
 * @param {{ measured: number, predicted: number, vendor: string, label: string }[]} points
 */
export function scatter(title, points) {
  const values = points.flatMap(({ measured, predicted }) => [measured, predicted]);
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const span = SIZE - MARGIN.left - MARGIN.right;
  const at = (/** @type {number} */ value) => ((Math.log10(value) - low) / (high - low)) * span;
  const x = (/** @type {number} */ value) => (MARGIN.left + at(value)).toFixed(1);
  const y = (/** @type {number} */ value) => (MARGIN.top + span - at(value)).toFixed(1);
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const line = (/** @type {number} */ factor, /** @type {string} */ style) => {
    const start = 10 ** low * Math.max(1, 1 / factor);
    const end = 10 ** high * Math.min(1, 1 / factor);
    return `<line x1="${x(start)}" y1="${y(start * factor)}" x2="${x(end)}" y2="${y(end * factor)}" ${style}/>`;
  };
  const vendors = Object.keys(COLOURS).filter((name) => points.some(({ vendor }) => nameOf(vendor) === name));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE + 6}" role="img" font-family="sans-serif" font-size="11">
<title>${xml(title)}</title>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="${MARGIN.left}" y="20" font-size="13">${xml(title)}</text>
${ticks.map((tick) => `<line x1="${x(tick)}" y1="${y(10 ** low)}" x2="${x(tick)}" y2="${y(10 ** high)}" stroke="#e5e5e5"/><line x1="${x(10 ** low)}" y1="${y(tick)}" x2="${x(10 ** high)}" y2="${y(tick)}" stroke="#e5e5e5"/><text x="${x(tick)}" y="${SIZE - MARGIN.bottom + 18}" text-anchor="middle">${short(tick)}</text><text x="${MARGIN.left - 6}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${short(tick)}</text>`).join('\n')}
${line(1, 'stroke="#000000"')}
${line(1.2, 'stroke="#999999" stroke-dasharray="4 3"')}
${line(1 / 1.2, 'stroke="#999999" stroke-dasharray="4 3"')}
${points.map(({ measured, predicted, vendor, label }) => `<circle cx="${x(measured)}" cy="${y(predicted)}" r="3.2" fill="${COLOURS[nameOf(vendor)]}" fill-opacity="0.6"><title>${xml(label)}</title></circle>`).join('\n')}
${vendors.map((name, i) => `<circle cx="${MARGIN.left + 12 + 84 * i}" cy="${MARGIN.top + 10}" r="4" fill="${COLOURS[/** @type {keyof typeof COLOURS} */ (name)]}"/><text x="${MARGIN.left + 20 + 84 * i}" y="${MARGIN.top + 14}">${name}</text>`).join('\n')}
<text x="${MARGIN.left + span / 2}" y="${SIZE - 6}" text-anchor="middle">measured</text>
<text x="14" y="${MARGIN.top + span / 2}" text-anchor="middle" transform="rotate(-90 14 ${MARGIN.top + span / 2})">predicted</text>
</svg>
`;
}

/** @param {string} vendor @returns {keyof typeof COLOURS} */
function nameOf(vendor) {
  return vendor in COLOURS ? /** @type {keyof typeof COLOURS} */ (vendor) : 'other';
}

/** @param {number} tick */
function short(tick) {
  return tick >= 1000 ? `${tick / 1000}k`.replace('000k', 'M') : String(Number(tick.toPrecision(1)));
}

/** @param {string} text */
function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
