/** An expression that depends on the law of the day, written once for each stretch in which it stays the same. */
import type { Rulebook } from '../../world/rule.ts';
import { BEGINNING } from '../dates.ts';
import { type Law, lawOn } from '../law.ts';
import { prepare } from '../prepare.ts';
import { DAY } from './columns.ts';
import type { Dialect } from './dialect.ts';

/** The law of every stretch of days, oldest first. */
export function lawsOf(rulebook: Rulebook): Law[] {
  return [BEGINNING, ...prepare(rulebook).days].map((day) => lawOn(rulebook, day));
}

/** `write` gives the expression under one law; neighbours that read the same are one branch. */
export function byDay(dialect: Dialect, laws: readonly Law[], write: (law: Law) => string): string {
  const stretches: { from: string; sql: string }[] = [];
  for (const law of laws) {
    const sql = write(law);
    if (stretches.at(-1)?.sql !== sql) stretches.push({ from: law.from, sql });
  }
  const last = stretches.pop()!;
  if (stretches.length === 0) return last.sql;
  const ends = [...stretches.slice(1), last].map(({ from }) => from);
  const branches = stretches.map(({ sql }, i) => `WHEN ${dialect.name(DAY)} < ${dialect.day(ends[i])} THEN ${sql}`);
  return `CASE ${branches.join('\n      ')}\n      ELSE ${last.sql} END`;
}
