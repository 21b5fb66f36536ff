/** Reads the golden scenarios beside the law. A scenario with `each` stands for one case for each of its rows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const given = z.strictObject({
  item: z.string().optional(),
  spec: z.record(z.string(), z.unknown()).optional(),
  from: z.string().default('US'),
  to: z.string(),
  on: z.string(),
  /** Asked with no more than the law published by this day. */
  asOf: z.string().optional(),
  endUser: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
});

const licence = z.strictObject({
  required: z.boolean().nullable().optional(),
  reviewPolicy: z.string().nullable().optional(),
  exceptions: z.array(z.string()).optional(),
  cap: z.number().nullable().optional(),
  fee: z.number().nullable().optional(),
});

const expected = z.strictObject({
  classification: z.string().optional(),
  controlledBy: z.array(z.string()).optional(),
  licence: licence.optional(),
  missing: z.array(z.string()).optional(),
  conditions: z.array(z.string()).optional(),
  absent: z.array(z.string()).optional(),
  /** Codes of licence exceptions that are not open. */
  closed: z.array(z.string()).optional(),
  notices: z.array(z.string()).optional(),
  discouragedBy: z.array(z.string()).optional(),
  charges: z.array(z.number()).optional(),
  metrics: z.record(z.string(), z.number()).optional(),
  precision: z.array(z.string()).optional(),
});

const scenario = z.strictObject({ name: z.string().min(10), given, expect: expected, source: z.string() });

export type Scenario = z.infer<typeof scenario>;

export function readScenarios(rulesDir: string): (Scenario & { file: string })[] {
  const files = readdirSync(rulesDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /scenarios[\\/].*\.yaml$/.test(name),
  );
  return files
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(join(rulesDir, file), 'utf8'), { version: '1.2' }) as Record<string, unknown>[])
        .flatMap(expand)
        .map((one) => ({ file, ...scenario.parse(one) })),
    );
}

function expand({ each, ...one }: Record<string, unknown>): unknown[] {
  if (each === undefined) return [one];
  return (each as Record<string, unknown>[]).map((row) => fill(one, row));
}

/** `{name}` alone becomes the row's value; inside a longer text, the value as text. */
function fill(node: unknown, row: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((part) => fill(part, row));
  if (typeof node === 'object' && node !== null) {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, row)]));
  }
  if (typeof node !== 'string') return node;
  const whole = /^\{(\w+)\}$/.exec(node);
  return whole && whole[1] in row
    ? row[whole[1]]
    : node.replace(/\{(\w+)\}/g, (text, key) => (key in row ? shown(row[key]) : text));
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '');
}
