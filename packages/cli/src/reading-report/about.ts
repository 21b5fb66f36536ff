/** What is said of the text as a whole, as pairs of name and value. */
import type { ReadingReport } from './input.ts';
import { type Summary, summarise } from './summary.ts';
import type { ReadingWords } from './words.ts';

export function aboutPairs({ name, reading }: ReadingReport, words: ReadingWords): [string, string][] {
  const { format, encoding, layout, published, publishedBy } = reading;
  const { paired, onlyEn, onlyZh } = summarise(reading);
  return [
    [words.tell('file'), name],
    [words.tell('format'), `${words.tell(`format.${format}`)} · ${encoding.toUpperCase()}`],
    [words.tell('layout'), words.tell(`layout.${layout}`)],
    [words.tell('published'), words.tell(`published.${publishedBy}`, { day: published ? words.day(published) : '' })],
    [words.tell('paragraphs'), words.tell('paragraphs.value', { paired, en: onlyEn, zh: onlyZh })],
  ];
}

const LONGEST_TITLE = 160;

/** The text's own first heading, in the page's language where it has one; else the file's name. */
export function titleOf({ name, reading }: ReadingReport, { language }: ReadingWords): string {
  const heading = reading.paragraphs.find(({ role, en, zh }) => role === 'heading' && (en !== null || zh !== null));
  const title = heading && (heading[language] ?? heading.en ?? heading.zh);
  return title && title.length <= LONGEST_TITLE ? title : name;
}

/** The result in one sentence or two. */
export function answerOf({ reading }: ReadingReport, words: ReadingWords): string {
  const summary: Summary = summarise(reading);
  const fields = { ...summary, claims: Object.keys(summary.claims).length };
  return words.tell(summary.paired === 0 ? 'answer-one' : 'answer', fields);
}

const HOW = ['how.1', 'how.2', 'how.3'];

export function howItWasRead({ dataset }: ReadingReport, words: ReadingWords): string[] {
  return HOW.map((key) => words.tell(key, { hash: dataset.hash.slice(0, 12) }));
}
