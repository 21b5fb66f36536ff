/** The lists of countries that the law tests against, each with its members on every day. */
import type { Law } from '../law.ts';
import { countriesOn } from '../law.ts';
import { nodesOf, type Tree } from '../tree.ts';
import { byDay } from './by-day.ts';
import { factColumn, namesOf } from './columns.ts';
import { memberSql } from './condition.ts';
import type { Dialect } from './dialect.ts';
import type { Column } from './standing.ts';

type Membership = Extract<Tree, { op: 'member' }>;

export interface Places {
  columns: Column[];
  /** Column of a test as the regime of a rule reads it. */
  nameOf(regime: string, test: Membership): string;
}

export function placesOf(dialect: Dialect, laws: readonly Law[]): Places {
  const tests = new Map<string, { regime: string; test: Membership }>();
  for (const law of laws) {
    for (const { regime, compiled } of law.rules) {
      for (const node of nodesOf(compiled.tree)) {
        if (node.op !== 'member' || law.attribute(node.attribute).type !== 'country') continue;
        tests.set(keyOf(regime, node), { regime, test: node });
      }
    }
  }
  const names = namesOf('in_', [...tests.keys()]);
  return {
    columns: [...tests].map(([key, { regime, test }]) => ({
      column: names.get(key)!,
      comment: `${regime}: ${test.attribute} in ${[...test.groups, ...test.names].join(' ')}`,
      sql: byDay(dialect, laws, (law) => {
        const { rulebook } = law;
        const own = rulebook.regimes.find(({ id }) => id === regime);
        const members = countriesOn(rulebook, own, test.names, test.groups, law.from);
        return memberSql(dialect, factColumn(law.attribute(test.attribute)), [...members].sort());
      }),
    })),
    nameOf: (regime, test) => names.get(keyOf(regime, test))!,
  };
}

/** The same list is the same column, whichever rule asks. */
function keyOf(regime: string, { attribute, groups, names }: Membership): string {
  return [regime, attribute, ...groups, ...names].join(' ');
}
