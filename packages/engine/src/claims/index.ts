/** What of the argument holds? Statements as tests over facts, chips, law, capability and outcomes. */

export { ClaimError } from './claim-error.ts';
export { type Comparison, parseClaimTest, referencesOf, type TestTree } from './claim-test.ts';
export { dayOfNumber } from './day-number.ts';
export type { Ground, Shares, Side } from './judge.ts';
export { FIGURES } from './look-up/capability.ts';
export { LOOKUPS, type Parameter } from './lookups.ts';
export { decisionOf, prepareSetting } from './run-futures.ts';
export type { Setting } from './setting.ts';
export type { Citation, Origin, Unknown } from './value.ts';
export {
  type ClaimVerdict,
  judgeClaim,
  type ReadingVerdict,
  type Uncheckable,
  type Verdict,
  verdictOfReadings,
  verdictOfShares,
} from './verdict.ts';
