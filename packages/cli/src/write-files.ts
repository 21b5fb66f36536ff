/** Writes the files of a folder: all of them or, when one fails, none, and never half of one. */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@floodgate/engine/core';

/**
 * `fill` writes each file under the draft's path that it is given for the file's name; afterwards all take their names at
 * once. Returns their paths.
 */
export async function writeFiles(
  folder: string,
  names: readonly string[],
  fill: (draft: (name: string) => string) => Promise<void> | void,
): Promise<string[]> {
  checkFolder(folder);
  makeFolder(folder);
  // In the same folder, so that the rename cannot cross file systems.
  const draft = (name: string) => join(folder, `.${name}.${process.pid}.tmp`);
  try {
    await fill(draft);
    for (const name of names) renameSync(draft(name), join(folder, name));
  } finally {
    for (const name of names) rmSync(draft(name), { force: true });
  }
  return names.map((name) => join(folder, name));
}

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
