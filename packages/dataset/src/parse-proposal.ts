/** Reads a proposed rule that a user wrote: a decision's `enact`, with an optional key `design` beside it. */
import type { Dataset, Enactment } from '@floodgate/engine/world';
import { namesOfEnactment } from './enactment-names.ts';
import { nameProblem } from './name-problem.ts';
import { DatasetError } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readYaml } from './read/yaml.ts';
import { designSchema } from './schemas/proposal.ts';
import { enactmentSchema } from './schemas/rule.ts';

export interface ParsedProposal {
  enactment: Enactment;
  reading: 'joins' | 'alone' | { replaces: string[] };
  on?: string;
}

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseProposal(text: string, file: string, dataset: Dataset): ParsedProposal {
  const placed = readYaml(text, file);
  const { design, rest } = split(placed.value);
  const enactment = enactmentSchema.safeParse(rest);
  const read = designSchema.safeParse(design);
  if (!enactment.success || !read.success) {
    const issues = [
      ...(enactment.error?.issues ?? []),
      ...(read.error?.issues ?? []).map((issue) => ({ ...issue, path: ['design', ...issue.path] })),
    ];
    throw new DatasetError(issues.map((issue) => issueProblem(issue, file, placed)));
  }
  const { reading, on } = read.data;
  const known = dataset.rules.instruments.map((instrument) => instrument.id);
  const asked = [
    ...replaced(reading).map((id, i) => ({
      path: ['design', 'reading', 'replaces', i],
      kind: 'instrument',
      id,
      known,
    })),
    ...namesOfEnactment(enactment.data as Enactment, [], dataset),
  ];
  const problems = asked.flatMap((name) => nameProblem(name, file, placed));
  if (problems.length > 0) throw new DatasetError(problems);
  return { enactment: enactment.data as Enactment, reading, ...(on === undefined ? {} : { on }) };
}

function replaced(reading: ParsedProposal['reading']): string[] {
  return typeof reading === 'object' ? reading.replaces : [];
}

function split(value: unknown): { design: unknown; rest: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { design: undefined, rest: value };
  const { design, ...rest } = value as Record<string, unknown>;
  return { design, rest };
}
