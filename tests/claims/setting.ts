/** Claims judged with few draws: enough for verdicts that are not on the edge. */
import { type ClaimVerdict, decisionOf, judgeClaim, prepareSetting, type Setting } from '@floodgate/engine/claims';
import { runDraws } from '@floodgate/engine/scenario';
import { createWorld, type Dataset, type Fact } from '@floodgate/engine/world';
import { dataset } from '../dataset.ts';

export const DRAWS = 500;

/** The world of a day with its futures. */
export async function settingOf(asOf: string, from: Dataset = dataset, draws = DRAWS): Promise<Setting> {
  const { decisions, verdicts } = from;
  const input = { world: createWorld(from, asOf), decision: decisionOf(decisions, verdicts), draws, seed: 1 };
  return prepareSetting({ ...input, until: verdicts.until }, async (blocks) => blocks.map(runDraws));
}

/** The world of a day without futures, with some facts replaced: for claims that no outcome decides. */
export function factsOnly(asOf: string, replace: (fact: Fact) => Fact = (fact) => fact): Setting {
  const world = createWorld(dataset, asOf);
  return { world: { ...world, facts: world.facts.map(replace) }, draws: 16, seed: 1 };
}

export function judgeAll(setting: Setting): ClaimVerdict[] {
  return dataset.claims.map((claim) => judgeClaim(setting, claim, dataset.verdicts));
}

export function judgeOne(setting: Setting, id: string): ClaimVerdict {
  return judgeClaim(setting, dataset.claims.find((claim) => claim.id === id)!, dataset.verdicts);
}

export function readingOf(setting: Setting, claim: string, reading: string) {
  return judgeOne(setting, claim).readings.find(({ id }) => id === reading)!;
}
