/** Writes a report's files: all of them or, when one fails, none, and never half of one. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@floodgate/engine/core';
import { translate } from '../view/translate.ts';
import { outcomesCsv } from './csv.ts';
import type { ReportInput } from './input.ts';
import { markdownReport } from './markdown.ts';
import { runJson } from './run-json.ts';

/** Throws `not-a-folder` when the path, or something on the way to it, exists and is not a folder. */
export function checkFolder(path: string): void {
  if (path === '') throw new InputError('not-a-folder', { path });
  const whole = resolve(path);
  for (const place of [...ancestors(whole), whole]) {
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) throw new InputError('not-a-folder', { path: place === whole ? path : place });
  }
}

/** Makes a folder and those above it that are missing. Throws `no-folder` where the system refuses. */
function makeFolder(path: string): void {
  const whole = resolve(path);
  // Not by one recursive call: in places that hold no folders, such as /proc, Node 20 never comes back from it.
  for (const place of [...ancestors(whole), whole]) {
    if (statSync(place, { throwIfNoEntry: false })) continue;
    try {
      mkdirSync(place);
    } catch (error) {
      throw new InputError('no-folder', { path, reason: (error as NodeJS.ErrnoException).code ?? '' });
    }
  }
}

/** Folders above a path, outermost first. */
function ancestors(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [...ancestors(above), above];
}

/** Writes report.html, report.md, outcomes.csv, outcomes.parquet, draws.parquet and run.json; notes each. */
export async function writeReport(dir: string, report: ReportInput, note: (text: string) => void): Promise<void> {
  checkFolder(dir);
  // Loaded here because a run that writes no files should not wait for a database and a chart library.
  const [{ htmlReport }, { writeParquet }] = await Promise.all([import('./html.ts'), import('./parquet.ts')]);
  const texts: Record<string, string> = {
    'report.html': htmlReport(report),
    'report.md': markdownReport(report),
    'outcomes.csv': outcomesCsv(report.run.evaluation),
    'run.json': runJson(report),
  };
  const names = ['report.html', 'report.md', 'outcomes.csv', 'outcomes.parquet', 'draws.parquet', 'run.json'];
  makeFolder(dir);
  // In the same folder, so that the rename cannot cross file systems.
  const draft = (name: string) => join(dir, `.${name}.${process.pid}.tmp`);
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(draft(name), text);
    await writeParquet(report.run, draft('outcomes.parquet'), draft('draws.parquet'));
    for (const name of names) renameSync(draft(name), join(dir, name));
  } finally {
    for (const name of names) rmSync(draft(name), { force: true });
  }
  for (const name of names) {
    note(`${translate(report.dataset.messages, report.language, 'progress.wrote', { path: join(dir, name) })}\n`);
  }
}
