/**
 * Capability per second: both indices with their intervals over every product of the world, predictions of the published
 * measurements, and the table of 80 chips on all reference workloads.
 */
import {
  capabilityIndices,
  inferenceOn,
  predictMeasurement,
  trainingOn,
} from '../packages/engine/dist/capability/index.js';
import { measureInTurn, timed } from './measure.js';
import { rate } from './table.js';

const ROUNDS = 5;
const TABLE_CHIPS = 80;

/**
 * @param {import('../packages/engine/dist/world/index.js').World} world
 * @param {import('../packages/engine/dist/world/index.js').Measurement[]} measurements
 */
export async function measureCapability(world, measurements) {
  const chips = world.chips.slice(0, TABLE_CHIPS);
  const indices = {
    name: 'capabilityIndices',
    count: world.products.length,
    run: timed(() => world.products.map(({ chip }) => capabilityIndices(world, chip))),
  };
  const predictions = {
    name: 'predictMeasurement',
    count: measurements.length,
    run: timed(() => measurements.map((row) => predictMeasurement(world, row))),
  };
  const table = {
    name: `${chips.length} chips on ${world.workloads.length} workloads`,
    count: 1,
    run: timed(() => chips.map((chip) => world.workloads.map((workload) => speedOn(world, chip, workload)))),
  };
  const seconds = await measureInTurn([indices, predictions, table], ROUNDS);
  const rows = [
    rate(indices, seconds[0], 'chips/s'),
    rate(predictions, seconds[1], 'predictions/s'),
    rate(table, seconds[2], 'tables/s'),
  ];
  return { rows, notes: [] };
}

/** @typedef {import('../packages/engine/dist/world/index.js').World} World */

/** @param {World} world @param {World['chips'][number]} chip @param {World['workloads'][number]} workload */
function speedOn(world, chip, workload) {
  return workload.kind === 'training' ? trainingOn(world, chip, workload) : inferenceOn(world, chip, workload);
}
