/** Capability indices per second: both indices with their intervals, over every product of the world. */
import { capabilityIndices } from '../packages/engine/dist/capability/index.js';
import { measureInTurn, timed } from './measure.js';
import { rate } from './table.js';

const ROUNDS = 5;

/** @param {import('../packages/engine/dist/world/index.js').World} world */
export async function measureCapability(world) {
  const indices = {
    name: 'capabilityIndices',
    count: world.products.length,
    run: timed(() => world.products.map(({ chip }) => capabilityIndices(world, chip))),
  };
  const [seconds] = await measureInTurn([indices], ROUNDS);
  return { rows: [rate(indices, seconds, 'chips/s')], notes: [] };
}
