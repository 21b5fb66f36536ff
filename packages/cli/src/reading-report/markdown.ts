/** The reading as Markdown, in one language. */
import type { FoundMismatch, Paragraph } from '@floodgate/reading';
import { aboutPairs, answerOf, howItWasRead, titleOf } from './about.ts';
import { claimNotes } from './claim-notes.ts';
import type { ReadingReport } from './input.ts';
import { pairingWords, quantityWords, type ReadingWords, readingWords } from './words.ts';

export function readingMarkdown(report: ReadingReport): string {
  const words = readingWords(report.dataset.messages, report.language);
  const parts = [
    `# ${inline(titleOf(report, words))}`,
    answerOf(report, words),
    aboutPairs(report, words)
      .map(([name, value]) => `- ${name}: ${inline(value)}`)
      .join('\n'),
    `## ${words.tell('section.mismatches')}`,
    ...mismatches(report, words),
    `## ${words.tell('section.claims')}`,
    ...claims(report, words),
    `## ${words.tell('section.text')}`,
    ...report.reading.paragraphs.map((paragraph, i) => pair(paragraph, i + 1, words)),
    `## ${words.tell('section.how')}`,
    howItWasRead(report, words)
      .map((line) => `- ${line}`)
      .join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function mismatches({ reading }: ReadingReport, words: ReadingWords): string[] {
  const places = reading.paragraphs.flatMap((paragraph, i) =>
    paragraph.mismatches.map((mismatch) => `- ${mismatchWords(mismatch, i + 1, words)}`),
  );
  if (places.length > 0) return [places.join('\n')];
  return [words.tell(reading.layout === 'one-language' ? 'layout.one-language' : 'mismatch.none')];
}

/** `paragraph 4, different figures: “35%” (35%) / “45%” (45%)`. */
export function mismatchWords({ kind, en, zh }: FoundMismatch, number: number, words: ReadingWords): string {
  const sides = [en, zh].map((side) =>
    side === null ? words.tell('mismatch.absent') : `“${inline(side.text)}” (${quantityWords(side, words)})`,
  );
  return `${words.tell('paragraph', { n: number })} · ${words.tell(`mismatch.${kind}`)}: ${sides.join(' / ')}`;
}

function claims(report: ReadingReport, words: ReadingWords): string[] {
  const notes = claimNotes(report, words);
  if (notes.length === 0) return [words.tell('claims.none')];
  return notes.map(({ id, says, verdicts, evidence, madeIn }) => {
    const reasons = verdicts.flatMap(({ title, readings }) => [
      `- ${title}`,
      ...readings.map(({ says, verdict, because }) => `  - ${inline(says)} – ${verdict}. ${inline(because)}`),
    ]);
    const facts = evidence.map(({ text, href }) => `  - ${href ? `[${inline(text)}](<${href}>)` : inline(text)}`);
    const places = madeIn.map((n) => words.tell('paragraph', { n })).join(', ');
    const lines = [
      ...reasons,
      `- ${words.tell('made-in')}${places}`,
      ...(facts.length > 0 ? [`- ${words.tell('evidence')}:`, ...facts] : []),
    ];
    return `### ${id} ${inline(says)}\n\n${lines.join('\n')}`;
  });
}

function pair(paragraph: Paragraph, number: number, words: ReadingWords): string {
  const sides = [paragraph.en, paragraph.zh, paragraph.other].flatMap((side) =>
    side === null ? [] : `> ${inline(side)}`,
  );
  const found = paragraph.quantities.map((one) => `- ${one.lang} “${inline(one.text)}”: ${quantityWords(one, words)}`);
  const title = [`**${number}**`, pairingWords(paragraph, words)].filter((part) => part !== '').join(' · ');
  return [title, sides.join('\n>\n'), ...(found.length > 0 ? [found.join('\n')] : [])].join('\n\n');
}

/** Text of the file as text: no line of it can begin a block, and nothing in it is markup. */
function inline(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
