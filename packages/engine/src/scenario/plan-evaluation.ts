/** From a decision to a plan: the policies it compares, what each lets flow, and the estimates that replace the world's. */
import { quarterOf } from '../core/day.ts';
import { InputError, unknownId } from '../core/errors.ts';
import { type Estimate, parseEstimate, summary } from '../core/estimate.ts';
import { RuleError } from '../rules/index.ts';
import { buildPlan, type CapabilityEstimate, type Permissions, type Plan, planQuarters } from '../supply/index.ts';
import type { Chip, Decision, PatchStep } from '../world/dataset.ts';
import type { World } from '../world/world.ts';
import { findPermissions, samePermissions } from './permissions.ts';
import { applyPatch, type Policy } from './policy.ts';

export interface PlanEvaluationInput {
  world: World;
  decision: Decision;
  /** Replaces the decision's own world without it: the world with another decision, or the recorded law. */
  baseline?: { id: string; patch: PatchStep[] };
  capability: ReadonlyMap<string, CapabilityEstimate>;
  /** Last year of the outcomes. */
  until: number;
  /** Estimates as text, by parameter id. */
  overrides: ReadonlyMap<string, string>;
}

const FIRST_YEAR = 2022;
const LAST_YEAR = 2032;

/** The plan of an evaluation: three policies (recorded law, without, with) over the products that the day knows. */
export function planEvaluation(input: PlanEvaluationInput): Plan {
  checkYear(input);
  const { world, decision } = input;
  const quarters = planQuarters(input.until);
  const { products } = world;
  const chips = new Map(world.chips.map((chip) => [chip.id, chip]));
  const sold = products.map((product) =>
    product.supply === 'allied' && product.buyers === 'open' ? chips.get(product.chip) : undefined,
  );
  const policies = [
    applyPatch(world.rules, []),
    applyPatch(world.rules, input.baseline?.patch ?? decision.without),
    applyPatch(world.rules, decision.with),
  ];
  const permissions = policies.map((policy) => permissionsOf(policy, sold, quarters));
  const enforcement = policies.map((policy) => enforcementByQuarter(policy, quarters));
  // One object where two policies agree: the futures then run it once.
  for (let i = 1; i < policies.length; i++) {
    if (samePermissions(permissions[i], permissions[0])) permissions[i] = permissions[0];
    if (enforcement[i].every((value, t) => value === enforcement[0][t])) enforcement[i] = enforcement[0];
  }
  return buildPlan({
    world,
    products,
    capability: input.capability,
    permissions,
    smugglingScale: enforcement,
    overrides: parseOverrides(input),
    firstYear: Math.max(FIRST_YEAR, Number(decision.effective.slice(0, 4))),
    lastYear: input.until,
  });
}

/** The recorded law is sound, so two rules that contradict each other come from the patch. */
function permissionsOf(policy: Policy, sold: (Chip | undefined)[], quarters: number): Permissions {
  try {
    return findPermissions(policy.rules, sold, quarters);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new InputError('contradicting-rules', { detail: error.message });
  }
}

function enforcementByQuarter(policy: Policy, quarters: number): Float64Array {
  const scale = new Float64Array(quarters).fill(1);
  for (const { by, from } of policy.enforcement) {
    for (let t = Math.max(0, quarterOf(from)); t < quarters; t++) scale[t] *= by;
  }
  return scale;
}

/** Estimates by parameter id: the decision's own, and over them the caller's. An alias stands for its parameter. */
function parseOverrides({ world, decision, overrides }: PlanEvaluationInput): Map<string, Estimate> {
  const assumed = decision.assume.map(({ parameter, estimate }) => [parameter, estimate] as const);
  return new Map(
    [...assumed, ...overrides].map(([asked, text]) => {
      const { id, unit } = findParameter(world, asked);
      return [id, possibleEstimate(text, unit, `--set ${asked}`)];
    }),
  );
}

/** Beyond this no quantity of the model has a meaning in its unit. */
const MOST = 1e15;

/** Reads an override. Throws `impossible-estimate` where it leaves what the unit allows: nothing is negative here. */
function possibleEstimate(text: string, unit: string, where: string): Estimate {
  const estimate = parseEstimate(text, unit, where);
  const { p5: low, p95: high } = summary(estimate);
  const most = unit === 'fraction' ? 1 : MOST;
  const least = unit === 'USD/chip' || unit === 'years' ? Number.MIN_VALUE : 0;
  if (low >= least && high <= most) return estimate;
  const limits = { least: least > 0 ? '> 0' : '0', most: String(most) };
  throw new InputError('impossible-estimate', {
    value: text,
    where,
    unit,
    low: String(low),
    high: String(high),
    ...limits,
  });
}

/** A parameter of the world, or a quantity that the plan derives for a chip. Throws `unknown-id` with the nearest. */
function findParameter(world: World, asked: string): { id: string; unit: string } {
  const found = world.parameters.find(({ id, aliases }) => id === asked || aliases.includes(asked));
  if (found) return found;
  if (asked.startsWith('capability.')) return { id: asked, unit: 'H100e' };
  if (asked.startsWith('shipments.')) return { id: asked, unit: 'chips' };
  throw unknownId(
    'parameter',
    asked,
    world.parameters.flatMap(({ id, aliases }) => [id, ...aliases]),
  );
}

function checkYear({ decision, until }: PlanEvaluationInput): void {
  const first = Math.max(FIRST_YEAR, Number(decision.effective.slice(0, 4)));
  if (!Number.isInteger(until) || until < first || until > LAST_YEAR) {
    throw new InputError('out-of-range', {
      where: '--until',
      value: String(until),
      low: String(first),
      high: String(LAST_YEAR),
    });
  }
}
