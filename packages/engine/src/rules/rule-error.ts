/**
 * Something is wrong with the law as written down, not with the question: a test that cannot be read, a reference to
 * nothing, two rules that contradict each other. `fields` holds what the message needs.
 */
export class RuleError extends Error {
  readonly code: string;
  readonly fields: Record<string, string>;

  constructor(code: string, fields: Record<string, string>) {
    super(
      `${code}: ${Object.entries(fields)
        .map(([key, value]) => `${key} ${value}`)
        .join('; ')}`,
    );
    this.name = 'RuleError';
    this.code = code;
    this.fields = fields;
  }
}
