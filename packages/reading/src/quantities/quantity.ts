/** What a text says in figures: the shape that reading, comparing the two languages and linking claims share. */

export type Language = 'en' | 'zh';

/** How the text bounds its figure. `about` for "roughly", 约; `nearly` for "almost", 近 (at most, but close). */
export type Comparator = 'exactly' | 'about' | 'nearly' | 'more-than' | 'at-least' | 'less-than' | 'at-most';

/** What is counted: a bare number, a share, a multiple of something else, money, a stretch of time, or a calendar date. */
export type QuantityKind = 'number' | 'percent' | 'multiple' | 'money' | 'duration' | 'date';

export interface Quantity {
  lang: Language;
  kind: QuantityKind;
  /** Exactly the characters from `start` to `end` (UTF-16 units) of the text it was found in. */
  text: string;
  start: number;
  end: number;
  /** In `unit`, multiplied out: `35万` is 350000, `60%` is 0.6, `threefold` is 3. Null where the text gives only an interval or a date. */
  value: number | null;
  /** Both ends included; for a range, a vague magnitude ("tens of millions") or a multiple that can be read two ways. */
  interval: { low: number; high: number } | null;
  /** Days as `YYYY-MM-DD`, both included; a month or a year is its first to its last day. */
  date: { from: string; until: string } | null;
  /** `chips/yr`, `USD`, `GB/s`, `yr`, …; null where the text names none. */
  unit: string | null;
  comparator: Comparator;
  /** A glossary term that the figure is about (`china`, `huawei`, `h20`, …), where the text lets one say so. */
  subject: string | null;
}

/** A place where the two languages of a pair don't say the same: another figure, none at all, or another strength. */
export interface Mismatch {
  kind: 'number' | 'missing' | 'strength';
  en: Quantity | null;
  zh: Quantity | null;
}
