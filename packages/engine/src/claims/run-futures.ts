/** One evaluation for all claims: the futures of the decision whose two worlds they compare. */
import { InputError } from '../core/errors.ts';
import { capabilityOfProducts, planEvaluation } from '../scenario/index.ts';
import { concatenate } from '../scenario/results.ts';
import type { RunBlocks } from '../scenario/run-draws.ts';
import type { Plan } from '../supply/index.ts';
import type { VerdictLimits } from '../world/claim.ts';
import type { Decision } from '../world/dataset.ts';
import type { World } from '../world/world.ts';
import type { Setting } from './setting.ts';

const BLOCK_DRAWS = 250;
/** What a day that knows too little to run the model says; before March 2022 not even the chip to compare with was known. */
const TOO_LITTLE = ['no-estimate', 'no-capability', 'unknown-id'];

export interface FuturesInput {
  world: World;
  decision: Decision;
  until: number;
  draws: number;
  seed: number;
}

/** Everything that claims may look at on the day of a world. */
export async function prepareSetting(input: FuturesInput, run: RunBlocks): Promise<Setting> {
  const { world, draws, seed } = input;
  const plan = planOf(input);
  if (!plan) return { world, draws, seed };
  const blocks = Array.from({ length: Math.ceil(draws / BLOCK_DRAWS) }, (_, i) => {
    const from = i * BLOCK_DRAWS;
    return { plan, seed, from, until: Math.min(from + BLOCK_DRAWS, draws), column: -1 };
  });
  const results = concatenate(await run(blocks));
  return { world, draws, seed, futures: { plan, results, decisionKnown: isKnown(input) } };
}

export function decisionOf(decisions: readonly Decision[], limits: VerdictLimits): Decision {
  const decision = decisions.find(({ id }) => id === limits.decision);
  if (!decision) throw new Error(`the check of the data finds a decision "${limits.decision}" that does not exist`);
  return decision;
}

function isKnown({ world, decision }: FuturesInput): boolean {
  return decision.published <= world.asOf;
}

/** A decision that the day does not know changes nothing: both worlds are the recorded law. */
function planOf(input: FuturesInput): Plan | undefined {
  const { world, decision, until } = input;
  const known = isKnown(input) ? decision : { ...decision, with: [], without: [], assume: [] };
  try {
    return planEvaluation({
      world,
      decision: known,
      capability: capabilityOfProducts(world),
      until,
      overrides: new Map(),
    });
  } catch (error) {
    if (error instanceof InputError && TOO_LITTLE.includes(error.code)) return undefined;
    throw error;
  }
}
