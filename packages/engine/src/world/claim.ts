/**
 * Statements of the debate as data: what each says, in which readings it can be checked, by what test, on what
 * evidence, and how a text that makes it is recognised. No verdict is written down anywhere: it is computed.
 */
import type { Day } from '../core/day.ts';
import type { Text } from '../core/text.ts';

export interface Claim {
  id: string;
  says: Text;
  /** Sources in which the claim was made. */
  statedIn: string[];
  /** One or more; the first is the claim as its words stand. */
  readings: Reading[];
  evidence: {
    /** Facts by id. */
    for: string[];
    against: string[];
  };
  /** On what the verdict hangs. */
  sensitivity: Text;
  recognise: Pattern[];
}

export interface Reading {
  id: string;
  says: Text;
  /** Absent where no figure decides: then `needs` says what would. */
  test?: ClaimCondition;
  needs?: Text;
  /** What the test leaves out or takes for granted. */
  limits: Text;
}

/**
 * A test as written, in the shape of the rules' conditions: one comparison such as
 * `views(huawei-output-2025) <= 250000`, or all, any, not of them. `says` names what the left-hand side measures.
 */
export type ClaimCondition =
  | ClaimComparison
  | { all: ClaimCondition[] }
  | { any: ClaimCondition[] }
  | { not: ClaimCondition };

export interface ClaimComparison {
  test: string;
  says: Text;
  /** In which unit the sides are shown, where arithmetic leaves none. */
  unit?: string;
}

/** From which shares of futures on a reading counts as supported, and up to which as contradicted. */
export interface VerdictLimits {
  supportedFrom: number;
  contradictedTo: number;
  /** The decision whose two worlds the outcomes compare. */
  decision: string;
  /** Last year of the outcomes. */
  until: number;
  /** Days that the table of verdicts shows, besides the latest. */
  days: Day[];
  reason: Text;
}

/** How a text that makes the claim is told: any one pattern is enough. */
export interface Recogniser {
  claim: string;
  patterns: Pattern[];
}

/** Words and figures that must stand together. */
export interface Pattern {
  /** One word of every group must occur. */
  need: Words[];
  /** A figure that must occur: its value, or the whole of its interval, between both ends. */
  figure?: { from: number; to: number; kind?: FigureKind };
  /** Words that must not occur. */
  unless?: Words;
  /** In one sentence, in two that follow each other, or anywhere in the paragraph. */
  within: 'sentence' | 'neighbours' | 'paragraph';
}

/**
 * Words of one meaning. A word is plain text; `make*` stands for all words that begin so, `@huawei` for the names of a
 * glossary term, `rose ... tenfold` for its parts in this order within one sentence.
 */
export interface Words {
  en: string[];
  zh: string[];
}

export type FigureKind = 'number' | 'percent' | 'multiple' | 'money' | 'duration' | 'date';
