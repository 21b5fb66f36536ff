/** Reads the files of one collection and validates each item against its schema, with the place of every problem. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Collection } from '../collections.ts';
import { DatasetError, type Problem } from '../problems.ts';
import { readCsv } from './csv.ts';
import type { Placed } from './place.ts';
import { readYaml } from './yaml.ts';

/** A valid item with its place, so that later checks can point at it. */
export interface Item<T> {
  value: T;
  file: string;
  placed: Placed;
}

export function readCollection<T>(dataDir: string, collection: Collection, problems: Problem[]): Item<T>[] {
  const files = collecting(problems, () => filesOf(dataDir, collection)) ?? [];
  return files.flatMap((file) => collecting(problems, () => readFile<T>(dataDir, file, collection, problems)) ?? []);
}

function readFile<T>(dataDir: string, file: string, { form, schema }: Collection, problems: Problem[]): Item<T>[] {
  const content = readFileSync(join(dataDir, file), 'utf8');
  const parts = form === 'rows' ? readCsv(content, file) : [readYaml(content, file)];
  return parts.flatMap((placed) => {
    const result = schema.safeParse(placed.value);
    if (result.success) return [{ value: result.data as T, file, placed }];
    problems.push(...result.error.issues.map((issue) => issueProblem(issue, file, placed)));
    return [];
  });
}

/** The result of an action, or nothing and its problems noted: one unreadable file does not hide the next. */
function collecting<R>(problems: Problem[], action: () => R): R | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** A problem at a part of an item. */
export function problemAt(item: Item<unknown>, path: PropertyKey[], message: string): Problem {
  return { file: item.file, ...item.placed.locate(path), message };
}

/**
 * Files of a collection, in order of path. A `*` in the path stands for every folder at that place; not each of them
 * has every subfolder: a law may have no thresholds.
 */
function filesOf(dataDir: string, { path, form }: Collection): string[] {
  const star = path.split('/').indexOf('*');
  if (star >= 0) {
    const parts = path.split('/');
    const folders = readdirSync(join(dataDir, ...parts.slice(0, star)), { withFileTypes: true });
    return folders
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .filter((name) => path.endsWith('.yaml') || existsSync(join(dataDir, parts.with(star, name).join('/'))))
      .flatMap((name) => filesAt(dataDir, parts.with(star, name).join('/'), form));
  }
  return filesAt(dataDir, path, form);
}

function filesAt(dataDir: string, path: string, form: Collection['form']): string[] {
  const found = statSync(join(dataDir, path), { throwIfNoEntry: false });
  if (!found) throw new DatasetError([{ file: path, line: 1, column: 1, message: 'no such file or folder' }]);
  if (!found.isDirectory()) return [path];
  const extension = form === 'rows' ? '.csv' : '.yaml';
  return readdirSync(join(dataDir, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`);
}

/** Turns a schema issue into a sentence: the field, what is wrong, what is allowed. */
export function issueProblem(issue: z.core.$ZodIssue, file: string, placed: Placed): Problem {
  if (issue.code === 'invalid_union') {
    const inner = likeliest(issue.errors);
    if (inner)
      return issueProblem({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, file, placed);
  }
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
  const field = path.map(String).join('.');
  return { file, ...placed.locate(path), message: `${field === '' ? '' : `${field}: `}${issue.message}` };
}

/** Of the ways in which no branch of a choice fits: the issue that lies deepest, in the branch with the fewest. */
function likeliest(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue | undefined {
  const depth = (issues: z.core.$ZodIssue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [best] = branches
    .filter((issues) => issues.length > 0)
    .toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return best?.toSorted((a, b) => b.path.length - a.path.length)[0];
}
