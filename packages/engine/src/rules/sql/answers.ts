/** The answers of `determine` as expressions over the verdicts of the provisions, in the steps that they build on. */
import type { Law, Rule } from '../law.ts';
import { type Agreed, agreedOf } from './agreed.ts';
import { byDay } from './by-day.ts';
import { DAY, KNOWN_ITEM } from './columns.ts';
import { joined } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { instrumentEntries, listSql } from './lists.ts';
import { type Column, type Standing, standingOf } from './standing.ts';

export interface Answers {
  /** Columns that may be worked out together, each step from the one before. */
  steps: Column[][];
  /** The answers themselves, from the last step. */
  answers: Column[];
}

const NEEDS_LICENCE = 'fg_needs_licence';
const MAY_NEED_LICENCE = 'fg_may_need_licence';
const LICENSED = 'fg_licensed';
const PROBLEM = 'fg_problem';

export function answersOf(dialect: Dialect, laws: readonly Law[], verdict: (provision: string) => string): Answers {
  const name = dialect.name;
  const classified = standingOf(dialect, laws, 'classification', verdict);
  const requirements = standingOf(dialect, laws, 'requirement', verdict);
  const terms = standingOf(dialect, laws, 'terms', verdict, name(LICENSED));
  const exceptions = standingOf(dialect, laws, 'exception', verdict, name(LICENSED));
  const classification = agreedOf(
    dialect,
    laws,
    'classification',
    classified,
    'fg_class',
    (rule) => rule.version?.gives.classification,
  );
  const policy = agreedOf(dialect, laws, 'terms', terms, 'fg_policy', (rule) => rule.version?.gives.reviewPolicy);
  const cap = agreedOf(dialect, laws, 'terms', terms, 'fg_cap', (rule) => rule.version?.gives.cap);
  const fee = agreedOf(dialect, laws, 'terms', terms, 'fg_fee', (rule) => rule.version?.gives.fee);
  const required = [
    { column: NEEDS_LICENCE, sql: anyOf(dialect, laws, requirements.applies) },
    { column: MAY_NEED_LICENCE, sql: anyOf(dialect, laws, requirements.mayApply) },
  ];
  const licensed = { column: LICENSED, sql: `(${name(NEEDS_LICENCE)} OR ${name(MAY_NEED_LICENCE)})` };
  return {
    steps: [
      [...classified.columns, ...requirements.columns],
      [...required, ...classification.columns],
      [licensed],
      [...terms.columns, ...exceptions.columns],
      [...policy.columns, ...cap.columns, ...fee.columns],
      [{ column: PROBLEM, sql: problemSql(dialect, { classification, reviewPolicy: policy, cap, fee }) }],
    ],
    answers: [
      told(dialect, 'classification', classification.value(dialect.text('unknown'), dialect.text('none'))),
      told(
        dialect,
        'licence_required',
        `CASE WHEN ${name(NEEDS_LICENCE)} THEN TRUE WHEN ${name(MAY_NEED_LICENCE)} THEN NULL ELSE FALSE END`,
      ),
      told(
        dialect,
        'review_policy',
        `CASE WHEN ${name(NEEDS_LICENCE)} THEN ${policy.value('NULL', 'NULL')}` +
          ` WHEN ${name(MAY_NEED_LICENCE)} THEN NULL ELSE ${dialect.text('none')} END`,
      ),
      told(
        dialect,
        'controlled_by',
        listSql(dialect, laws, (law) => instrumentEntries(law.ofKind('requirement'), requirements.applies)),
      ),
      told(
        dialect,
        'exceptions',
        listSql(dialect, laws, (law) => openExceptions(dialect, law, exceptions, verdict)),
      ),
      told(
        dialect,
        'rule_ids',
        listSql(dialect, laws, (law) => [
          ...applying(law.ofKind('classification'), classified),
          ...applying(law.ofKind('requirement'), requirements),
          ...applying(law.ofKind('terms'), terms),
        ]),
      ),
      {
        column: 'problem',
        sql:
          `CASE WHEN ${name(PROBLEM)} IS NULL AND NOT ${name(KNOWN_ITEM)} THEN ${dialect.text('unknown item')}` +
          ` ELSE ${name(PROBLEM)} END`,
      },
    ],
  };
}

function anyOf(dialect: Dialect, laws: readonly Law[], state: (rule: Rule) => string): string {
  return byDay(dialect, laws, (law) => joined('OR', law.ofKind('requirement').map(state)));
}

function applying(rules: readonly Rule[], standing: Standing) {
  return rules.map((rule) => ({ when: standing.applies(rule), label: rule.id }));
}

/** An exception is open where no requirement applies, or may apply, that it does not set aside. */
function openExceptions(dialect: Dialect, law: Law, standing: Standing, verdict: (provision: string) => string) {
  return law.ofKind('exception').map((rule) => {
    const obstacles = law.ofKind('requirement').filter(({ id }) => !rule.version?.gives.overcomes?.includes(id));
    const clear = obstacles.map(({ id }) => `NOT COALESCE(${dialect.name(verdict(id))}, TRUE)`);
    return { when: joined('AND', [standing.applies(rule), ...clear]), label: rule.version?.gives.exception ?? rule.id };
  });
}

/** What keeps a row from being answered, as the engine would refuse it. */
function problemSql(dialect: Dialect, agreements: Record<string, Agreed>): string {
  const conflicts = Object.entries(agreements).map(
    ([what, { conflict }]) => `WHEN ${conflict} THEN ${dialect.text(`conflict: ${what}`)}`,
  );
  const noDay = `WHEN ${dialect.name(DAY)} IS NULL THEN ${dialect.text('no day')}`;
  return `CASE ${[noDay, ...conflicts].join('\n      ')} END`;
}

function told(dialect: Dialect, column: string, sql: string): Column {
  return { column, sql: `CASE WHEN ${dialect.name(PROBLEM)} IS NULL THEN ${sql} END` };
}
