/** Writes the files of a report on one evaluation. */
import { writeFileSync } from 'node:fs';
import { translate } from '../view/translate.ts';
import { writeFiles } from '../write-files.ts';
import { outcomesCsv } from './csv.ts';
import type { ReportInput } from './input.ts';
import { markdownReport } from './markdown.ts';
import { runJson } from './run-json.ts';

/** Writes report.html, report.md, outcomes.csv, outcomes.parquet, draws.parquet and run.json; notes each. */
export async function writeReport(dir: string, report: ReportInput, note: (text: string) => void): Promise<void> {
  // Loaded here because a run that writes no files should not wait for a database and a chart library.
  const [{ htmlReport }, { writeParquet }] = await Promise.all([import('./html.ts'), import('./parquet.ts')]);
  const texts: Record<string, string> = {
    'report.html': htmlReport(report),
    'report.md': markdownReport(report),
    'outcomes.csv': outcomesCsv(report.run.evaluation),
    'run.json': runJson(report),
  };
  const names = ['report.html', 'report.md', 'outcomes.csv', 'outcomes.parquet', 'draws.parquet', 'run.json'];
  const paths = await writeFiles(dir, names, async (draft) => {
    for (const [name, text] of Object.entries(texts)) writeFileSync(draft(name), text);
    await writeParquet(report.run, draft('outcomes.parquet'), draft('draws.parquet'));
  });
  for (const path of paths) {
    note(`${translate(report.dataset.messages, report.language, 'progress.wrote', { path })}\n`);
  }
}
