/** The full answer to one question, with its reasons. The shape is that of the public contract. */
import type { Text } from '../core/text.ts';
import type { Fee, Instrument, Rulebook } from '../world/rule.ts';
import { assumptionsOf } from './assumptions.ts';
import { type DecisionTable, decisionTable } from './decision-table.ts';
import { type Determination, determine, discouragements, notices, rulesInPoint } from './determine.ts';
import {
  argue,
  type Lines,
  type NearThreshold,
  nearThresholds,
  TRACE_VERSION,
  type TraceEntry,
  traceOf,
} from './explain.ts';
import { factsOf, shownSlots } from './facts.ts';
import type { Item } from './item.ts';
import { type Metrics, metricsOf } from './item-metrics.ts';
import { type Law, lawOn, type Rule } from './law.ts';
import { instrumentsOf, type Licence, licenceOf } from './licence.ts';
import { type MissingFact, missingFacts } from './missing.ts';
import type { Facts } from './predicate.ts';
import { outcomeNumber } from './ruling.ts';
import type { Transaction } from './transaction.ts';

const NOTHING_SUPPOSED: ReadonlyMap<string, boolean> = new Map();

export interface Answer {
  item: string;
  from: string;
  to: string;
  on: string;
  metrics: Metrics;
  /** Format that decides the processing performance. */
  precision: string[];
  /** How the derived metrics came about. */
  derivations: Readonly<Record<string, string>>;
  /** Paragraph of the list, `none`, or `unknown`. */
  classification: string;
  /** What an unknown classification may be. */
  possible: string[];
  /** Instruments that require the licence. */
  controlledBy: string[];
  licence: Licence;
  /** Money taken elsewhere than in the licence, such as a tariff. */
  charges: (Fee & { by: string })[];
  /** Instruments by which officials of the destination tell buyers not to buy; no licence follows from them. */
  discouragedBy: string[];
  missing: MissingFact[];
  nearThreshold: NearThreshold[];
  /** What was taken for granted because nothing was said of it. */
  assumptions: Text[];
  /** What the instruments that decide leave open, or warn of. */
  notes: { instrument: string; confidence: string; text: Text }[];
  traceVersion: typeof TRACE_VERSION;
  trace: TraceEntry[];
}

export interface Options {
  /** Answers to open questions of law, supposed by the caller. */
  suppose?: ReadonlyMap<string, boolean>;
}

/**
 * Whether an item is controlled, under which paragraph, and on which terms it may go. Answers share their parts: do not
 * change them. Throws InputError `bad-end-user` for facts that no law asks about, RuleError `conflict` when two rules
 * contradict each other.
 */
export function classify(rulebook: Rulebook, item: Item, transaction: Transaction, options: Options = {}): Answer {
  const law = lawOn(rulebook, transaction.on);
  const facts = factsOf(law, item, transaction, options.suppose ?? NOTHING_SUPPOSED);
  const { answer, near, undecided, told } = options.suppose
    ? reasonsOf(law, facts)
    : sharedReasons(law, item, transaction, facts);
  const { classification, possible, controlledBy, licence, charges, discouragedBy, notes } = answer;
  return {
    item: item.id,
    from: transaction.from,
    to: transaction.to,
    on: transaction.on,
    metrics: metricsOf(item, rulebook.parameters),
    precision: item.precision,
    derivations: item.derivations,
    classification,
    possible,
    controlledBy,
    licence,
    charges,
    discouragedBy,
    missing: missingFacts(law, item, undecided, facts),
    nearThreshold: nearThresholds(law, near, facts),
    assumptions: assumptionsOf(law, facts, transaction),
    notes,
    traceVersion: TRACE_VERSION,
    trace: traceOf(told, shownSlots(law, item), facts),
  };
}

/** What questions of the same classes have in common. */
interface Reasons {
  answer: Pick<
    Answer,
    'classification' | 'possible' | 'controlledBy' | 'licence' | 'charges' | 'discouragedBy' | 'notes'
  >;
  /** Rules whose thresholds a value may be near to. */
  near: readonly Rule[];
  undecided: readonly Rule[];
  told: readonly Lines[];
}

const shared = new WeakMap<DecisionTable, Reasons[]>();

function sharedReasons(law: Law, item: Item, transaction: Transaction, facts: Facts): Reasons {
  const table = decisionTable(law);
  const number = outcomeNumber(table, item, transaction);
  const known = shared.get(table) ?? [];
  shared.set(table, known);
  known[number] ??= reasonsOf(law, facts);
  return known[number];
}

function reasonsOf(law: Law, facts: Facts): Reasons {
  const determination = determine(law, facts);
  const { requirements, terms, charges } = determination;
  const discouraging = discouragements(law, facts);
  const deciding = [...requirements.active, ...requirements.undecided, ...terms.active, ...discouraging];
  return {
    answer: {
      classification: determination.classification ?? 'unknown',
      possible: determination.possible,
      controlledBy: instrumentsOf(requirements.active),
      licence: licenceOf(determination),
      charges: charges.flatMap(chargeOf),
      discouragedBy: instrumentsOf(discouraging),
      notes: [...noticesOf(notices(law, facts)), ...notesOf(deciding)],
    },
    near: [...rulesInPoint(law, 'classification', facts), ...terms.active],
    undecided: determination.undecided,
    told: [...rulesToTell(law, determination, facts), ...discouraging].map((rule) => argue(law, rule, facts)),
  };
}

/** Of the laws that reach the transaction every classification and requirement; of the rest what applies or may apply. */
function rulesToTell(law: Law, { exceptions, terms, charges }: Determination, facts: Facts): Rule[] {
  const inPoint = [...rulesInPoint(law, 'classification', facts), ...rulesInPoint(law, 'requirement', facts)];
  // Where no law reaches the transaction, that none of them applies is the whole argument.
  const first = inPoint.length > 0 ? inPoint : [...law.ofKind('classification'), ...law.ofKind('requirement')];
  return [...first, ...exceptions.active, ...exceptions.undecided, ...terms.active, ...terms.undecided, ...charges];
}

function chargeOf(rule: Rule): Answer['charges'] {
  const fee = rule.version?.gives.fee;
  return fee ? [{ ...fee, by: rule.instrument?.id ?? rule.id }] : [];
}

function noticesOf(rules: readonly Rule[]): Answer['notes'] {
  return rules.flatMap(({ instrument, version }) =>
    instrument && version ? [{ instrument: instrument.id, confidence: instrument.confidence, text: version.says }] : [],
  );
}

function notesOf(rules: readonly Rule[]): Answer['notes'] {
  const instruments = new Map<string, Instrument>();
  for (const { instrument } of rules) if (instrument) instruments.set(instrument.id, instrument);
  return [...instruments.values()].flatMap(({ id, confidence, note, questions }) =>
    [...(note ? [note] : []), ...questions.map(({ text }) => text)].map((text) => ({
      instrument: id,
      confidence,
      text,
    })),
  );
}
