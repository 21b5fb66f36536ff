/** Reads a specification that a user wrote, such as a chip that does not exist yet. */
import type { ItemSpec } from '@floodgate/engine/rules';
import { DatasetError } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readYaml } from './read/yaml.ts';
import { specSchema } from './schemas/spec.ts';

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseSpec(text: string, file: string): ItemSpec {
  const placed = readYaml(text, file);
  const result = specSchema.safeParse(placed.value);
  if (!result.success) throw new DatasetError(result.error.issues.map((issue) => issueProblem(issue, file, placed)));
  return result.data as ItemSpec;
}
