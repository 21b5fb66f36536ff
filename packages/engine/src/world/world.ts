/**
 * What was known on a day. A World is built from what passes the filter and holds nothing else, so no function that
 * takes a World can read a rule or a fact published later: it is not there.
 */
import type { Day } from '../core/day.ts';
import { unknownId } from '../core/errors.ts';
import type { Chip, Dataset, Fact, Goods, Parameter, Product, Shipment, Source, Vintage } from './dataset.ts';
import type { Rulebook } from './rule.ts';
import { rulebookAsOf } from './rulebook-as-of.ts';
import type { Efficiency, Llm, Workload } from './workload.ts';

/** A parameter in the last state of knowledge that the day allows. */
export interface KnownParameter extends Omit<Parameter, 'vintages'>, Vintage {}

export interface World {
  readonly asOf: Day;
  readonly sources: readonly Source[];
  readonly chips: readonly Chip[];
  readonly goods: readonly Goods[];
  readonly facts: readonly Fact[];
  readonly parameters: readonly KnownParameter[];
  readonly products: readonly Product[];
  /** For each chip and period the last estimate known. */
  readonly shipments: readonly Shipment[];
  readonly rules: Rulebook;
  readonly llms: readonly Llm[];
  readonly workloads: readonly Workload[];
  readonly efficiencies: readonly Efficiency[];
}

export function createWorld(dataset: Dataset, asOf: Day): World {
  const known = <T extends { published: Day }>(rows: readonly T[]) => rows.filter((row) => row.published <= asOf);
  const chips = known(dataset.chips);
  const chipIds = new Set(chips.map((chip) => chip.id));
  return {
    asOf,
    sources: known(dataset.sources),
    chips,
    goods: known(dataset.goods),
    facts: known(dataset.facts),
    parameters: dataset.parameters.flatMap((parameter) => knownParameter(parameter, asOf)),
    products: dataset.products.filter((product) => chipIds.has(product.chip)),
    shipments: lastShipments(dataset.shipments.filter((row) => row.known <= asOf && chipIds.has(row.chip))),
    rules: rulebookAsOf(dataset.rules, asOf),
    llms: known(dataset.llms),
    workloads: known(dataset.workloads).filter(({ retired }) => retired === undefined || retired > asOf),
    efficiencies: known(dataset.efficiencies),
  };
}

function knownParameter(parameter: Parameter, asOf: Day): KnownParameter[] {
  const { vintages, ...rest } = parameter;
  const last = vintages.findLast((vintage) => vintage.known <= asOf);
  return last ? [{ ...rest, ...last }] : [];
}

function lastShipments(rows: Shipment[]): Shipment[] {
  const last = new Map<string, Shipment>();
  for (const row of rows.toSorted((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0))) {
    last.set(`${row.chip} ${row.period}`, row);
  }
  return [...last.values()];
}

/** The chip of an id, an alias or a name in either language; throws `unknown-id` with the nearest id. */
export function findChip(world: Pick<World, 'chips'>, asked: string): Chip {
  const key = asked.trim().toLowerCase();
  const found =
    world.chips.find((chip) => chip.id === key) ??
    world.chips.find((chip) =>
      [...chip.aliases, chip.name.en, chip.name.zh].some((name) => name.toLowerCase() === key),
    );
  if (!found)
    throw unknownId(
      'chip',
      asked,
      world.chips.flatMap((chip) => [chip.id, ...chip.aliases]),
    );
  return found;
}

/** The material, technology or tool of an id, an alias or a name in either language; undefined when there is none. */
export function findGoods(world: Pick<World, 'goods'>, asked: string): Goods | undefined {
  const key = asked.trim().toLowerCase();
  return (
    world.goods.find(({ id }) => id === key) ??
    world.goods.find(({ aliases, name }) => [...aliases, name.en, name.zh].some((one) => one.toLowerCase() === key))
  );
}
