/** Puts a scenario's question to a rulebook and gives the answer in the scenario's terms. */
import {
  type Answer,
  classify,
  type EndUser,
  type Item,
  type ItemSpec,
  itemOf,
  itemOfComputer,
  itemOfGoods,
  type Transaction,
} from '@floodgate/engine/rules';
import { findChip, findGoods, type Rulebook, rulebookAsOf } from '@floodgate/engine/world';
import { determine, discouragements, notices } from '../../packages/engine/src/rules/determine.ts';
import { factsOf } from '../../packages/engine/src/rules/facts.ts';
import { lawOn } from '../../packages/engine/src/rules/law.ts';
import { instrumentsOf, licenceOf } from '../../packages/engine/src/rules/licence.ts';
import { missingFacts } from '../../packages/engine/src/rules/missing.ts';
import { dataset } from './law-of-the-land.ts';
import type { Scenario } from './scenarios.ts';

/** What a scenario may ask of an answer. */
type Told = Pick<Answer, 'classification' | 'controlledBy' | 'licence' | 'charges' | 'discouragedBy' | 'precision'> & {
  /** Provisions of texts that do not bind. */
  notices: string[];
  metrics: object;
  missing: { fact: string }[];
};

/** Exceptions that ordinary trade may use: a scenario lists all of these that are open. */
const TRADE = ['NAC', 'ACA', 'HBM'];

const items = new WeakMap<Scenario, Item>();

export function question(scenario: Scenario): { item: Item; transaction: Transaction } {
  const { item: id, spec, from, to, on, endUser } = scenario.given;
  const goods = id === undefined ? undefined : findGoods(dataset, id);
  const make = () => {
    if (goods) return itemOfGoods(goods);
    const inside = (spec as ItemSpec | undefined)?.contains;
    if (inside) return itemOfComputer(spec as ItemSpec, itemOf(findChip(dataset, inside)));
    return itemOf(spec ? (spec as ItemSpec) : findChip(dataset, id ?? ''));
  };
  const item = items.get(scenario) ?? make();
  items.set(scenario, item);
  return { item, transaction: { from, to, on, endUser: endUser as EndUser } };
}

const asOfDays = new WeakMap<Rulebook, Map<string, Rulebook>>();

/** The law as the scenario's reader may know it; made once for each law and day. */
export function knownTo(rulebook: Rulebook, { given: { asOf } }: Scenario): Rulebook {
  if (asOf === undefined) return rulebook;
  const days = asOfDays.get(rulebook) ?? new Map<string, Rulebook>();
  asOfDays.set(rulebook, days);
  const known = days.get(asOf) ?? rulebookAsOf(rulebook, asOf);
  days.set(asOf, known);
  return known;
}

export function ask(rulebook: Rulebook, scenario: Scenario): Answer & Pick<Told, 'notices'> {
  const { item, transaction } = question(scenario);
  const answer = classify(knownTo(rulebook, scenario), item, transaction);
  return { ...answer, notices: askBriefly(rulebook, scenario).notices };
}

/** The same answer without its reasons, for those who ask thousands of times. */
export function askBriefly(rulebook: Rulebook, scenario: Scenario): Told {
  const { item, transaction } = question(scenario);
  const law = lawOn(knownTo(rulebook, scenario), transaction.on);
  const facts = factsOf(law, item, transaction, new Map());
  const determination = determine(law, facts);
  return {
    classification: determination.classification ?? 'unknown',
    controlledBy: instrumentsOf(determination.requirements.active),
    licence: licenceOf(determination),
    charges: determination.charges.flatMap(({ id, version }) =>
      version?.gives.fee ? [{ ...version.gives.fee, by: id }] : [],
    ),
    missing: scenario.expect.missing ? missingFacts(law, item, determination.undecided, facts) : [],
    discouragedBy: instrumentsOf(discouragements(law, facts)),
    notices: notices(law, facts).map(({ id, instrument }) => `${id.split('.').at(-1)} of ${instrument?.id}`),
    metrics: {},
    precision: item.precision,
  };
}

/** The parts of an answer that a scenario names, in the scenario's terms. */
export function told({ expect: wanted }: Scenario, got: Told): Scenario['expect'] {
  const { licence } = got;
  const codes = licence.exceptions.map(({ code }) => code);
  const all: Required<Scenario['expect']> = {
    classification: got.classification,
    controlledBy: got.controlledBy,
    licence: {
      required: licence.required,
      reviewPolicy: licence.reviewPolicy,
      exceptions: codes.filter((code) => TRADE.includes(code) || wanted.licence?.exceptions?.includes(code)).sort(),
      cap: licence.cap?.share ?? null,
      fee: licence.fee?.share ?? null,
    },
    missing: got.missing.map(({ fact }) => fact),
    conditions: licence.conditions
      .map(({ id }) => id)
      .filter((id) => wanted.conditions?.includes(id))
      .sort(),
    absent: (wanted.absent ?? []).filter((id) => !licence.conditions.some((one) => one.id === id)),
    closed: (wanted.closed ?? []).filter((code) => !codes.includes(code)),
    notices: [...got.notices].sort(),
    discouragedBy: [...got.discouragedBy].sort(),
    charges: got.charges.map(({ share }) => share),
    metrics: pick(got.metrics, wanted.metrics) as Record<string, number>,
    precision: got.precision,
  };
  return { ...pick(all, wanted), ...(wanted.licence && { licence: pick(all.licence, wanted.licence) }) };
}

/** The part of an object that has the keys of another. */
function pick<T extends object>(from: T, like: object = {}): Partial<T> {
  return Object.fromEntries(Object.keys(like).map((key) => [key, from[key as keyof T]])) as Partial<T>;
}
