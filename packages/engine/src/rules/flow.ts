/** What may flow under a determination, in the few words that a model of supply needs. */
import { type Determination, rulesInPoint } from './determine.ts';
import type { Law } from './law.ts';
import type { Facts } from './predicate.ts';

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

export function flowOf(law: Law, determination: Determination, facts: Facts): FlowTerms {
  const licenceFeeRate = determination.fee?.share ?? 0;
  const charges = determination.charges.reduce((sum, rule) => sum + (rule.version?.gives.fee?.share ?? 0), 0);
  const { cap } = determination;
  return {
    flow: openness(determination),
    feeRate: licenceFeeRate + charges,
    licenceFeeRate,
    cap: cap && { share: cap.share, of: cap.of },
    licencesIssued: determination.terms.active.some((rule) => rule.version?.gives.licencesIssued === true),
    because: deciding(law, determination, facts),
  };
}

function openness({ required, reviewPolicy, exceptions }: Determination): FlowTerms['flow'] {
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
