/** Writes the files of a reading. */
import { writeFileSync } from 'node:fs';
import { toJson } from '../context.ts';
import { translate } from '../view/translate.ts';
import { writeFiles } from '../write-files.ts';
import { quantitiesCsv } from './csv.ts';
import type { ReadingReport } from './input.ts';
import { readingJson } from './json.ts';
import { readingMarkdown } from './markdown.ts';

/** Writes reading.html, reading.md, quantities.csv and reading.json; notes each. */
export async function writeReading(folder: string, report: ReadingReport, note: (text: string) => void): Promise<void> {
  // Loaded here because a reading that writes no files should not wait for a chart library.
  const { readingHtml } = await import('./html.ts');
  const texts: Record<string, string> = {
    'reading.html': readingHtml(report),
    'reading.md': readingMarkdown(report),
    'quantities.csv': quantitiesCsv(report.reading),
    'reading.json': toJson(readingJson(report)),
  };
  const paths = await writeFiles(folder, Object.keys(texts), (draft) => {
    for (const [name, text] of Object.entries(texts)) writeFileSync(draft(name), text);
  });
  for (const path of paths)
    note(`${translate(report.dataset.messages, report.language, 'progress.wrote', { path })}\n`);
}
