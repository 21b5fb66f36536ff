/** An answer without its reasons, for those who ask millions of times. Equal questions share one object. */
import type { Rulebook } from '../world/rule.ts';
import {
  type AskedFact,
  type Branch,
  type DecisionTable,
  decisionTable,
  keep,
  type Outcome,
} from './decision-table.ts';
import { determine } from './determine.ts';
import { checkEndUser, factsOf } from './facts.ts';
import { type FlowTerms, flowOf } from './flow.ts';
import type { Item, Value } from './item.ts';
import { lawOn } from './law.ts';
import { instrumentsOf, type Licence, licenceOf } from './licence.ts';
import { RuleError } from './rule-error.ts';
import type { Transaction } from './transaction.ts';

export interface Ruling {
  /** Paragraph of the list, `none`, or `unknown`. */
  readonly classification: string;
  /** Instruments that require the licence. */
  readonly controlledBy: readonly string[];
  readonly licence: Readonly<Licence>;
  /** Instruments that take money elsewhere than in the licence. */
  readonly chargedBy: readonly string[];
  readonly flow: Readonly<FlowTerms>;
}

const NOTHING_SUPPOSED: ReadonlyMap<string, boolean> = new Map();

/**
 * What `classify` answers, without trace, missing facts, notes and assumptions. The result is shared: do not change it.
 * Throws InputError `bad-end-user`, RuleError `conflict` as `classify` does.
 */
export function ruleOn(rulebook: Rulebook, item: Item, transaction: Transaction): Ruling {
  const table = decisionTable(lawOn(rulebook, transaction.on));
  const outcome = table.outcomes[outcomeNumber(table, item, transaction)];
  if (outcome instanceof RuleError) throw outcome;
  return outcome;
}

/** Number of the answer in the table; worked out when nobody asked a question of its classes before. */
export function outcomeNumber(table: DecisionTable, item: Item, transaction: Transaction): number {
  if (transaction.endUser !== undefined) checkEndUser(table.law.rulebook, transaction.endUser);
  const path = pathOf(table, item, transaction);
  let found: Branch | number | undefined = table.root;
  for (let i = 0; i < path.length && found !== undefined; i++) found = (found as Branch)[path[i]];
  if (typeof found === 'number') return found;
  const number = table.outcomes.push(determineAnew(table, item, transaction)) - 1;
  keep(table, path, number);
  return number;
}

function pathOf({ buyer, places, classOfItem }: DecisionTable, item: Item, transaction: Transaction): number[] {
  const path: number[] = [];
  for (const fact of buyer) path.push(fact.classOf(factOf(transaction, fact)));
  path.push(classOfItem(item));
  for (const fact of places) path.push(fact.classOf(factOf(transaction, fact)));
  return path;
}

function factOf({ from, to, endUser }: Transaction, { id, assumed }: AskedFact): Value | undefined {
  if (id === 'from') return from;
  if (id === 'to') return to;
  return endUser?.[id] ?? assumed(to);
}

function determineAnew({ law }: DecisionTable, item: Item, transaction: Transaction): Outcome {
  const facts = factsOf(law, item, transaction, NOTHING_SUPPOSED);
  try {
    const determination = determine(law, facts);
    return Object.freeze({
      classification: determination.classification ?? 'unknown',
      controlledBy: instrumentsOf(determination.requirements.active),
      licence: licenceOf(determination),
      chargedBy: instrumentsOf(determination.charges),
      flow: Object.freeze(flowOf(law, determination, facts)),
    });
  } catch (error) {
    if (error instanceof RuleError && error.code === 'conflict') return error;
    throw error;
  }
}
