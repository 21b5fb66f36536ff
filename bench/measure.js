/**
 * Takes the time of several cases in turn, so that whatever else the machine does falls on all of them alike: on a
 * shared machine the ratio of two cases of one round is worth more than either time.
 */

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {number} count things done in one run
 * @property {() => number | Promise<number>} run does them once and returns the seconds that it took
 */

/** @typedef {{ median: number, low: number, high: number }} Spread */

const WARM_UP_SECONDS = 0.5;
const WARM_UP_RUNS = 3;

/**
 * Seconds of every case in every round, [case][round], after each has been warmed up.
 * @param {Case[]} cases
 * @param {number} rounds
 */
export async function measureInTurn(cases, rounds) {
  for (const one of cases) await warmUp(one);
  const seconds = cases.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    for (const [i, one] of cases.entries()) seconds[i].push(await one.run());
  }
  return seconds;
}

/** @param {Case} one */
async function warmUp(one) {
  let seconds = 0;
  for (let runs = 0; runs < WARM_UP_RUNS || seconds < WARM_UP_SECONDS; runs++) seconds += await one.run();
}

/**
 * Makes a run of a function: seconds by the clock.
 * @param {() => unknown} work
 */
export function timed(work) {
  return async () => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
  };
}

/**
 * Makes a run of a function: seconds of processor, over all threads of this process. What other programs do to the clock
 * does not count, so that rates are for one core.
 * @param {() => unknown} work
 */
export function timedOnCore(work) {
  return async () => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}

/**
 * @param {number[]} values
 * @returns {Spread}
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
    low: sorted[0],
    high: sorted[sorted.length - 1],
  };
}
