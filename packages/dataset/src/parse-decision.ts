/** Reads a decision that a user wrote, by the same schema as those in `data/decisions`. */
import { nearest } from '@floodgate/engine/core';
import type { Dataset, Decision } from '@floodgate/engine/world';
import { withheld } from './checks/references.ts';
import { DatasetError, type Problem } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readYaml } from './read/yaml.ts';
import { decisionSchema } from './schemas/decision.ts';

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseDecision(text: string, file: string, dataset: Dataset): Decision {
  const placed = readYaml(text, file);
  const result = decisionSchema.safeParse(placed.value);
  if (!result.success) throw new DatasetError(result.error.issues.map((issue) => issueProblem(issue, file, placed)));
  const known = dataset.rules.instruments.map((instrument) => instrument.id);
  const problems: Problem[] = withheld(result.data).flatMap(({ path, id }) => {
    if (id === undefined || known.includes(id)) return [];
    const near = nearest(id, known);
    return [
      { file, ...placed.locate(path), message: `no instrument "${id}"${near === '' ? '' : ` (nearest: ${near})`}` },
    ];
  });
  if (problems.length > 0) throw new DatasetError(problems);
  return result.data;
}
