/** Reads a decision that a user wrote, by the same schema as those in `data/decisions`. */
import { nearest } from '@floodgate/engine/core';
import type { Dataset, Decision } from '@floodgate/engine/world';
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
  const problems: Problem[] = (['with', 'without'] as const).flatMap((side) =>
    result.data[side].flatMap((step, i) => {
      if (!('withhold' in step) || known.includes(step.withhold)) return [];
      const near = nearest(step.withhold, known);
      const hint = near === '' ? '' : ` (nearest: ${near})`;
      return [{ file, ...placed.locate([side, i, 'withhold']), message: `no instrument "${step.withhold}"${hint}` }];
    }),
  );
  if (problems.length > 0) throw new DatasetError(problems);
  return result.data;
}
