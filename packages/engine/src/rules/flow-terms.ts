/** What may flow on a day, in the few words that a model of supply needs. */
import type { Day } from '../core/day.ts';
import type { Chip } from '../world/dataset.ts';
import type { Rulebook } from '../world/rule.ts';
import { type Determination, determine, rulesInPoint } from './determine.ts';
import { factsOf } from './facts.ts';
import { type Item, itemOf } from './item.ts';
import { type Law, lawOn } from './law.ts';
import type { Facts } from './predicate.ts';
import { prepare } from './prepare.ts';
import type { EndUser } from './transaction.ts';

export interface FlowTerms {
  /** `unknown` where the law cannot be told from what is published. */
  flow: 'free' | 'case-by-case' | 'presumption-of-approval' | 'denied' | 'unknown';
  /** Share of the price that the state takes: the licence fee and the charges on the way, together. */
  feeRate: number;
  /** The part of `feeRate` that is asked for the licence itself. */
  licenceFeeRate: number;
  /** At most this share of the volume sold in the United States. */
  cap: { share: number; of: 'us-volume' } | null;
  /** Whether a licence is known to have been issued under these terms. */
  licencesIssued: boolean;
  /** The instrument that decides; null when no law has anything to say. */
  because: string | null;
}

const items = new WeakMap<Chip, Item>();
const NOTHING_SUPPOSED: ReadonlyMap<string, boolean> = new Map();

/** The terms on which a chip may go from one country to an ordinary civil buyer at home in another. */
export function flowTerms(
  rulebook: Rulebook,
  chip: Chip,
  route: { from: string; to: string; endUser?: EndUser },
  on: Day,
): FlowTerms {
  const item = items.get(chip) ?? itemOf(chip);
  items.set(chip, item);
  const law = lawOn(rulebook, on);
  const facts = factsOf(law, item, { ...route, on }, NOTHING_SUPPOSED);
  const determination = determine(law, facts);
  const licenceFeeRate = determination.fee?.share ?? 0;
  const charges = determination.charges.reduce((sum, rule) => sum + (rule.version?.gives.fee?.share ?? 0), 0);
  const { cap } = determination;
  return {
    flow: flowOf(determination),
    feeRate: licenceFeeRate + charges,
    licenceFeeRate,
    cap: cap && { share: cap.share, of: cap.of },
    licencesIssued: determination.terms.active.some((rule) => rule.version?.gives.licencesIssued === true),
    because: deciding(law, determination, facts),
  };
}

/** Days on which any answer may change, sorted. */
export function changeDays(rulebook: Rulebook): readonly Day[] {
  return prepare(rulebook).days;
}

function flowOf({ required, reviewPolicy, exceptions }: Determination): FlowTerms['flow'] {
  if (required === 0) return 'free';
  if (required === -1) return 'unknown';
  const trade = exceptions.active.map((rule) => rule.version?.gives.trade);
  if (trade.includes('free')) return 'free';
  if (reviewPolicy === 'presumption-of-approval' || reviewPolicy === 'case-by-case') return reviewPolicy;
  if (trade.includes('case-by-case')) return 'case-by-case';
  return reviewPolicy === null ? 'unknown' : 'denied';
}

function deciding(law: Law, { required, requirements, terms, classified }: Determination, facts: Facts): string | null {
  const rules =
    required === 0
      ? [...classified.active, ...rulesInPoint(law, 'classification', facts)]
      : [
          ...terms.active.filter((rule) => rule.version?.gives.reviewPolicy),
          ...requirements.active,
          ...requirements.undecided,
        ];
  return rules[0]?.instrument?.id ?? null;
}
