/** Draws per second of the default evaluation: sampling, futures, both; one thread and two; and the same future in C. */
import { createPool } from '../packages/cli/dist/workers.js';
import { createSampler, outcomeCount, runDraws, sampleColumns } from '../packages/engine/dist/scenario/index.js';
import { beginFuture, createWork, HISTORY, runPolicy, WITH, WITHOUT } from '../packages/engine/dist/supply/index.js';
import { compileFuture, largestDifference } from './c-future.js';
import { SEED } from './default-evaluation.js';
import { measureInTurn, timed } from './measure.js';
import { isHistory } from './plan-file.js';
import { rate, timeRatio } from './table.js';

/** @typedef {import('./plan-file.js').Plan} Plan */

const DRAWS = 500;
const BLOCK_DRAWS = 250;
const ROUNDS = 21;

/**
 * The rows, and what was checked. Throws where the C version's outcomes are not the engine's.
 * @param {Plan} plan
 */
export async function measureDraws(plan) {
  const samples = sampleAll(plan);
  const futures = createFutures(plan, samples);
  checkSame(runDraws(block(plan, 0, DRAWS)), futures.run());
  const c = compileFuture(plan, samples);
  const two = createPool(2, () => {});
  /** @type {number[]} */
  const used = [];
  try {
    const [sampling, apart, one, both, inC] = await measureAll([
      { name: 'sampling', run: timed(() => sampleAll(plan)) },
      { name: 'futures', run: timed(futures.run) },
      { name: 'both, one thread', run: timed(() => blocks(plan).map(runDraws)) },
      {
        name: 'both, two workers',
        run: () =>
          countProcessors(
            used,
            timed(() => two.run(blocks(plan))),
          ),
      },
      ...(c.run ? [{ name: 'futures in C', run: c.run }] : []),
    ]);
    const rows = [sampling, apart, one, both].map((each) => rate(each, each.seconds, 'draws/s'));
    rows.push(timeRatio('both: one thread over two workers', one, both));
    rows.push({ figure: 'processors that two workers got', unit: 'processors', values: used.slice(-ROUNDS) });
    if (!inC || !c.run) return { rows, notes: [`No C version: ${c.why}.`] };
    rows.push(rate(inC, inC.seconds, 'draws/s'), timeRatio('futures: TypeScript over C', apart, inC));
    const largest = largestDifference(futures.run(), c.outcomes());
    return { rows, notes: [agreement(futures.run().length, largest), `Compiled with \`${c.compiler}\`.`] };
  } finally {
    c.close?.();
    await two.close();
  }
}

/** @param {{ name: string, run: () => number | Promise<number> }[]} cases */
async function measureAll(cases) {
  const counted = cases.map((each) => ({ ...each, count: DRAWS }));
  const seconds = await measureInTurn(counted, ROUNDS);
  return counted.map((each, i) => ({ ...each, seconds: seconds[i] }));
}

/**
 * Adds to `used` how many processors a run kept busy: two workers that got one between them tell nothing of two.
 * @param {number[]} used
 * @param {() => Promise<number>} run
 */
async function countProcessors(used, run) {
  const before = process.cpuUsage();
  const seconds = await run();
  const { user, system } = process.cpuUsage(before);
  used.push((user + system) / 1e6 / seconds);
  return seconds;
}

/**
 * [draw][column]
 * @param {Plan} plan
 */
function sampleAll(plan) {
  const columns = plan.columns.length;
  const samples = new Float64Array(DRAWS * columns);
  const sampler = createSampler(plan.columns, SEED);
  for (let draw = 0; draw < DRAWS; draw++) {
    sampleColumns(sampler, draw, samples.subarray(draw * columns, (draw + 1) * columns));
  }
  return samples;
}

/**
 * The futures of runDraws on samples drawn before; outcomes laid out as its results.
 * @param {Plan} plan
 * @param {Float64Array} samples
 */
function createFutures(plan, samples) {
  const columns = plan.columns.length;
  const size = outcomeCount(plan);
  const work = createWork(plan);
  const legal = new Float64Array(plan.products.length * plan.quarters);
  const results = new Float64Array(DRAWS * 2 * size);
  const history = new Float64Array(size);
  const other = new Float64Array(size);
  const sample = new Float64Array(columns);
  const policies = [WITHOUT, WITH].map((policy) => ({ policy, isHistory: isHistory(plan, policy) }));
  const run = () => {
    for (let draw = 0; draw < DRAWS; draw++) {
      sample.set(samples.subarray(draw * columns, (draw + 1) * columns));
      beginFuture(plan, sample, work);
      runPolicy(plan, HISTORY, sample, work, legal, history);
      for (const { policy, isHistory } of policies) {
        if (!isHistory) runPolicy(plan, policy, sample, work, legal, other);
        results.set(isHistory ? history : other, (draw * 2 + policy - WITHOUT) * size);
      }
    }
    return results;
  };
  return { run };
}

/** @param {Plan} plan */
function blocks(plan) {
  return Array.from({ length: DRAWS / BLOCK_DRAWS }, (_, i) => block(plan, i * BLOCK_DRAWS, (i + 1) * BLOCK_DRAWS));
}

/**
 * @param {Plan} plan
 * @param {number} from
 * @param {number} until
 */
function block(plan, from, until) {
  return { plan, seed: SEED, from, until, column: -1 };
}

/**
 * Sampling and futures taken apart must be what an evaluation runs, bit for bit.
 * @param {Float64Array} together
 * @param {Float64Array} apart
 */
function checkSame(together, apart) {
  const differs = together.findIndex((value, i) => !Object.is(value, apart[i]));
  if (differs >= 0 || together.length !== apart.length) {
    throw new Error(`the futures measured apart are not those of an evaluation (outcome ${differs})`);
  }
}

/**
 * @param {number} outcomes
 * @param {number} largest
 */
function agreement(outcomes, largest) {
  const digits = largest.toExponential(1);
  return `All ${outcomes.toLocaleString('en')} outcomes of ${DRAWS} draws agree with C; largest relative difference ${digits}.`;
}
