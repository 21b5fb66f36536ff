/** Finds a decision by id, or reads one from a file of the user's. */
import { readFileSync, statSync } from 'node:fs';
import { parseDecision } from '@floodgate/dataset';
import { InputError, unknownId } from '@floodgate/engine/core';
import type { Dataset, Decision, PatchStep } from '@floodgate/engine/world';

/** A rule, a chip or a decision takes a page or two; more than this is a mistake, or meant to keep us busy. */
const MAX_FILE_BYTES = 65_536;
export const RECORDED_LAW = 'recorded-law';

/** Throws `unknown-id`, `no-file`, or DatasetError with the places of what is wrong in the file. */
export function findDecision(dataset: Dataset, asked: string): Decision {
  const found = dataset.decisions.find((decision) => decision.id === asked);
  if (found) return found;
  if (/\.(ya?ml|json)$/i.test(asked)) return parseDecision(readSmallFile(asked, 'DECISION'), asked, dataset);
  throw unknownId(
    'decision',
    asked,
    dataset.decisions.map((decision) => decision.id),
  );
}

/** The patch of `--baseline`: the recorded law itself, or the world with another decision. */
export function findBaseline(dataset: Dataset, id: string | undefined): { id: string; patch: PatchStep[] } | undefined {
  if (id === undefined) return undefined;
  if (id === RECORDED_LAW) return { id, patch: [] };
  const known = dataset.decisions.map((decision) => decision.id);
  const decision = dataset.decisions.find((one) => one.id === id);
  if (!decision) throw unknownId('baseline', id, [...known, RECORDED_LAW]);
  return { id, patch: decision.with };
}

/** Text of a user's file; refuses what is not there, not a file, too large, or not text. */
export function readSmallFile(path: string, where: string): string {
  const refuse = (reason: string) => new InputError('no-file', { where, path, reason });
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw refuse('no such file');
  if (found.size > MAX_FILE_BYTES) throw refuse(`larger than ${MAX_FILE_BYTES} bytes`);
  const text = textOf(readFileSync(path));
  if (text === undefined) throw refuse('not UTF-8 text');
  return text;
}

/** Undefined for bytes that are no UTF-8 or hold control characters, such as those of a picture or an archive. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[^\P{Cc}\t\n\r]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
