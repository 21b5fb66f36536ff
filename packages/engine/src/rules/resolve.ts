/**
 * Which rules of a kind apply once the stated precedence has spoken. Precedence is never guessed: two rules of one law
 * that both apply and say different things, with no `overrides` between them, are an error that shows both. Where two
 * laws each ask for a licence both are needed, so the stricter review decides.
 */

import type { ProvisionKind, ReviewPolicy } from '../world/rule.ts';
import { type Law, type Rule, verdict } from './law.ts';
import type { Facts } from './predicate.ts';
import { RuleError } from './rule-error.ts';

export interface Resolution {
  /** Rules that apply and that nothing overrides. */
  active: Rule[];
  /** Rules of which it cannot be told whether they apply, and that nothing overrides. */
  undecided: Rule[];
}

export function resolve(law: Law, kind: ProvisionKind, facts: Facts): Resolution {
  const applying: Rule[] = [];
  const open: Rule[] = [];
  for (const rule of law.ofKind(kind, facts.values[law.slot('kind')])) {
    const result = verdict(law, rule.index, facts);
    if (result === 1) applying.push(rule);
    else if (result === -1) open.push(rule);
  }
  const standing = (rule: Rule) => !applying.some((other) => other !== rule && overrides(other, rule));
  return { active: applying.filter(standing), undecided: open.filter(standing) };
}

export function overrides(rule: Rule, other: Rule): boolean {
  return rule.overrides.has(other.id) || rule.overrides.has('*') || isStricterElsewhere(rule, other);
}

const STRICTNESS: readonly ReviewPolicy[] = [
  'none',
  'presumption-of-approval',
  'case-by-case',
  'presumption-of-denial',
  'policy-of-denial',
];

function isStricterElsewhere(rule: Rule, other: Rule): boolean {
  const [policy, laxer] = [rule.version?.gives.reviewPolicy, other.version?.gives.reviewPolicy];
  if (rule.regime === other.regime || policy === undefined || laxer === undefined) return false;
  return STRICTNESS.indexOf(policy) > STRICTNESS.indexOf(laxer);
}

/**
 * The value that the active rules give, undefined when none gives one. `null` when a rule that is undecided would make
 * it another. Throws RuleError `conflict` when active rules give different ones.
 */
export function agreed<T>(
  { active, undecided }: Resolution,
  read: (rule: Rule) => T | undefined,
): T | undefined | null {
  const giving = active.filter((rule) => read(rule) !== undefined);
  const [first, ...others] = giving;
  const value = first && read(first);
  const rival = others.find((rule) => !same(read(rule), value));
  if (first && rival) throw conflict(first, rival, show(value), show(read(rival)));
  return undecided.some((rule) => read(rule) !== undefined && !same(read(rule), value)) ? null : value;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function conflict(first: Rule, second: Rule, firstSays: string, secondSays: string): RuleError {
  const cite = (rule: Rule) => `${rule.id} (${rule.version?.paragraph}, ${rule.version?.instrument})`;
  return new RuleError('conflict', { first: cite(first), firstSays, second: cite(second), secondSays });
}
