/** The licence of a determination, in the terms of the public contract. */
import type { Cap, ConditionToShow, Fee, ReviewPolicy } from '../world/rule.ts';
import type { Determination } from './determine.ts';
import { asBoolean } from './explain.ts';
import type { Rule } from './law.ts';

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

export function instrumentsOf(rules: readonly Rule[]): string[] {
  return [...new Set(rules.flatMap((rule) => rule.instrument?.id ?? []))];
}
