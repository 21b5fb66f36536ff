/** Reads a file of law to suppose: a proposed rule as `design` reads it, or a decision with its patch. */
import type { Dataset, Decision } from '@floodgate/engine/world';
import { parseDecision } from './parse-decision.ts';
import { type ParsedProposal, parseProposal } from './parse-proposal.ts';
import { readYaml } from './read/yaml.ts';

export type Supposition = { proposal: ParsedProposal } | { decision: Decision };

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseSupposition(text: string, file: string, dataset: Dataset): Supposition {
  const { value } = readYaml(text, file);
  const isDecision = typeof value === 'object' && value !== null && ('with' in value || 'without' in value);
  return isDecision
    ? { decision: parseDecision(text, file, dataset) }
    : { proposal: parseProposal(text, file, dataset) };
}
