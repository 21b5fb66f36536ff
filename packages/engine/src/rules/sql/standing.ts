/** Which rules of a kind stand: those that apply, or may apply, and that no applying rule overrides. */
import type { ProvisionKind } from '../../world/rule.ts';
import type { Law, Rule } from '../law.ts';
import { overrides } from '../resolve.ts';
import { byDay } from './by-day.ts';
import { namesOf } from './columns.ts';
import { joined } from './condition.ts';
import type { Dialect } from './dialect.ts';

export interface Column {
  column: string;
  sql: string;
  /** What the column is, in one line. */
  comment?: string;
}

/** The columns of the rules of one kind: `applies_…` and `may_apply_…`, TRUE or FALSE. */
export interface Standing {
  columns: Column[];
  /** Whether a rule applies and stands. */
  applies(rule: Rule): string;
  /** Whether it cannot be told if a rule applies, and it would stand. */
  mayApply(rule: Rule): string;
}

/** `verdict` names the column with the verdict of a provision; `only` is a condition on top, such as that a licence is needed. */
export function standingOf(
  dialect: Dialect,
  laws: readonly Law[],
  kind: ProvisionKind,
  verdict: (provision: string) => string,
  only?: string,
): Standing {
  const ids = [...new Set(laws.flatMap((law) => law.ofKind(kind).map(({ id }) => id)))];
  const applies = namesOf('applies_', ids);
  const mayApply = namesOf('may_apply_', ids);
  const write = (id: string, test: (column: string) => string) =>
    byDay(dialect, laws, (law) => {
      const rule = law.byId.get(id);
      if (rule === undefined) return 'FALSE';
      const stronger = law.ofKind(kind).filter((other) => other !== rule && overrides(other, rule));
      const yielding = stronger.map(({ id: other }) => `NOT ${certain(dialect, verdict(other))}`);
      return joined('AND', [...(only === undefined ? [] : [only]), test(verdict(id)), ...yielding]);
    });
  return {
    columns: ids.flatMap((id) => [
      { column: applies.get(id)!, sql: write(id, (column) => certain(dialect, column)) },
      { column: mayApply.get(id)!, sql: write(id, (column) => `${dialect.name(column)} IS NULL`) },
    ]),
    applies: ({ id }) => dialect.name(applies.get(id)!),
    mayApply: ({ id }) => dialect.name(mayApply.get(id)!),
  };
}

/** TRUE where a verdict is yes, FALSE where it is no or cannot be told. */
export function certain(dialect: Dialect, column: string): string {
  return `COALESCE(${dialect.name(column)}, FALSE)`;
}
