/** Finds a decision by id, or reads one from a file of the user's. */
import { readFileSync, statSync } from 'node:fs';
import { parseDecision } from '@floodgate/dataset';
import { InputError, unknownId } from '@floodgate/engine/core';
import type { Dataset, Decision, PatchStep } from '@floodgate/engine/world';

const MAX_FILE_BYTES = 1_000_000;
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

/** Text of a user's file; refuses what is not there, not a file, or too large. */
export function readSmallFile(path: string, where: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  const reason = !found?.isFile()
    ? 'no such file'
    : found.size > MAX_FILE_BYTES
      ? `larger than ${MAX_FILE_BYTES} bytes`
      : '';
  if (reason !== '') throw new InputError('no-file', { where, path, reason });
  return readFileSync(path, 'utf8');
}
