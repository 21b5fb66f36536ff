/** The full answer to one question, with its reasons. The shape is that of the public contract. */
import type { Text } from '../core/text.ts';
import type { Cap, ConditionToShow, Fee, Instrument, ReviewPolicy, Rulebook } from '../world/rule.ts';
import { type Determination, determine, discouragements, notices, rulesInPoint } from './determine.ts';
import {
  asBoolean,
  explainRule,
  type NearThreshold,
  nearThresholds,
  TRACE_VERSION,
  type TraceEntry,
} from './explain.ts';
import { factsOf } from './facts.ts';
import type { Item } from './item.ts';
import { type Metrics, metricsOf } from './item-metrics.ts';
import { type Law, lawOn, type Rule } from './law.ts';
import { type MissingFact, missingFacts } from './missing.ts';
import type { Facts } from './predicate.ts';
import type { Transaction } from './transaction.ts';

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

export interface Licence {
  /** Null where it cannot be told; `missing` says what would settle it. */
  required: boolean | null;
  exceptions: { code: string; paragraph: string; conditions: ConditionToShow[] }[];
  /** Null where it cannot be told. */
  reviewPolicy: ReviewPolicy | null;
  conditions: ConditionToShow[];
  cap: Cap | null;
  fee: Fee | null;
  /** Instruments that set the policy and the terms. */
  termsBy: string[];
}

export interface Options {
  /** Answers to open questions of law, supposed by the caller. */
  suppose?: ReadonlyMap<string, boolean>;
}

/**
 * Whether an item is controlled, under which paragraph, and on which terms it may go. Throws InputError `bad-end-user`
 * for facts that no law asks about, RuleError `conflict` when two rules contradict each other.
 */
export function classify(rulebook: Rulebook, item: Item, transaction: Transaction, options: Options = {}): Answer {
  const law = lawOn(rulebook, transaction.on);
  const facts = factsOf(law, item, transaction, options.suppose ?? new Map());
  const determination = determine(law, facts);
  const discouraging = discouragements(law, facts);
  const told = [...rulesToTell(law, determination, facts), ...discouraging];
  return {
    item: item.id,
    from: transaction.from,
    to: transaction.to,
    on: transaction.on,
    metrics: metricsOf(item, rulebook.parameters),
    precision: item.precision,
    derivations: item.derivations,
    classification: determination.classification ?? 'unknown',
    possible: determination.possible,
    controlledBy: instrumentsOf(determination.requirements.active),
    licence: licenceOf(determination),
    charges: determination.charges.flatMap((rule) => chargeOf(rule)),
    discouragedBy: instrumentsOf(discouraging),
    missing: missingFacts(law, item, determination.undecided, facts),
    nearThreshold: nearThresholds(
      law,
      [...rulesInPoint(law, 'classification', facts), ...determination.terms.active],
      facts,
    ),
    assumptions: [...assumptionsOf(transaction), ...declaredAssumptions(rulebook, item, transaction)],
    notes: [
      ...noticesOf(notices(law, facts)),
      ...notesOf([
        ...determination.requirements.active,
        ...determination.requirements.undecided,
        ...determination.terms.active,
        ...discouraging,
      ]),
    ],
    traceVersion: TRACE_VERSION,
    trace: told.flatMap((rule) => explainRule(law, rule, facts)),
  };
}

export function licenceOf(determination: Determination): Licence {
  const { terms, exceptions } = determination;
  return {
    required: asBoolean(determination.required),
    exceptions: exceptions.active.map((rule) => ({
      code: rule.version?.gives.exception ?? rule.id,
      paragraph: rule.version?.paragraph ?? '',
      conditions: rule.version?.gives.conditions ?? [],
    })),
    reviewPolicy: determination.reviewPolicy,
    conditions: terms.active.flatMap((rule) => rule.version?.gives.conditions ?? []),
    cap: determination.cap,
    fee: determination.fee,
    termsBy: instrumentsOf(terms.active),
  };
}

/** Of the laws that reach the transaction every classification and requirement; of the rest what applies or may apply. */
function rulesToTell(law: Law, { exceptions, terms, charges }: Determination, facts: Facts): Rule[] {
  const inPoint = [...rulesInPoint(law, 'classification', facts), ...rulesInPoint(law, 'requirement', facts)];
  // Where no law reaches the transaction, that none of them applies is the whole argument.
  const first = inPoint.length > 0 ? inPoint : [...law.ofKind('classification'), ...law.ofKind('requirement')];
  return [...first, ...exceptions.active, ...exceptions.undecided, ...terms.active, ...terms.undecided, ...charges];
}

export function instrumentsOf(rules: readonly Rule[]): string[] {
  return [...new Set(rules.flatMap((rule) => rule.instrument?.id ?? []))];
}

function chargeOf(rule: Rule): Answer['charges'] {
  const fee = rule.version?.gives.fee;
  return fee ? [{ ...fee, by: rule.instrument?.id ?? rule.id }] : [];
}

function assumptionsOf({ from, to, endUser = {} }: Transaction): Text[] {
  const assumed: Text[] = [];
  if (endUser.headquarters === undefined) {
    assumed.push({
      en: `The end user and its ultimate parent have their headquarters in ${to}.`,
      zh: `最终用户及其最终母公司的总部设在${to}。`,
    });
  }
  if (endUser.entityList === undefined) {
    assumed.push({ en: 'The end user is not on the Entity List.', zh: '最终用户不在实体清单上。' });
  }
  // The only law that asks this is the one of exports from China.
  if (from === 'CN' && endUser.exportControlList === undefined) {
    assumed.push({
      en: 'The end user is not on the Chinese export control list.',
      zh: '最终用户不在中国出口管制管控名单上。',
    });
  }
  if (endUser.ownedByListed === undefined) {
    assumed.push({
      en: 'Parties on the Entity List own less than half of the end user.',
      zh: '实体清单所列实体对最终用户的持股不足50%。',
    });
  }
  if (endUser.military === undefined) {
    assumed.push({ en: 'No military end use or end user.', zh: '不涉及军事最终用途或军事最终用户。' });
  }
  return assumed;
}

/** What the attributes themselves say is taken for granted, where the question is one that it matters to. */
function declaredAssumptions({ attributes }: Rulebook, item: Item, { from, to, endUser = {} }: Transaction): Text[] {
  const kind = item.values.get('kind') as string;
  return attributes.flatMap(({ id, assumed }) => {
    if (assumed === undefined || endUser[id] !== undefined) return [];
    const { says, ...about } = assumed;
    const matters =
      (about.from?.includes(from) ?? true) && (about.to?.includes(to) ?? true) && (about.kinds?.includes(kind) ?? true);
    return matters ? [says] : [];
  });
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
