/** Turns a condition as written in YAML into a tree. Paragraphs are inherited from the node above. */
import type { Attribute, Condition, LabelledException, ProvisionVersion } from '../world/rule.ts';
import { parseTest } from './parse-test.ts';
import { RuleError } from './rule-error.ts';
import type { Place, Tree } from './tree.ts';

/** A real law nests a handful of levels; a file that nests hundreds means to exhaust the stack. */
const MAX_DEPTH = 24;

/** Throws RuleError when a test cannot be read. */
export function parseCondition(
  condition: Condition,
  attributes: ReadonlyMap<string, Attribute>,
  paragraph: string,
  depth = 0,
): Tree {
  if (depth > MAX_DEPTH) throw new RuleError('too-deep', { levels: String(MAX_DEPTH) });
  if (typeof condition === 'string') return parseTest(condition, attributes, { paragraph, source: condition });
  const own = condition.paragraph ?? paragraph;
  const parse = (part: Condition) => parseCondition(part, attributes, own, depth + 1);
  const at = (source: string): Place => ({
    paragraph: own,
    source,
    ...(condition.says === undefined ? {} : { says: condition.says }),
  });
  if ('test' in condition) return parseTest(condition.test, attributes, at(condition.test));
  if ('not' in condition) return { op: 'not', of: parse(condition.not), at: at('not') };
  if ('all' in condition) return { op: 'all', of: condition.all.map(parse), at: at('all of') };
  return { op: 'any', of: condition.any.map(parse), at: at('any of') };
}

/** The tree of a provision: its rule, less its labelled exceptions. */
export function parseVersion(
  version: Pick<ProvisionVersion, 'when' | 'unless' | 'paragraph'>,
  attributes: ReadonlyMap<string, Attribute>,
): Tree {
  const rule = parseCondition(version.when, attributes, version.paragraph);
  if (version.unless.length === 0) return rule;
  return {
    op: 'unless',
    rule,
    exceptions: version.unless.map((exception: LabelledException) => ({
      label: exception.label,
      tree: parseCondition(exception.if, attributes, exception.paragraph),
    })),
    at: { paragraph: version.paragraph, source: 'unless' },
  };
}
