/** `--suppose`: the law with a rule that somebody proposes, or with a decision. */
import { parseSupposition, type Supposition } from '@floodgate/dataset';
import { InputError } from '@floodgate/engine/core';
import { rulebookWith } from '@floodgate/engine/design';
import { RuleError } from '@floodgate/engine/rules';
import { applyPatch } from '@floodgate/engine/scenario';
import type { Dataset, Rulebook } from '@floodgate/engine/world';
import { findDecision, readSmallFile } from './decisions.ts';

/** `asked` is a file, or the id of a known decision. Throws InputError or DatasetError. */
export function suppose(rulebook: Rulebook, dataset: Dataset, asked: string): Rulebook {
  const supposition = read(dataset, asked);
  return 'proposal' in supposition
    ? rulebookWith({ ...supposition.proposal, rulebook })
    : applyPatch(rulebook, supposition.decision.with).rules;
}

function read(dataset: Dataset, asked: string): Supposition {
  if (dataset.decisions.some(({ id }) => id === asked)) return { decision: findDecision(dataset, asked) };
  return parseSupposition(readSmallFile(asked, '--suppose'), asked, dataset);
}

/** Runs a question; a supposed rule that contradicts another without saying which gives way is the asker's to mend. */
export function askingSupposed<T>(asked: string | undefined, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (asked === undefined || !(error instanceof RuleError)) throw error;
    throw new InputError('contradicting-rules', { detail: error.message });
  }
}
