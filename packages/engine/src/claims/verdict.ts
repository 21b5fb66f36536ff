/** From shares of futures to verdicts, by stated limits: first of each reading, then of the claim. */
import type { Text } from '../core/text.ts';
import type { Claim, Reading, VerdictLimits } from '../world/claim.ts';
import { parseClaimTest } from './claim-test.ts';
import { type Ground, judgeTest, type Shares } from './judge.ts';
import type { Setting } from './setting.ts';
import { joinOrigins, NO_ORIGIN, type Origin } from './value.ts';

export type Verdict = 'supported' | 'partly' | 'contested' | 'contradicted' | 'not-checkable';

/** Why there is no verdict: no figure could decide it, or nobody knew enough by the day. */
export type Uncheckable = 'judgement' | 'unknown';

export interface ReadingVerdict {
  id: string;
  says: Text;
  limits: Text;
  verdict: Verdict;
  /** Share of the decided futures in which the reading holds; null when it is not checkable. */
  probability: number | null;
  shares: Shares | null;
  grounds: Ground[];
  uncheckable?: Uncheckable;
  /** What would settle a judgement. */
  needs?: Text;
}

export interface ClaimVerdict {
  id: string;
  says: Text;
  verdict: Verdict;
  /** Mean over the readings that can be checked: each of them may be what was meant. */
  probability: number | null;
  readings: ReadingVerdict[];
  /** Facts of the evidence and of the tests that were published by the day. */
  evidence: { for: string[]; against: string[] };
  sensitivity: Text;
  origin: Origin;
}

export function judgeClaim(setting: Setting, claim: Claim, limits: VerdictLimits): ClaimVerdict {
  const known = new Set(setting.world.facts.map(({ id }) => id));
  const evidence = {
    for: claim.evidence.for.filter((id) => known.has(id)),
    against: claim.evidence.against.filter((id) => known.has(id)),
  };
  const bothSides = evidence.for.length > 0 && evidence.against.length > 0;
  const judged = claim.readings.map((reading) => judgeReading(setting, reading, limits, bothSides));
  const readings = judged.map(({ reading }) => reading);
  const verdict = verdictOfReadings(readings);
  return {
    id: claim.id,
    says: claim.says,
    verdict,
    probability: verdict === 'not-checkable' ? null : meanChance(readings),
    readings,
    evidence,
    sensitivity: claim.sensitivity,
    origin: joinOrigins([evidenceOrigin(setting, claim, evidence), ...judged.map(({ origin }) => origin)]),
  };
}

function meanChance(readings: readonly ReadingVerdict[]): number {
  const chances = readings.flatMap(({ probability }) => probability ?? []);
  return chances.reduce((sum, one) => sum + one, 0) / chances.length;
}

function evidenceOrigin({ world }: Setting, claim: Claim, evidence: ClaimVerdict['evidence']): Origin {
  const ids = [...evidence.for, ...evidence.against];
  const facts = world.facts.filter(({ id }) => ids.includes(id));
  return { ...NO_ORIGIN, facts: ids, sources: [...facts.map(({ source }) => source), ...claim.statedIn] };
}

function judgeReading(setting: Setting, reading: Reading, limits: VerdictLimits, bothSides: boolean) {
  const { id, says, limits: leavesOut } = reading;
  const base = { id, says, limits: leavesOut };
  if (!reading.test) {
    const judgement = { verdict: 'not-checkable', probability: null, shares: null, grounds: [] } as const;
    const needs = reading.needs === undefined ? {} : { needs: reading.needs };
    return {
      reading: { ...base, ...judgement, grounds: [], uncheckable: 'judgement' as const, ...needs },
      origin: NO_ORIGIN,
    };
  }
  const { shares, grounds, origin } = judgeTest(setting, parseClaimTest(reading.test));
  const verdict = verdictOfShares(shares, limits, bothSides);
  const decided = shares.yes + shares.no;
  const judged: ReadingVerdict = {
    ...base,
    verdict,
    probability: verdict === 'not-checkable' ? null : shares.yes / decided,
    shares,
    grounds,
    ...(verdict === 'not-checkable' ? { uncheckable: 'unknown' as const } : {}),
  };
  return { reading: judged, origin };
}

/** Open in half of the futures or more, a reading cannot be judged; contested needs evidence on both sides. */
export function verdictOfShares({ yes, no, open }: Shares, limits: VerdictLimits, bothSides: boolean): Verdict {
  if (yes >= limits.supportedFrom) return 'supported';
  if (no >= 1 - limits.contradictedTo) return 'contradicted';
  if (open >= 0.5) return 'not-checkable';
  return bothSides ? 'contested' : 'partly';
}

/**
 * A claim is what all its readings are. Readings that nobody could check yet say nothing. A judgement leaves a claim
 * that is otherwise supported supported in part, and makes it uncheckable where it is the claim's first reading.
 */
export function verdictOfReadings(readings: readonly ReadingVerdict[]): Verdict {
  const checked = readings.filter(({ verdict }) => verdict !== 'not-checkable').map(({ verdict }) => verdict);
  const judgement = readings.some(({ uncheckable }) => uncheckable === 'judgement');
  if (checked.length === 0 || readings[0].uncheckable === 'judgement') return 'not-checkable';
  if (new Set(checked).size > 1) return 'partly';
  return checked[0] === 'supported' && judgement ? 'partly' : checked[0];
}
