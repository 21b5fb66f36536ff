/** Every day on which the answer to one question changed. */
import type { Day } from '../core/day.ts';
import type { Rulebook } from '../world/rule.ts';
import { type DecisionTable, decisionTable } from './decision-table.ts';
import { type Determination, determine, rulesInPoint } from './determine.ts';
import { factsOf } from './facts.ts';
import type { Item } from './item.ts';
import { type Law, lawOn, type Rule } from './law.ts';
import { instrumentsOf, type Licence, licenceOf } from './licence.ts';
import type { Facts } from './predicate.ts';
import { prepare } from './prepare.ts';
import { outcomeNumber } from './ruling.ts';
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
  let before: readonly string[][] = [];
  let last: string | undefined;
  for (const day of days) {
    const law = lawOn(rulebook, day);
    const { answer, key, layers, classifiedBy } = sharedAnswer(law, item, { ...transaction, on: day });
    if (key !== last) {
      const moved = movedBy(rulebook, [transaction.to, transaction.endUser?.headquarters], day);
      const because = moved ?? reason(rulebook, law, day, before, layers, classifiedBy);
      stretches.push({ ...answer, from: day, until: null, because });
    }
    last = key;
    before = layers;
  }
  return stretches.map((stretch, i) => ({ ...stretch, until: stretches[i + 1]?.from ?? null }));
}

/** What questions of the same classes have in common on a day. */
interface Shared {
  answer: Pick<Stretch, 'licence' | 'classification' | 'controlledBy' | 'charges'>;
  /** The same for answers that say the same. */
  key: string;
  layers: string[][];
  /** Instrument under which the item is classified. */
  classifiedBy: string | undefined;
}

const shared = new WeakMap<DecisionTable, Shared[]>();

function sharedAnswer(law: Law, item: Item, transaction: Transaction): Shared {
  const table = decisionTable(law);
  const number = outcomeNumber(table, item, transaction);
  const known = shared.get(table) ?? [];
  shared.set(table, known);
  known[number] ??= answerAnew(law, factsOf(law, item, transaction, new Map()));
  return known[number];
}

function answerAnew(law: Law, facts: Facts): Shared {
  const determination = determine(law, facts);
  const answer = {
    licence: licenceOf(determination),
    classification: determination.classification ?? 'unknown',
    controlledBy: instrumentsOf(determination.requirements.active),
    charges: instrumentsOf(determination.charges),
  };
  const { licence, classification, controlledBy, charges } = answer;
  return {
    answer,
    key: JSON.stringify([{ ...licence, termsBy: null }, classification, controlledBy, charges]),
    layers: layersOf(determination),
    classifiedBy: instrumentsOf(classifying(law, determination, facts))[0],
  };
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
  classifiedBy: string | undefined,
): string | null {
  const entered = now.flatMap((layer, i) => layer.filter((id) => !before[i]?.includes(id)));
  const starting = entered.find((id) => startsOn(law, id, day));
  if (starting ?? entered[0]) return starting ?? (before.length > 0 ? startedBy(law, day) : undefined) ?? entered[0];
  const left = before.flatMap((layer, i) => layer.filter((id) => !now[i].includes(id)))[0];
  if (left) return endedBy(rulebook, left, day) ?? startedBy(law, day) ?? left;
  return startedBy(law, day) ?? classifiedBy ?? null;
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

/** The instrument that moved one of the countries into or out of a group on a day. */
function movedBy({ groups }: Rulebook, countries: readonly unknown[], day: Day): string | undefined {
  return groups
    .flatMap(({ changes }) => changes)
    .find(
      ({ effective, add, remove }) => effective === day && [...add, ...remove].some((one) => countries.includes(one)),
    )?.instrument;
}
