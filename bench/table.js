/** Figures as rows of a Markdown table, which reads as well in a terminal as in the README. */
import { spread } from './measure.js';

/** @typedef {{ figure: string, unit: string, values: number[] }} Row one value of each round */

/**
 * Things done in a second.
 * @param {import('./measure.js').Case} one
 * @param {number[]} seconds
 * @param {string} unit
 * @returns {Row}
 */
export function rate({ name, count }, seconds, unit) {
  return { figure: name, unit, values: seconds.map((value) => count / value) };
}

/**
 * How many times the time of `yardstick` a case takes for each thing done, round by round.
 * @param {string} figure
 * @param {{ count: number, seconds: number[] }} one
 * @param {{ count: number, seconds: number[] }} yardstick
 * @returns {Row}
 */
export function timeRatio(figure, one, yardstick) {
  const per = (/** @type {typeof one} */ { count, seconds }, /** @type {number} */ round) => seconds[round] / count;
  return { figure, unit: 'times', values: one.seconds.map((_, round) => per(one, round) / per(yardstick, round)) };
}

/** @param {Row[]} rows */
export function markdownTable(rows) {
  const cells = rows.map(({ figure, unit, values }) => {
    const { median, low, high } = spread(values);
    return [figure, show(median), `${show(low)} to ${show(high)}`, unit];
  });
  const lines = [['figure', 'median', 'lowest to highest', 'unit'], ...cells];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const line = (/** @type {string[]} */ texts) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(lines[0]), rule, ...lines.slice(1).map(line)].join('\n');
}

/** @param {number} value three digits */
function show(value) {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}
