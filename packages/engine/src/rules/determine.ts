/** What the law of a day says of one item and one transaction, without the reasons. */
import type { Cap, Fee, ProvisionKind, ReviewPolicy } from '../world/rule.ts';
import { type Law, type Rule, reachId, verdict } from './law.ts';
import type { Facts, Verdict } from './predicate.ts';
import { agreed, type Resolution, resolve } from './resolve.ts';

export interface Determination {
  /** Paragraph of the list, `none`, or null when it cannot be told. */
  classification: string | null;
  /** The paragraphs that it may be, when it cannot be told. */
  possible: string[];
  classified: Resolution;
  required: Verdict;
  requirements: Resolution;
  exceptions: Resolution;
  terms: Resolution;
  /** Null when it cannot be told. */
  reviewPolicy: ReviewPolicy | null;
  cap: Cap | null;
  fee: Fee | null;
  /** Money taken elsewhere than in the licence. */
  charges: Rule[];
  /** Rules whose verdict is open and would change the answer. */
  undecided: Rule[];
}

const NOTHING: Resolution = { active: [], undecided: [] };

export function determine(law: Law, facts: Facts): Determination {
  const classified = resolve(law, 'classification', facts);
  const requirements = resolve(law, 'requirement', facts);
  const required: Verdict = requirements.active.length > 0 ? 1 : requirements.undecided.length > 0 ? -1 : 0;
  const licensed = required !== 0;
  const exceptions = licensed ? openExceptions(law, facts) : NOTHING;
  const terms = licensed ? resolve(law, 'terms', facts) : NOTHING;
  const charges = licensed ? resolve(law, 'charge', facts) : NOTHING;
  const classification = agreed(classified, (rule) => rule.version?.gives.classification);
  const reviewPolicy = policyOf(required, terms);
  return {
    classification: classification === undefined ? 'none' : classification,
    possible: classification === null ? possible(classified) : [],
    classified,
    required,
    requirements,
    exceptions,
    terms,
    reviewPolicy,
    cap: agreed(terms, (rule) => rule.version?.gives.cap) ?? null,
    fee: agreed(terms, (rule) => rule.version?.gives.fee) ?? null,
    charges: charges.active,
    undecided: [
      ...(classification === null ? classified.undecided : []),
      ...(required === -1 ? requirements.undecided : []),
      ...(required === 1 && reviewPolicy === null ? terms.undecided : []),
      ...(required === 1 ? [...exceptions.undecided, ...charges.undecided] : []),
    ],
  };
}

/** An exception helps only where it sets aside every requirement there is; where one may apply that it does not, it may. */
function openExceptions(law: Law, facts: Facts): Resolution {
  const found = resolve(law, 'exception', facts);
  if (found.active.length === 0 && found.undecided.length === 0) return found;
  const active: Rule[] = [];
  const undecided: Rule[] = [];
  for (const exception of [...found.active, ...found.undecided]) {
    const obstacle = strongestObstacle(law, exception, facts);
    if (obstacle === 1) continue;
    if (obstacle === 0 && found.active.includes(exception)) active.push(exception);
    else undecided.push(exception);
  }
  return { active, undecided };
}

/** 1 when a requirement applies that the exception does not set aside, -1 when one may, 0 when none does. */
function strongestObstacle(law: Law, exception: Rule, facts: Facts): Verdict {
  let strongest: Verdict = 0;
  for (const rule of law.ofKind('requirement', facts.values[law.slot('kind')])) {
    if (exception.version?.gives.overcomes?.includes(rule.id)) continue;
    const result = verdict(law, rule.index, facts);
    if (result === 1) return 1;
    if (result === -1) strongest = -1;
  }
  return strongest;
}

function policyOf(required: Verdict, terms: Resolution): ReviewPolicy | null {
  if (required === 0) return 'none';
  const policy = agreed(terms, (rule) => rule.version?.gives.reviewPolicy);
  return required === -1 ? null : (policy ?? null);
}

function possible({ active, undecided }: Resolution): string[] {
  const paragraphs = [...active, ...undecided].flatMap((rule) => rule.version?.gives.classification ?? []);
  return active.length > 0 ? paragraphs : [...paragraphs, 'none'];
}

/** The rules of a kind that have something to say: those of the laws that reach the transaction and speak of such an item, or that apply. */
export function rulesInPoint(law: Law, kind: ProvisionKind, facts: Facts): Rule[] {
  return law
    .ofKind(kind, facts.values[law.slot('kind')])
    .filter((rule) => reaches(law, rule.regime, facts) || verdict(law, rule.index, facts) !== 0);
}

function reaches(law: Law, regime: string, facts: Facts): boolean {
  return verdictOn(law, reachId(regime), facts) !== 0;
}

/** What officials say against buying: it asks for no licence and changes no terms. */
export function discouragements(law: Law, facts: Facts): Rule[] {
  return resolve(law, 'discouragement', facts).active;
}

/** What a text that does not bind, such as one never enforced, says of the transaction. */
export function notices(law: Law, facts: Facts): Rule[] {
  return resolve(law, 'notice', facts).active;
}

/** Whether a provision applies: 1, 0, -1 for cannot tell; undefined when it is not in force. */
export function verdictOn(law: Law, provision: string, facts: Facts): Verdict | undefined {
  const rule = law.byId.get(provision);
  return rule && verdict(law, rule.index, facts);
}
