/** Every day on which the answer to one question changed. */
import type { Day } from '../core/day.ts';
import type { Rulebook } from '../world/rule.ts';
import { type Determination, determine, rulesInPoint } from './determine.ts';
import { factsOf } from './facts.ts';
import type { Item } from './item.ts';
import { type Law, lawOn, type Rule } from './law.ts';
import { instrumentsOf, type Licence, licenceOf } from './licence.ts';
import type { Facts } from './predicate.ts';
import { prepare } from './prepare.ts';
import type { Transaction } from './transaction.ts';

export interface Stretch {
  from: Day;
  /** First day of the next stretch; null for the one that goes on. */
  until: Day | null;
  licence: Licence;
  classification: string;
  controlledBy: string[];
  charges: string[];
  /** Instrument that brought the change; null when no law that the data cover speaks of it yet. */
  because: string | null;
}

/** First day from which on the data hold the law whole. */
export const FIRST_DAY: Day = '2022-01-01';

/** The answers from the item's launch (at the earliest 2022-01-01) on; neighbours that say the same are one. */
export function timeline(rulebook: Rulebook, item: Item, transaction: Omit<Transaction, 'on'>): Stretch[] {
  const start = item.since !== null && item.since > FIRST_DAY ? item.since : FIRST_DAY;
  const days = [start, ...prepare(rulebook).days.filter((day) => day > start)];
  const stretches: Stretch[] = [];
  let before: string[][] = [];
  for (const day of days) {
    const law = lawOn(rulebook, day);
    const facts = factsOf(law, item, { ...transaction, on: day }, new Map());
    const determination = determine(law, facts);
    const next = stretchOf(day, determination);
    const layers = layersOf(determination);
    const last = stretches.at(-1);
    if (last === undefined || !sameAnswer(last, next)) {
      stretches.push({
        ...next,
        because: reason(rulebook, law, day, before, layers, classifying(law, determination, facts)),
      });
    }
    before = layers;
  }
  return stretches.map((stretch, i) => ({ ...stretch, until: stretches[i + 1]?.from ?? null }));
}

function stretchOf(from: Day, determination: Determination): Stretch {
  return {
    from,
    until: null,
    licence: licenceOf(determination),
    classification: determination.classification ?? 'unknown',
    controlledBy: instrumentsOf(determination.requirements.active),
    charges: instrumentsOf(determination.charges),
    because: null,
  };
}

function sameAnswer(a: Stretch, b: Stretch): boolean {
  const key = ({ licence, classification, controlledBy, charges }: Stretch) =>
    JSON.stringify([{ ...licence, termsBy: null }, classification, controlledBy, charges]);
  return key(a) === key(b);
}

/** The instruments that make the answer, in layers: those that ask for the licence, those that set its terms, the rest. */
function layersOf({ requirements, terms, exceptions, charges, classified }: Determination): string[][] {
  return [
    instrumentsOf([...requirements.active, ...requirements.undecided]),
    instrumentsOf(terms.active),
    instrumentsOf(charges),
    instrumentsOf(exceptions.active),
    instrumentsOf(classified.active),
  ];
}

/**
 * What changed the answer on a day: an instrument that acts now in a layer where it did not, the outermost layer first
 * and those that start on the day before others; else what ended one that acted; else what starts on the day, or the
 * law under which the item is classified.
 */
function reason(
  rulebook: Rulebook,
  law: Law,
  day: Day,
  before: readonly string[][],
  now: readonly string[][],
  classifying: readonly Rule[],
): string | null {
  const entered = now.flatMap((layer, i) => layer.filter((id) => !before[i]?.includes(id)));
  const starting = entered.find((id) => startsOn(law, id, day));
  if (starting ?? entered[0]) return starting ?? (before.length > 0 ? startedBy(law, day) : undefined) ?? entered[0];
  const left = before.flatMap((layer, i) => layer.filter((id) => !now[i].includes(id)))[0];
  if (left) return endedBy(rulebook, left, day) ?? startedBy(law, day) ?? left;
  return startedBy(law, day) ?? instrumentsOf(classifying)[0] ?? null;
}

function classifying(law: Law, { classified }: Determination, facts: Facts): readonly Rule[] {
  return classified.active.length > 0 ? classified.active : rulesInPoint(law, 'classification', facts);
}

function startsOn(law: Law, instrument: string, day: Day): boolean {
  return law.rules.some(
    (rule) => rule.instrument?.id === instrument && (rule.version?.effective ?? rule.instrument.effective) === day,
  );
}

function startedBy(law: Law, day: Day): string | undefined {
  return law.rules.find((rule) => rule.instrument && (rule.version?.effective ?? rule.instrument.effective) === day)
    ?.instrument?.id;
}

function endedBy(rulebook: Rulebook, id: string, day: Day): string | undefined {
  const instrument = rulebook.instruments.find((candidate) => candidate.id === id);
  return instrument?.ends?.on === day ? instrument.ends.by : undefined;
}
