/** The reading in a terminal: what it is, where the languages differ, what it claims. */
import { hang, wrap } from '../report/terminal-text.ts';
import { plainTable } from '../view/table.ts';
import { aboutPairs, answerOf } from './about.ts';
import { claimNotes } from './claim-notes.ts';
import { DOUBTFUL_BELOW, type ReadingReport } from './input.ts';
import { pairingWords, quantityWords, type ReadingWords, readingWords } from './words.ts';

const WIDTH = 96;
/** More than these are in the files that --out writes. */
const MOST_SHOWN = 40;

export function readingTerminal(report: ReadingReport): string {
  const words = readingWords(report.dataset.messages, report.language);
  const lines = [
    ...wrap(answerOf(report, words), WIDTH),
    '',
    ...plainTable(aboutPairs(report, words)).trimEnd().split('\n'),
    '',
    words.tell('section.mismatches'),
    ...mismatches(report, words),
    '',
    words.tell('section.claims'),
    ...claims(report, words),
    ...doubtful(report, words),
  ];
  return `${lines.join('\n')}\n`;
}

function mismatches({ reading }: ReadingReport, words: ReadingWords): string[] {
  const found = reading.paragraphs.flatMap((paragraph, i) =>
    paragraph.mismatches.map((mismatch) => ({ ...mismatch, number: i + 1 })),
  );
  if (found.length === 0)
    return [`  ${words.tell(reading.layout === 'one-language' ? 'layout.one-language' : 'mismatch.none')}`];
  return found.slice(0, MOST_SHOWN).flatMap(({ number, kind, en, zh }) => [
    `  ${words.tell('paragraph', { n: number })} · ${words.tell(`mismatch.${kind}`)}`,
    ...[en, zh].flatMap((side, i) => {
      const shown = side ? `${side.text} = ${quantityWords(side, words)}` : words.tell('mismatch.absent');
      return hang(i === 0 ? '    en  ' : '    zh  ', shown, WIDTH);
    }),
  ]);
}

function claims(report: ReadingReport, words: ReadingWords): string[] {
  const notes = claimNotes(report, words);
  if (notes.length === 0) return [`  ${words.tell('claims.none')}`];
  return notes.flatMap(({ id, says, verdicts, madeIn }) => [
    ...hang(`  ${id.padEnd(4)}`, says, WIDTH),
    ...verdicts.flatMap(({ title }) => hang('      ', title, WIDTH)),
    ...hang('      ', `${words.tell('made-in')}${madeIn.map((n) => words.tell('paragraph', { n })).join(', ')}`, WIDTH),
  ]);
}

function doubtful({ reading }: ReadingReport, words: ReadingWords): string[] {
  const found = reading.paragraphs.flatMap((paragraph, i) =>
    paragraph.score !== null && paragraph.score < DOUBTFUL_BELOW ? [{ paragraph, number: i + 1 }] : [],
  );
  if (found.length === 0) return [];
  const lines = found.slice(0, MOST_SHOWN);
  return [
    '',
    ...lines.map(
      ({ paragraph, number }) => `${words.tell('paragraph', { n: number })} · ${pairingWords(paragraph, words)}`,
    ),
  ];
}
