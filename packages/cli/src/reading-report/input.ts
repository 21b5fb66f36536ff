/** Everything that a report on a text is made of, in whatever form it is printed. */
import type { Day, Language } from '@floodgate/engine/core';
import type { Dataset } from '@floodgate/engine/world';
import type { Reading } from '@floodgate/reading';
import type { ClaimAnswer } from '../claims/answer-claims.ts';
import type { ChartBlock } from '../report/blocks.ts';

export interface AnswersOn {
  day: Day;
  answers: ReadonlyMap<string, ClaimAnswer>;
}

export interface ReadingReport {
  /** Name of the file, without its folder. */
  name: string;
  reading: Reading;
  /** On the day of the text, where it is known and the data reach back so far. */
  whenPublished: AnswersOn | null;
  now: AnswersOn;
  /** Pictures of outcomes by id, in each language. */
  pictures: Record<Language, ReadonlyMap<string, ChartBlock>>;
  dataset: Dataset;
  language: Language;
}

/** A pairing less sure than this is marked as doubtful. */
export const DOUBTFUL_BELOW = 0.5;
