/** The one value that the standing rules of a kind give, as `agreed` of the engine works it out. */
import type { ProvisionKind } from '../../world/rule.ts';
import type { Law, Rule } from '../law.ts';
import { byDay } from './by-day.ts';
import { joined } from './condition.ts';
import type { Dialect } from './dialect.ts';
import type { Column, Standing } from './standing.ts';

export interface Agreed {
  /** For each value whether a rule gives it, and whether one may. */
  columns: Column[];
  /** TRUE where two rules that apply give different values. */
  conflict: string;
  /** The value; `unknown` where one that may apply gives another, `none` where no rule gives any. */
  value(unknown: string, none: string): string;
}

/** `read` gives the value of a rule, undefined when it gives none; values must be strings to be shown. */
export function agreedOf(
  dialect: Dialect,
  laws: readonly Law[],
  kind: ProvisionKind,
  standing: Standing,
  prefix: string,
  read: (rule: Rule) => unknown,
): Agreed {
  const given = new Map<string, unknown>();
  for (const rule of laws.flatMap((law) => law.ofKind(kind))) {
    if (read(rule) !== undefined) given.set(JSON.stringify(read(rule)), read(rule));
  }
  const values = [...given].map(([key, value], i) => {
    const write = (state: (rule: Rule) => string) =>
      byDay(dialect, laws, (law) =>
        joined(
          'OR',
          law
            .ofKind(kind)
            .filter((rule) => JSON.stringify(read(rule)) === key)
            .map(state),
        ),
      );
    return {
      text: dialect.text(String(value)),
      is: { column: `${prefix}_is_${i + 1}`, sql: write(standing.applies) },
      may: { column: `${prefix}_may_be_${i + 1}`, sql: write(standing.mayApply) },
    };
  });
  const counted = values.map(({ is }) => `CASE WHEN ${dialect.name(is.column)} THEN 1 ELSE 0 END`);
  const rivals = (own?: string) =>
    joined(
      'OR',
      values.filter(({ text }) => text !== own).map(({ may }) => dialect.name(may.column)),
    );
  return {
    columns: values.flatMap(({ is, may }) => [is, may]),
    conflict: counted.length < 2 ? 'FALSE' : `(${counted.join(' + ')}) > 1`,
    value: (unknown, none) => {
      const branches = values.map(
        ({ is, text }) =>
          `WHEN ${dialect.name(is.column)} THEN CASE WHEN ${rivals(text)} THEN ${unknown} ELSE ${text} END`,
      );
      return `CASE ${[...branches, `WHEN ${rivals()} THEN ${unknown}`].join('\n      ')}\n      ELSE ${none} END`;
    },
  };
}
