/** Claims in the terminal: one row each with its verdict on every day, or one claim in full. */
import type { Day } from '@floodgate/engine/core';
import type { Dataset, Fact } from '@floodgate/engine/world';
import type { ClaimAnswer, ReadingAnswer } from '../claims/answer-claims.ts';
import { amountWords, chanceWords, type Telling, verdictWord } from '../claims/because.ts';
import { formatNumber } from '../report/number.ts';
import { hang, wrap } from '../report/terminal-text.ts';
import { plainTable } from './table.ts';

export interface ClaimsView {
  dataset: Dataset;
  /** Answers of all claims, in the same order, on each day; the last is the one asked for. */
  columns: { day: Day; answers: ClaimAnswer[] }[];
  telling: Telling;
  seed: number;
}

const WIDTH = 100;

/** Verdicts that time has changed are starred. */
export function claimTable(view: ClaimsView): string {
  const { telling, columns, seed } = view;
  const last = columns[columns.length - 1];
  const head = ['', ...columns.map(({ day }) => day), telling.say('claims.table.claim')];
  const rows = last.answers.map((answer, i) => {
    const shown = columns.map(({ answers }) => answers[i]);
    const changed = new Set(shown.map(({ verdict }) => verdict)).size > 1;
    return [
      answer.id + (changed ? '*' : ''),
      ...shown.map((one) => verdictCell(telling, one)),
      telling.words.text(answer.says),
    ];
  });
  const draws = formatNumber(telling.draws, telling.language);
  return [
    plainTable([head, ...rows]),
    telling.say('claims.table.changed'),
    ...wrap(telling.say('claims.table.draws', { draws, seed }), WIDTH),
    '',
  ].join('\n');
}

function verdictCell(telling: Telling, answer: ClaimAnswer): string {
  const judgement = answer.readings[0].uncheckable === 'judgement';
  const unknown = answer.verdict === 'not-checkable' && !judgement;
  const word = verdictWord(telling, {
    verdict: answer.verdict,
    ...(unknown ? { uncheckable: 'unknown' as const } : {}),
  });
  // A chance of the checkable readings alone would look like one of the whole.
  const whole = answer.verdict !== 'partly' || answer.readings.every(({ uncheckable }) => uncheckable !== 'judgement');
  return answer.probability === null || !whole ? word : `${word} ${chanceWords(answer.probability)}`;
}

/** The claim of one row: verdicts by day, readings, evidence, sources. */
export function claimDetail(view: ClaimsView, row: number): string {
  const { columns, telling } = view;
  const answer = columns[columns.length - 1].answers[row];
  const { say, words } = telling;
  const lines = [
    ...hang(`${answer.id}  `, words.text(answer.says), WIDTH),
    '',
    say('claims.detail.verdicts'),
    ...columns.map(({ day, answers }) => `  ${day}  ${verdictCell(telling, answers[row])}`),
    '',
    say('claims.detail.readings', { asOf: words.day(telling.asOf) }),
    ...answer.readings.flatMap((reading) => readingLines(telling, reading)),
    ...wrap(say('claims.detail.sensitivity', { on: words.text(answer.sensitivity) }), WIDTH),
    '',
    ...evidenceLines(view, answer),
    '',
    say('claims.detail.sources'),
    ...answer.sources.flatMap(({ title, url, published }) => [`  ${published}  ${title}`, `              ${url}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function readingLines(telling: Telling, reading: ReadingAnswer): string[] {
  const { words, say } = telling;
  const chance = reading.probability === null ? '' : ` ${chanceWords(reading.probability)}`;
  const indent = '    ';
  return [
    ...hang('  - ', `${words.text(reading.says)} [${verdictWord(telling, reading)}${chance}]`, WIDTH),
    ...hang(indent, words.text(reading.because), WIDTH),
    ...turnLines(telling, reading).flatMap((line) => hang(indent, line, WIDTH)),
    ...hang(indent, say('claims.detail.limits', { limits: words.text(reading.limits) }), WIDTH),
    '',
  ];
}

/** How far the line of a comparison could move before the verdict does. */
function turnLines(telling: Telling, { grounds }: ReadingAnswer): string[] {
  return grounds.flatMap(({ turns, left }) => {
    if (!turns || left.kind !== 'quantity') return [];
    const show = (value: number) => amountWords(telling, value, left.unit);
    return [telling.say('claims.detail.turns', { nine: show(turns.nine), one: show(turns.one) })];
  });
}

function evidenceLines({ dataset, telling }: ClaimsView, { evidence }: ClaimAnswer): string[] {
  return (['for', 'against'] as const).flatMap((side) => {
    const facts = evidence[side].flatMap((id) => dataset.facts.find((fact) => fact.id === id) ?? []);
    const lines = facts.flatMap((fact) => hang('  - ', factLine(telling, fact), WIDTH));
    return [
      telling.say(`claims.detail.${side}`),
      ...(lines.length > 0 ? lines : [`  ${telling.say('claims.detail.none')}`]),
    ];
  });
}

/** Facts are in the words of their tables. */
function factLine(telling: Telling, fact: Fact): string {
  const { low, mid, high } = fact;
  const middle = mid ?? low ?? high ?? 0;
  const spread = { p5: low ?? middle, p50: middle, p95: high ?? middle };
  return `${fact.id} (${fact.published}) ${fact.subject}: ${fact.quantity} – ${amountWords(telling, middle, fact.unit, spread)}`;
}
