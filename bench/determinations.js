/** Determinations in a second beside three peers, on the same shipments and in the same rounds; all must agree. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { classify, encode, ruleOn, ruleOnAll } from '../packages/engine/dist/rules/index.js';
import { measureInTurn, timedOnCore } from './measure.js';
import { openDuckDb } from './peers/duckdb.js';
import { partOfTheLaw, randomShipments, shipmentAt } from './shipments.js';
import { rate, timeRatio } from './table.js';

const ROWS = 5_000_000;
/** One row in so many goes to those that would take minutes for all. */
const EVERY = { trace: 100, row: 5, database: 250, peer: 2500 };
const ROUNDS = 5;

/** @typedef {[classification: string, required: boolean | null, policy: string | null]} Told */

/** @param {import('../packages/engine/dist/world/index.js').World} world @param {number} [rows] */
export async function measureDeterminations(world, rows = ROWS) {
  const { rules } = world;
  const part = partOfTheLaw(world);
  const columns = randomShipments(part, rows);
  const byId = new Map(part.items.map((item) => [item.id, item]));
  const some = (/** @type {number} */ every) =>
    Array.from({ length: Math.floor(rows / every) }, (_, i) => shipmentAt(columns, i * every));
  const asked = (/** @type {import('./shipments.js').Shipment[]} */ shipments) =>
    shipments.map(({ item, from, to, on, headquarters }) => ({
      item: /** @type {import('../packages/engine/dist/rules/index.js').Item} */ (byId.get(item)),
      transaction: { from, to, on, endUser: headquarters === undefined ? {} : { headquarters } },
    }));
  const determineAll = () => {
    const { values, codes } = encode(columns.item);
    const items = values.map((id) => /** @type {any} */ (byId.get(id)));
    const [from, to, on, headquarters] = [columns.from, columns.to, columns.on, columns.headquarters].map((cells) =>
      encode(cells),
    );
    return ruleOnAll(rules, { item: { values: items, codes }, from, to, on, endUser: { headquarters } });
  };
  const [rowwise, traced, sampled] = [asked(some(EVERY.row)), asked(some(EVERY.trace)), some(EVERY.peer)];
  const duckdb = await openDuckDb(part, columns);
  const peers = await openPeers(part, sampled);
  try {
    const cases = [
      { name: 'determinations, by column', count: rows, run: timedOnCore(determineAll) },
      {
        name: 'determinations, one by one',
        count: rowwise.length,
        run: timedOnCore(() => rowwise.map((one) => ruleOn(rules, one.item, one.transaction))),
      },
      {
        name: 'determinations with the whole trace',
        count: traced.length,
        run: timedOnCore(() => {
          for (const one of traced) classify(rules, one.item, one.transaction);
        }),
      },
      { name: 'DuckDB, one thread', count: rows, run: timedOnCore(duckdb.run) },
      ...peers.found.map(({ name, ask }) => ({ name, count: sampled.length, run: timedOnCore(ask) })),
    ];
    const seconds = await measureInTurn(cases, ROUNDS);
    const timedCases = cases.map((one, i) => ({ ...one, seconds: seconds[i] }));
    const [column, single, trace, database, ...others] = timedCases;
    const ours = told(determineAll());
    const checked = [check('DuckDB', ours, await duckdb.answers(EVERY.database), EVERY.database)];
    for (const { name, ask } of peers.found) checked.push(check(name, ours, await ask(), EVERY.peer));
    return {
      rows: [
        ...timedCases.map((one) => rate(one, one.seconds, 'rows/s of a core')),
        timeRatio('DuckDB over ours, by column', database, column),
        timeRatio('DuckDB over ours, one by one', database, single),
        ...others.flatMap((one) => [
          timeRatio(`${one.name} over ours, one by one`, one, single),
          timeRatio(`${one.name} over ours with trace`, one, trace),
        ]),
      ],
      notes: [
        `Determinations: ${rows.toLocaleString('en')} shipments, ${part.chips.length} chips, ${part.places.length} places; one by one on one row in ${EVERY.row}, with trace on one in ${EVERY.trace}, Cedar and json-rules-engine on one in ${EVERY.peer}.`,
        `The same answer on every row that was compared: ${checked.join(', ')}.`,
        ...peers.missing,
      ],
    };
  } finally {
    duckdb.close();
    for (const { close } of peers.found) await close();
  }
}

/**
 * The peers that are installed, each in its own thread.
 * @param {ReturnType<typeof partOfTheLaw>} part
 * @param {import('./shipments.js').Shipment[]} shipments
 */
async function openPeers({ chips, places }, shipments) {
  const found = [];
  const missing = [];
  for (const name of ['Cedar', 'json-rules-engine']) {
    const worker = new Worker(new URL('./peers/worker.js', import.meta.url), {
      workerData: { name, part: { chips, places }, shipments },
    });
    const ask = async () => {
      worker.postMessage('go');
      const [reply] = await once(worker, 'message');
      return reply;
    };
    try {
      await once(worker, 'message');
      found.push({ name, ask, close: () => worker.terminate() });
    } catch (error) {
      if (!['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(/** @type {any} */ (error).code)) throw error;
      missing.push(`No ${name}: \`npm ci --prefix bench\` installs it.`);
    }
  }
  return { found, missing };
}

/** @param {import('../packages/engine/dist/rules/index.js').Rulings} rulings @returns {(row: number) => Told} */
function told({ outcomes, codes }) {
  const answers = outcomes.map((one) => {
    if (one instanceof Error) throw one;
    return /** @type {Told} */ ([one.classification, one.licence.required, one.licence.reviewPolicy]);
  });
  return (row) => answers[codes[row]];
}

/**
 * Throws at the first row on which a peer says something else.
 * @param {string} name
 * @param {(row: number) => Told} ours
 * @param {Told[]} theirs of one row in `every`
 * @param {number} every
 */
function check(name, ours, theirs, every) {
  for (const [i, answer] of theirs.entries()) {
    const own = ours(i * every);
    if (JSON.stringify(own) === JSON.stringify(answer)) continue;
    throw new Error(`${name}: row ${i * every} is ${answer}, not ${own}`);
  }
  return `${name} ${theirs.length.toLocaleString('en')}`;
}
