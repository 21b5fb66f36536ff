/**
 * One side of a comparison, read into a small tree: numbers, days, names, look-ups such as `fact(id)` or
 * `outcome(share.us.training, 2025)`, and + - * / with parentheses. Nothing is ever evaluated as code.
 */
import { parseDay } from '../core/day.ts';
import { ClaimError } from './claim-error.ts';
import { findLookup } from './lookups.ts';

export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'day'; day: string }
  | { kind: 'name'; name: string }
  | { kind: 'lookup'; name: string; arguments: string[] }
  | { kind: 'arithmetic'; operator: Operator; left: Expression; right: Expression };

export type Operator = '+' | '-' | '*' | '/';

/** Longer tests are no test that a person reads. */
const MOST_CHARACTERS = 500;

const TOKEN =
  /\s*(?:(?<day>\d{4}-\d{2}-\d{2})|(?<number>\d+(?:\.\d+)?(?:e\d+)?)|(?<lookup>[a-z][a-z-]*)\((?<inside>[^()]*)\)|(?<name>[A-Za-z][\w.-]*)|(?<sign>[-+*/()]))/y;

type Token = { sign: string } | { operand: Expression };

/** Throws ClaimError with what could not be read. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const sign = () => {
    const token = tokens[at];
    return token && 'sign' in token ? token.sign : undefined;
  };
  const chain = (operators: string, operand: () => Expression): Expression => {
    let left = operand();
    for (let found = sign(); found && operators.includes(found); found = sign()) {
      at++;
      left = { kind: 'arithmetic', operator: found as Operator, left, right: operand() };
    }
    return left;
  };
  const sum = (): Expression => chain('+-', () => chain('*/', operand));
  const operand = (): Expression => {
    const token = tokens[at++];
    if (token && 'operand' in token) return token.operand;
    if (token?.sign !== '(') throw unreadable(text);
    const inner = sum();
    const close = tokens[at++];
    if (!close || !('sign' in close) || close.sign !== ')') throw unreadable(text);
    return inner;
  };
  const whole = sum();
  if (at < tokens.length) throw unreadable(text);
  return whole;
}

function tokensOf(text: string): Token[] {
  if (text.length > MOST_CHARACTERS) throw new ClaimError(`a test may have ${MOST_CHARACTERS} characters at most`);
  const tokens: Token[] = [];
  const trimmed = text.trim();
  for (let from = 0; from < trimmed.length; ) {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(trimmed);
    if (!match?.groups) throw unreadable(text);
    tokens.push(tokenOf(match.groups));
    from = TOKEN.lastIndex;
  }
  return tokens;
}

function tokenOf({ day, number, lookup, inside, name, sign }: Record<string, string | undefined>): Token {
  if (sign !== undefined) return { sign };
  if (day !== undefined) return { operand: { kind: 'day', day: parseDay(day, 'test') } };
  if (number !== undefined) return { operand: { kind: 'number', value: Number(number) } };
  if (name !== undefined) return { operand: { kind: 'name', name } };
  const given = (inside ?? '').split(',').map((part) => part.trim());
  findLookup(lookup ?? '', given);
  return { operand: { kind: 'lookup', name: lookup ?? '', arguments: given } };
}

function unreadable(text: string): ClaimError {
  return new ClaimError(
    `cannot read "${text.trim()}"; write numbers, days, names and look-ups such as fact(ID), joined by + - * / with spaces around them`,
  );
}
