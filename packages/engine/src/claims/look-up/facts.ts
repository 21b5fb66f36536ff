/** Published numbers, and what conflicting ones come to. */
import { createStream, uniform } from '../../core/random.ts';
import type { Fact } from '../../world/dataset.ts';
import { dayNumber } from '../day-number.ts';
import { constantDraws, type Draws } from '../draws.ts';
import { factDraws } from '../fact-draws.ts';
import type { Setting } from '../setting.ts';
import { originOf, unknown, type Value } from '../value.ts';

export function factValue(setting: Setting, id: string): Value {
  const fact = setting.world.facts.find((one) => one.id === id);
  return fact ? quantityOf([fact], factDraws(fact, setting.draws, setting.seed)) : unknown('unpublished');
}

export function factBegins(setting: Setting, id: string): Value {
  const fact = setting.world.facts.find((one) => one.id === id);
  if (!fact?.from) return unknown('unpublished');
  return { ...quantityOf([fact], constantDraws(setting.draws, dayNumber(fact.from))), unit: 'day' };
}

/** The row that the data prefer, with their reason; before it was published no reason to prefer one was known. */
export function questionValue(setting: Setting, id: string): Value {
  const preferred = setting.world.facts.find((fact) => fact.question === id && fact.preferred);
  return preferred ? factValue(setting, preferred.id) : viewsOfQuestion(setting, id);
}

/** Each draw takes one of the rows: in the long run each of them equally often. */
export function viewsOfQuestion(setting: Setting, id: string): Value {
  const { draws, seed, world } = setting;
  const rows = world.facts.filter((fact) => fact.question === id);
  if (rows.length === 0) return unknown('unpublished');
  const values = rows.map((fact) => factDraws(fact, draws, seed));
  const stream = createStream(seed, `views:${id}`);
  const mixed: Draws = { low: new Float64Array(draws), high: new Float64Array(draws) };
  for (let draw = 0; draw < draws; draw++) {
    const chosen = values[Math.min(Math.floor(uniform(stream, draw) * rows.length), rows.length - 1)];
    mixed.low[draw] = chosen.low[draw];
    mixed.high[draw] = chosen.high[draw];
  }
  return quantityOf(rows, mixed);
}

function quantityOf(facts: readonly Fact[], draws: Draws): Extract<Value, { kind: 'quantity' }> {
  const origin = originOf({ facts: facts.map(({ id }) => id), sources: facts.map(({ source }) => source) });
  return { kind: 'quantity', draws, unit: facts[0].unit, origin };
}
