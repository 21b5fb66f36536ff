/** Lists in one cell: ids in the order of the law, with commas between them. */
import type { Law, Rule } from '../law.ts';
import { byDay } from './by-day.ts';
import type { Dialect } from './dialect.ts';

export interface Entry {
  /** Condition under which the entry is in the list. */
  when: string;
  label: string;
}

/** `entriesOf` gives what may be in the list under one law. A label that comes twice is listed once, where it first is. */
export function listSql(dialect: Dialect, laws: readonly Law[], entriesOf: (law: Law) => Entry[]): string {
  return byDay(dialect, laws, (law) => {
    const entries = entriesOf(law);
    if (entries.length === 0) return dialect.text('');
    const parts = entries.map(({ when, label }, i) => {
      const earlier = entries.slice(0, i).filter((other) => other.label === label);
      const test = [when, ...earlier.map((other) => `NOT ${other.when}`)].join(' AND ');
      return `CASE WHEN ${test} THEN ${dialect.text(`,${label}`)} ELSE ${dialect.text('')} END`;
    });
    return `SUBSTR(${parts.join('\n        || ')}, 2)`;
  });
}

/** The instruments of the rules that a column says apply. */
export function instrumentEntries(rules: readonly Rule[], applies: (rule: Rule) => string): Entry[] {
  return rules.flatMap((rule) => (rule.instrument ? [{ when: applies(rule), label: rule.instrument.id }] : []));
}
