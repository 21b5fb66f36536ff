/** The answers for a whole table of shipments, held column by column: a few array reads for each row. */
import type { Day } from '../core/day.ts';
import type { Rulebook } from '../world/rule.ts';
import {
  type AskedFact,
  type Branch,
  branchAt,
  type DecisionTable,
  decisionTable,
  type Outcome,
} from './decision-table.ts';
import { checkEndUser } from './facts.ts';
import type { Item } from './item.ts';
import { lawOn } from './law.ts';
import { outcomeNumber } from './ruling.ts';
import type { Transaction } from './transaction.ts';

/** A column as its distinct values, and for each row the number of its value. */
export interface Column<T> {
  values: readonly T[];
  codes: Uint32Array;
}

/** Columns of equal length. An undefined cell is a fact that nobody gave: of a buyer, what is assumed holds. */
export interface Shipments {
  item: Column<Item>;
  from: Column<string | undefined>;
  to: Column<string | undefined>;
  on: Column<Day>;
  /** By attribute of the end user. */
  endUser: Readonly<Record<string, Column<string | boolean | undefined>>>;
}

/** The distinct answers, and for each row the number of its answer. A contradiction of the law is a RuleError. */
export interface Rulings {
  outcomes: readonly Outcome[];
  codes: Uint32Array;
}

/** A column from its cells; equal cells get equal numbers. */
export function encode<T>(cells: readonly T[]): Column<T> {
  const numbers = new Map<T, number>();
  const values: T[] = [];
  const codes = new Uint32Array(cells.length);
  const seen = new Uint32Array(PLACES);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    const place = typeof cell === 'string' ? placeOf(cell) : 0;
    let code: number | undefined = seen[place];
    // A table of cells is long and its distinct cells are few: the last one in the same place is nearly always this one.
    if (values[code] !== cell || code === values.length) {
      code = numbers.get(cell);
      if (code === undefined) {
        code = values.push(cell) - 1;
        numbers.set(cell, code);
      }
      seen[place] = code;
    }
    codes[row] = code;
  }
  return { values, codes };
}

/** A power of two. */
const PLACES = 4096;

/** A place by a few letters, those that tell ids, countries and days apart. */
function placeOf(text: string): number {
  const { length } = text;
  if (length < 2) return length;
  const end = text.charCodeAt(length - 1) + 37 * text.charCodeAt(length - 2);
  if (length < 5) return end & (PLACES - 1);
  return (end + 411 * text.charCodeAt(length - 4) + 1613 * text.charCodeAt(length - 5)) & (PLACES - 1);
}

/** What `ruleOn` answers for every row. Throws InputError `bad-end-user` for facts that no law asks for. */
export function ruleOnAll(rulebook: Rulebook, shipments: Shipments): Rulings {
  const { item, to, on } = shipments;
  checkBuyers(rulebook, shipments);
  const outcomes: Outcome[] = [];
  const walks = walksOf(rulebook, shipments);
  const codes = new Uint32Array(item.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const { table, start, steps, codeOf } = walks[on.codes[row]];
    let found: Branch | number | undefined = start;
    for (let i = 0; i < steps.length && found !== undefined; i++) {
      const step = steps[i];
      const given = step.classes[step.codes[row]];
      found = (found as Branch)[given === GAP ? step.assumed[to.codes[row]] : given];
    }
    const number =
      (found as number | undefined) ?? outcomeNumber(table, item.values[item.codes[row]], rowOf(shipments, row));
    let code = codeOf[number];
    if (code === undefined) {
      code = outcomes.push(table.outcomes[number]) - 1;
      codeOf[number] = code;
    }
    codes[row] = code;
  }
  return { outcomes, codes };
}

function checkBuyers(rulebook: Rulebook, { endUser }: Shipments): void {
  for (const [id, { values }] of Object.entries(endUser)) {
    for (const value of values) if (value !== undefined) checkEndUser(rulebook, { [id]: value });
  }
}

/** A table of the law beside the columns: the class of every value that they hold. */
interface Walk {
  table: DecisionTable;
  /** Where the path goes on after the facts that all rows have in common. */
  start: Branch;
  steps: Step[];
  /** Number in the result by number in the table. */
  codeOf: (number | undefined)[];
}

/** A fact of the path: the column that gives it, the classes of its values, and by destination what else is assumed. */
interface Step {
  codes: Uint32Array;
  classes: Uint32Array;
  assumed: Uint32Array;
}

/** Class of a cell that says nothing. */
const GAP = 2 ** 32 - 1;

/** By code of the day. */
function walksOf(rulebook: Rulebook, shipments: Shipments): Walk[] {
  const walks = new Map<DecisionTable, Walk>();
  return shipments.on.values.map((day) => {
    const table = decisionTable(lawOn(rulebook, day));
    const walk = walks.get(table) ?? walkThrough(table, shipments);
    walks.set(table, walk);
    return walk;
  });
}

function walkThrough(table: DecisionTable, { item, from, to, endUser }: Shipments): Walk {
  const stepOf = ({ id, classOf, assumed: assumedFor }: AskedFact): Step => {
    const assumed = Uint32Array.from(to.values, (country) => classOf(assumedFor(country as string)));
    if (id === 'from' || id === 'to') {
      const column = id === 'from' ? from : to;
      return { codes: column.codes, classes: Uint32Array.from(column.values, classOf), assumed };
    }
    const column = endUser[id];
    if (column === undefined) return { codes: to.codes, classes: assumed, assumed };
    const classes = Uint32Array.from(column.values, (value) => (value === undefined ? GAP : classOf(value)));
    return { codes: column.codes, classes, assumed };
  };
  const items = Uint32Array.from(item.values, table.classOfItem);
  const itself = { codes: item.codes, classes: items, assumed: items };
  const steps = [...table.buyer.map(stepOf), itself, ...table.places.map(stepOf)];
  let start = table.root;
  while (steps.length > 1 && isConstant(steps[0])) start = branchAt(start, steps.shift()?.classes[0] ?? 0);
  return { table, start, steps, codeOf: [] };
}

/** Whether all rows are of one class. */
function isConstant({ classes }: Step): boolean {
  return classes.length > 0 && classes[0] !== GAP && classes.every((one) => one === classes[0]);
}

function rowOf({ from, to, on, endUser }: Shipments, row: number): Transaction {
  const cell = <T>({ values, codes }: Column<T>) => values[codes[row]];
  const facts = Object.entries(endUser).map(([id, column]) => [id, cell(column)] as const);
  return {
    // An empty country is a fact that is not known: its slot stays empty.
    from: cell(from) as string,
    to: cell(to) as string,
    on: cell(on),
    endUser: Object.fromEntries(facts.filter((fact): fact is [string, string | boolean] => fact[1] !== undefined)),
  };
}
