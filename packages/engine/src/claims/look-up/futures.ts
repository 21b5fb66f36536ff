/** Outcomes of the shared evaluation, and the uncertain inputs in the same futures. */
import { parseEstimate, quantile } from '../../core/estimate.ts';
import { createStream, uniform } from '../../core/random.ts';
import { differencesOf, valuesOf } from '../../scenario/results.ts';
import { createSampler, sampleColumn } from '../../scenario/sampler.ts';
import { outcomeIds, type Plan } from '../../supply/index.ts';
import { exactDraws } from '../draws.ts';
import type { Futures, Setting } from '../setting.ts';
import { originOf, unknown, type Value } from '../value.ts';

export function outcomeWith(setting: Setting, id: string, year: string): Value {
  return outcome(setting, id, year, ({ plan, results }, k, y) => valuesOf(plan, results, 'with', k, y));
}

export function outcomeWithout(setting: Setting, id: string, year: string): Value {
  return ofDecision(setting, id, year, ({ plan, results }, k, y) => valuesOf(plan, results, 'without', k, y));
}

export function outcomeDifference(setting: Setting, id: string, year: string): Value {
  return ofDecision(setting, id, year, ({ plan, results }, k, y) => differencesOf(plan, results, k, y));
}

type ReadValues = (futures: Futures, k: number, y: number) => Float64Array;

/** Nobody could compare the two worlds of a decision that was not known. */
function ofDecision(setting: Setting, id: string, year: string, read: ReadValues): Value {
  if (setting.futures && !setting.futures.decisionKnown) return unknown('to-come', { outcomes: [id] });
  return outcome(setting, id, year, read);
}

function outcome({ futures }: Setting, id: string, year: string, read: ReadValues): Value {
  const origin = originOf({ outcomes: [id] });
  if (!futures) return unknown('no-model', origin);
  const { plan } = futures;
  const k = outcomeIds(plan).findIndex((one) => one.id === id);
  const y = Number(year) - plan.firstYear;
  // A chip that the day did not know has no outcomes.
  if (k < 0 || y < 0 || Number(year) > plan.lastYear) return unknown('no-model', origin);
  return { kind: 'quantity', draws: exactDraws(read(futures, k, y)), unit: outcomeIds(plan)[k].unit, origin };
}

/** In the futures' own draws where the model samples it, so that it moves with the outcomes. */
export function parameterValue(setting: Setting, id: string): Value {
  const { world, futures, draws, seed } = setting;
  const parameter = world.parameters.find((one) => one.id === id);
  if (!parameter) return unknown('unpublished');
  const { unit, estimate, facts } = parameter;
  const values =
    (futures && sampledColumn(futures.plan, id, draws, seed)) ?? independent(id, estimate, unit, draws, seed);
  const sources = world.facts.filter((fact) => facts.includes(fact.id)).map((fact) => fact.source);
  return { kind: 'quantity', draws: exactDraws(values), unit, origin: originOf({ facts, sources }) };
}

function sampledColumn(plan: Plan, id: string, draws: number, seed: number): Float64Array | undefined {
  const column = plan.columns.findIndex((one) => one.id === id);
  if (column < 0) return undefined;
  const sampler = createSampler(plan.columns, seed);
  return Float64Array.from({ length: draws }, (_, draw) => sampleColumn(sampler, column, draw));
}

function independent(id: string, text: string, unit: string, draws: number, seed: number): Float64Array {
  const estimate = parseEstimate(text, unit, id);
  const stream = createStream(seed, id);
  return Float64Array.from({ length: draws }, (_, draw) => quantile(estimate, uniform(stream, draw)));
}
