/** Runs the test of a reading over all futures: in how many it holds, and what each of its comparisons came to. */
import type { Text } from '../core/text.ts';
import type { Comparison, ComparisonNode, TestTree } from './claim-test.ts';
import { dayNumber } from './day-number.ts';
import { combine, compareDraws, constantDraws, type Draws, negate } from './draws.ts';
import type { Expression } from './expression.ts';
import { findLookup } from './lookups.ts';
import type { Setting } from './setting.ts';
import { joinOrigins, NO_ORIGIN, type Origin, type Unknown, type Value } from './value.ts';

/** Shares of the futures, adding up to 1. */
export interface Shares {
  yes: number;
  no: number;
  /** Where bounds, or what nobody has published, leave it open. */
  open: number;
}

export type Side =
  | { kind: 'quantity'; p5: number; p50: number; p95: number; unit: string }
  | { kind: 'bounds'; low: number; high: number; unit: string }
  | { kind: 'name'; name: string }
  | { kind: 'unknown'; why: Unknown };

/** One comparison of a test and what it came to. */
export interface Ground {
  says: Text;
  is: Comparison;
  left: Side;
  right: Side;
  shares: Shares;
  /** Where the right-hand side would have to lie for the comparison to hold in nine of ten futures, or in one of ten. */
  turns?: { nine: number; one: number };
}

export interface Judgement {
  shares: Shares;
  grounds: Ground[];
  origin: Origin;
}

export function judgeTest(setting: Setting, tree: TestTree): Judgement {
  const grounds: Ground[] = [];
  const origins: Origin[] = [];
  const run = (node: TestTree): Int8Array => {
    if (node.op === 'not') return run(node.of).map(negate);
    if (node.op !== 'compare') return join(node.op, node.of.map(run));
    const left = evaluateSide(setting, node.left);
    const right = evaluateSide(setting, node.right);
    const verdicts = compareValues(setting, left, node.is, right);
    grounds.push(groundOf(node, left, right, verdicts));
    origins.push(left.origin, right.origin);
    return verdicts;
  };
  const verdicts = run(tree);
  return { shares: sharesOf(verdicts), grounds, origin: joinOrigins(origins) };
}

/** All: the lowest, where no is below open; any: the highest, where open is below yes (Kleene). */
function join(op: 'all' | 'any', parts: Int8Array[]): Int8Array {
  const decides = op === 'all' ? 0 : 1;
  return parts[0].map((_, i) => {
    let open = false;
    for (const part of parts) {
      if (part[i] === decides) return decides;
      if (part[i] < 0) open = true;
    }
    return open ? -1 : 1 - decides;
  });
}

function sharesOf(verdicts: Int8Array): Shares {
  const count = [0, 0, 0];
  for (const verdict of verdicts) count[verdict + 1]++;
  return { yes: count[2] / verdicts.length, no: count[1] / verdicts.length, open: count[0] / verdicts.length };
}

function evaluateSide(setting: Setting, expression: Expression): Value {
  switch (expression.kind) {
    case 'number':
      return quantity(constantDraws(setting.draws, expression.value), '');
    case 'day':
      return quantity(constantDraws(setting.draws, dayNumber(expression.day)), 'day');
    case 'name':
      return { kind: 'name', name: expression.name, origin: NO_ORIGIN };
    case 'lookup':
      return findLookup(expression.name, expression.arguments).answer(setting, ...expression.arguments);
    case 'arithmetic': {
      const [left, right] = [evaluateSide(setting, expression.left), evaluateSide(setting, expression.right)];
      const origin = joinOrigins([left.origin, right.origin]);
      if (left.kind === 'unknown') return { ...left, origin };
      if (right.kind === 'unknown') return { ...right, origin };
      // Names cannot be added; the check of the data refuses such a test.
      if (left.kind === 'name' || right.kind === 'name') return { kind: 'unknown', why: 'open', origin };
      const unit = unitOf(expression.operator, left.unit, right.unit);
      return { kind: 'quantity', draws: combine(expression.operator, left.draws, right.draws), unit, origin };
    }
  }
}

function quantity(draws: Draws, unit: string): Value {
  return { kind: 'quantity', draws, unit, origin: NO_ORIGIN };
}

/** Of like quantities the quotient is a ratio; otherwise the first unit that there is. */
function unitOf(operator: string, left: string, right: string): string {
  if (operator === '/' && left === right) return 'ratio';
  if (operator === '-' && left === 'day' && right === 'day') return 'days';
  if (operator === '*' && left === 'ratio') return right;
  return left === '' ? right : left;
}

function compareValues(setting: Setting, left: Value, is: Comparison, right: Value): Int8Array {
  if (left.kind === 'name' && right.kind === 'name') {
    const holds = (left.name === right.name) === (is === '=');
    return new Int8Array(setting.draws).fill(holds ? 1 : 0);
  }
  if (left.kind === 'quantity' && right.kind === 'quantity') return compareDraws(left.draws, is, right.draws);
  return new Int8Array(setting.draws).fill(-1);
}

function groundOf({ says, is, unit }: ComparisonNode, left: Value, right: Value, verdicts: Int8Array): Ground {
  const shown =
    unit ?? [left, right].map((value) => (value.kind === 'quantity' ? value.unit : '')).find((one) => one !== '');
  const ground = {
    says,
    is,
    left: sideOf(left, shown ?? ''),
    right: sideOf(right, shown ?? ''),
    shares: sharesOf(verdicts),
  };
  const turns = turnsOf(is, left, right);
  return turns ? { ...ground, turns } : ground;
}

function sideOf(value: Value, unit: string): Side {
  if (value.kind !== 'quantity')
    return value.kind === 'name' ? { kind: 'name', name: value.name } : { kind: 'unknown', why: value.why };
  const { low, high } = value.draws;
  const lows = low.slice().sort();
  if (low === high) return { kind: 'quantity', p5: at(lows, 0.05), p50: at(lows, 0.5), p95: at(lows, 0.95), unit };
  const highs = high.slice().sort();
  return { kind: 'bounds', low: at(lows, 0.05), high: at(highs, 0.95), unit };
}

/** Only an uncertain left side against a fixed right one has turning points, and only where its values are spread. */
function turnsOf(is: Comparison, left: Value, right: Value): Ground['turns'] {
  if (left.kind !== 'quantity' || right.kind !== 'quantity' || left.draws.low !== left.draws.high) return undefined;
  const fixed = right.draws.low.every((value) => value === right.draws.low[0]);
  if (!fixed || is === '=' || is === '!=') return undefined;
  const sorted = left.draws.low.slice().sort();
  const [low, high] = [at(sorted, 0.1), at(sorted, 0.9)];
  const beyond = (tenth: (value: number) => boolean) => sorted.filter(tenth).length / sorted.length;
  // Where many draws are alike, as at zero, no line parts nine of ten from the rest.
  if (beyond((value) => value < low) < 0.05 || beyond((value) => value > high) < 0.05) return undefined;
  return is.startsWith('>') ? { nine: low, one: high } : { nine: high, one: low };
}

function at(sorted: Float64Array, share: number): number {
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
}
