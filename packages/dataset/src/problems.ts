/** What is wrong with the data, where, and what would be right. */

export interface Problem {
  /** Path from the data folder. */
  file: string;
  line: number;
  column: number;
  message: string;
}

/** The data cannot be compiled; carries every problem found, not only the first. */
export class DatasetError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'DatasetError';
    this.problems = problems;
  }
}

export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}
