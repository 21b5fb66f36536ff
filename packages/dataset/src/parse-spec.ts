/** Reads a specification that a user wrote, such as a chip that does not exist yet. */
import type { ItemSpec } from '@floodgate/engine/rules';
import type { Dataset } from '@floodgate/engine/world';
import { nameProblem } from './name-problem.ts';
import { DatasetError } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readYaml } from './read/yaml.ts';
import { specSchema } from './schemas/spec.ts';

/** More of one kind tell the reader nothing new. */
const MOST_PROBLEMS = 20;

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseSpec(text: string, file: string, dataset: Dataset): ItemSpec {
  const placed = readYaml(text, file);
  const result = specSchema.safeParse(placed.value);
  if (!result.success) throw new DatasetError(result.error.issues.map((issue) => issueProblem(issue, file, placed)));
  const known = dataset.rules.attributes.filter((attribute) => attribute.of === 'item').map(({ id }) => id);
  const problems = Object.keys(result.data.attributes ?? {})
    .filter((id) => !known.includes(id))
    .slice(0, MOST_PROBLEMS)
    .flatMap((id) => nameProblem({ path: ['attributes', id], kind: 'attribute', id, known }, file, placed));
  if (problems.length > 0) throw new DatasetError(problems);
  return result.data as ItemSpec;
}
