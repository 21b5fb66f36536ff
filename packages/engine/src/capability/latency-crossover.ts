/** How the comparison of two chips turns with the speed that a service promises each user. */
import type { Chip, InferenceWorkload } from '../world/index.ts';
import { type CapabilityWorld, inferenceOn, isRefusal } from './evaluate.ts';

/** Seconds for each token after the first: from 125 down to 5 tokens a second. */
const TPOT_SECONDS = [0.008, 0.012, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2];

export interface LatencyCrossover {
  workload: string;
  tpotSeconds: number[];
  /** Output for each chip over the other's; null where one of them misses the limit at every batch. */
  relative: (number | null)[];
  /** The first limit at which the order differs from that at the limit before; null when it never turns. */
  turnsAt: number | null;
}

/** For a workload with a latency limit; undefined for others, and where no limit is met by both. */
export function latencyCrossover(
  world: CapabilityWorld,
  chip: Chip,
  against: Chip,
  workload: InferenceWorkload,
): LatencyCrossover | undefined {
  const { regime } = workload;
  if (regime.kind !== 'latency-limit') return undefined;
  const relative = TPOT_SECONDS.map((tpotSeconds) => {
    const limited = { ...workload, regime: { ...regime, tpotSeconds } };
    const mine = outputOf(world, chip, limited);
    const theirs = outputOf(world, against, limited);
    return mine === undefined || theirs === undefined ? null : mine / theirs;
  });
  if (relative.every((ratio) => ratio === null)) return undefined;
  return { workload: workload.id, tpotSeconds: TPOT_SECONDS, relative, turnsAt: turn(relative) };
}

function outputOf(world: CapabilityWorld, chip: Chip, workload: InferenceWorkload): number | undefined {
  const answer = inferenceOn(world, chip, workload);
  if (isRefusal(answer) || !answer.serving.meetsLimit) return undefined;
  return answer.serving.outputTokensPerSecondPerChip;
}

function turn(relative: (number | null)[]): number | null {
  let ahead: boolean | undefined;
  for (const [i, ratio] of relative.entries()) {
    if (ratio === null) continue;
    if (ahead !== undefined && ratio > 1 !== ahead) return TPOT_SECONDS[i];
    ahead = ratio > 1;
  }
  return null;
}
