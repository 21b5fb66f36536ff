/** Prints how fast the engine is on this machine; with `--record`, also keeps the table in README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { measureCapability } from './capability.js';
import { measureCompile } from './compile-data.js';
import { defaultEvaluation } from './default-evaluation.js';
import { measureDeterminations } from './determinations.js';
import { measureDraws } from './draws.js';
import { measureReading } from './reading.js';
import { measureRules } from './rules.js';
import { markdownTable } from './table.js';

const README = new URL('./README.md', import.meta.url);
const TABLE = /(<!-- last run -->\n)[\s\S]*(<!-- end of last run -->)/;

/** What else the machine was doing when the bench began. */
const loadBefore = loadavg()[0];
const { dataset, world, plan } = defaultEvaluation();
const parts = [
  // First, since what a long-used process has compiled for other shapes of data slows its loop over columns.
  await measureDeterminations(world),
  await measureDraws(plan),
  await measureRules(world),
  await measureCapability(world, dataset.measurements),
  await measureReading(dataset),
  await measureCompile(),
];
const text = [machine(), markdownTable(parts.flatMap(({ rows }) => rows)), notes()].join('\n\n');
console.log(text);
if (process.argv.includes('--record')) record(text);

function machine() {
  const day = new Date().toISOString().slice(0, 10);
  const processors = `${availableParallelism()} processors (${cpus()[0].model.trim()})`;
  return `${day}, Node ${process.version}, ${processors}, load ${loadBefore.toFixed(1)} before the run.`;
}

function notes() {
  const { columns, products, quarters } = plan;
  const size = `Plan: ${products.length} products, ${quarters} quarters, ${columns.length} sampled columns`;
  const lines = [`${size}; data version ${dataset.hash.slice(0, 12)}.`, ...parts.flatMap((part) => part.notes)];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** @param {string} table */
function record(table) {
  const before = readFileSync(README, 'utf8');
  writeFileSync(
    README,
    before.replace(TABLE, (_, start, end) => `${start}\n${table}\n\n${end}`),
  );
}
