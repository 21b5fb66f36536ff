/**
 * Shipments to determine, and the part of the law that every peer encodes: 3A090 of November 2023, its country groups,
 * the licence requirement and its review policy. Chips, places and days are those on which no other part of the law
 * speaks, so that the whole law, which Floodgate evaluates, and the part have the same answers.
 */
import { addDays, createStream, daysBetween, uniform } from '../packages/engine/dist/core/index.js';
import { itemOf, membersOn } from '../packages/engine/dist/rules/index.js';

/** From the rule of October 2023 until its clarification of April 2024. */
const FIRST_DAY = '2023-11-17';
const END = '2024-04-04';
/** Embargoed places need a licence for other reasons. */
const EMBARGOED = ['BY', 'CU', 'IR', 'KP', 'RU', 'SY'];
const SEED = 7;

/**
 * @typedef {object} Shipment
 * @property {string} item
 * @property {string} from
 * @property {string} to
 * @property {string} on
 * @property {string | undefined} headquarters undefined where nothing is said: at home in the destination
 */

/** @typedef {{ id: string, tpp: number, density: number, dataCenter: boolean }} PlainChip */

/** @typedef {{ code: string, listed: boolean, denied: boolean, partner: boolean }} Place */

/** @param {import('../packages/engine/dist/world/index.js').World} world */
export function partOfTheLaw({ rules, chips }) {
  const exactly = (/** @type {unknown} */ value) =>
    typeof value === 'object' && value && 'low' in value ? value : undefined;
  const known = chips
    .filter(({ designerCountry }) => designerCountry === 'US')
    .map((chip) => itemOf(chip))
    .flatMap((item) => {
      const [tpp, density] = ['tpp', 'performanceDensity'].map(
        (id) => /** @type {any} */ (exactly(item.values.get(id))),
      );
      const dataCenter = item.values.get('dataCenter');
      const sure = [tpp, density].every((one) => one && one.low.approximate === one.high.approximate);
      if (!sure || typeof dataCenter !== 'boolean') return [];
      return [{ item, plain: { id: item.id, tpp: tpp.low.approximate, density: density.low.approximate, dataCenter } }];
    });
  return { items: known.map(({ item }) => item), chips: known.map(({ plain }) => plain), places: placesOf(rules) };
}

/** @param {import('../packages/engine/dist/world/index.js').Rulebook} rules @returns {Place[]} */
function placesOf({ groups }) {
  const members = (/** @type {string[]} */ ...names) => {
    const set = new Set(
      groups.filter(({ id }) => names.includes(id)).flatMap((group) => [...membersOn(group, FIRST_DAY)]),
    );
    // The regulations treat Hong Kong as China.
    if (set.has('CN')) set.add('HK');
    return set;
  };
  const [listed, denied, partners] = [members('D:1', 'D:4', 'D:5'), members('D:5'), members('A:5', 'A:6')];
  const codes = new Set([...groups.flatMap((group) => [...membersOn(group, FIRST_DAY)]), 'HK', 'MO']);
  return [...codes]
    .filter((code) => !EMBARGOED.includes(code) && code !== 'US')
    .sort()
    .map((code) => ({
      code,
      listed: listed.has(code) || code === 'MO',
      denied: denied.has(code) || code === 'MO',
      partner: partners.has(code),
    }));
}

/**
 * Columns of random shipments, the same on every machine.
 * @param {ReturnType<typeof partOfTheLaw>} part
 * @param {number} count
 */
export function randomShipments({ chips, places }, count) {
  const streams = ['item', 'from', 'to', 'on', 'buyer', 'headquarters'].map((name) => createStream(SEED, name));
  const days = Array.from({ length: daysBetween(FIRST_DAY, END) }, (_, i) => addDays(FIRST_DAY, i));
  const pick = (/** @type {number} */ stream, /** @type {number} */ row, /** @type {any[]} */ of) =>
    of[Math.floor(uniform(streams[stream], row) * of.length)];
  const codes = places.map(({ code }) => code);
  const ids = chips.map(({ id }) => id);
  const column = (/** @type {(row: number) => any} */ cell) => Array.from({ length: count }, (_, row) => cell(row));
  return {
    item: column((row) => pick(0, row, ids)),
    from: column((row) => pick(1, row, ['US', 'US', 'TW'])),
    to: column((row) => pick(2, row, codes)),
    on: column((row) => pick(3, row, days)),
    headquarters: column((row) => (uniform(streams[4], row) < 0.5 ? undefined : pick(5, row, codes))),
  };
}

/** @param {ReturnType<typeof randomShipments>} columns @param {number} row @returns {Shipment} */
export function shipmentAt({ item, from, to, on, headquarters }, row) {
  return { item: item[row], from: from[row], to: to[row], on: on[row], headquarters: headquarters[row] };
}
