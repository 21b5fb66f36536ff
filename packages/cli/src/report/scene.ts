/** What the sections of a report have in common: the report, its words in one language, and the changes of outcomes. */
import type { Language } from '@floodgate/engine/core';
import type { OutcomeResult } from '@floodgate/engine/scenario';
import type { Source } from '@floodgate/engine/world';
import type { Link } from './blocks.ts';
import { type Change, createChanges } from './change.ts';
import type { ReportInput } from './input.ts';
import { formatNumber, unitName } from './number.ts';
import { createWords, type Words } from './words.ts';

export interface Scene {
  report: ReportInput;
  words: Words;
  changeOf(result: OutcomeResult): Change;
  /** First and last year of the outcomes; the same one twice where there is only one. */
  firstYear: string;
  lastYear: string;
  /** Headline outcomes that the run has, in the decision's order. */
  headlines: string[];
}

export function createScene(report: ReportInput, language: Language): Scene {
  const { decision, run, dataset } = report;
  const known = new Set(run.evaluation.outcomes.map((outcome) => outcome.id));
  return {
    report,
    words: createWords(dataset.messages, language),
    changeOf: createChanges(run),
    firstYear: String(run.plan.firstYear),
    lastYear: String(run.plan.lastYear),
    headlines: decision.headline.filter((id) => known.has(id)),
  };
}

/** The result of an outcome in a year. */
export function resultOf({ report }: Scene, id: string, period: string): OutcomeResult {
  return report.run.evaluation.outcomes.find((result) => result.id === id && result.period === period)!;
}

/** The title of an outcome with the unit that its numbers are in. */
export function titleWithUnit({ words }: Scene, { title, unit }: Pick<OutcomeResult, 'title' | 'unit'>): string {
  const name = unitName(unit, words);
  return name === '' ? words.text(title) : words.say('titled', { title: words.text(title), unit: name });
}

export function citeSource(words: Words, source: Source): Link {
  const { title, publisher, published, publishedAssumed, url } = source;
  const day = publishedAssumed ? words.say('source-day-assumed', { day: words.day(published) }) : words.day(published);
  return { text: words.say('source', { title, publisher, published: day }), href: url };
}

/** First letters of a hash: enough to tell versions apart. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

/** What every citation of the run names. */
export function runFields({ report, words }: Scene) {
  const { evaluation } = report.run;
  return {
    hash: shortHash(report.dataset.hash),
    asOf: words.day(evaluation.asOf),
    draws: formatNumber(evaluation.draws, words.language, { digits: 7 }),
    seed: evaluation.seed,
  };
}
