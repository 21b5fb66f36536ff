/** Reads a decision that a user wrote, by the same schema as those in `data/decisions`. */
import type { Dataset, Decision } from '@floodgate/engine/world';
import { withheld } from './checks/references.ts';
import { namesOfEnactment } from './enactment-names.ts';
import { type Named, nameProblem } from './name-problem.ts';
import { DatasetError } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readYaml } from './read/yaml.ts';
import { decisionSchema } from './schemas/decision.ts';

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseDecision(text: string, file: string, dataset: Dataset): Decision {
  const placed = readYaml(text, file);
  const result = decisionSchema.safeParse(placed.value);
  if (!result.success) throw new DatasetError(result.error.issues.map((issue) => issueProblem(issue, file, placed)));
  const problems = namesOf(result.data, dataset).flatMap((name) => nameProblem(name, file, placed));
  if (problems.length > 0) throw new DatasetError(problems);
  return result.data;
}

function namesOf(decision: Decision, dataset: Dataset): Named[] {
  const instruments = dataset.rules.instruments.map(({ id }) => id);
  const sources = dataset.sources.map(({ id }) => id);
  const outcomes = [
    ...Object.keys(dataset.messages).flatMap((key) => /^outcome\.(.+\..+)$/.exec(key)?.[1] ?? []),
    ...dataset.products.map(({ chip }) => `shipments.${chip}.cn`),
  ];
  return [
    ...withheld(decision).map(({ path, id }) => ({ path, kind: 'instrument', id: id ?? '', known: instruments })),
    ...decision.sources.map((id, i) => ({ path: ['sources', i], kind: 'source', id, known: sources })),
    ...decision.headline.map((id, i) => ({ path: ['headline', i], kind: 'outcome', id, known: outcomes })),
    ...(['with', 'without'] as const).flatMap((side) =>
      decision[side].flatMap((step, i) =>
        'enact' in step ? namesOfEnactment(step.enact, [side, i, 'enact'], dataset) : [],
      ),
    ),
  ];
}
