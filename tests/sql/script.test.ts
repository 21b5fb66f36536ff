/** What is printed for each database, and for calls that are wrong. */
import { SQL_DIALECTS, sqlView } from '@floodgate/engine/rules';
import { Dialect, parse } from '@polyglot-sql/sdk';
import { describe, expect, it } from 'vitest';
import { floodgate } from '../cli/run.ts';
import { rulebook } from '../rules/law-of-the-land.ts';
import { inventedItems, inventedLaw } from './invented-law.ts';
import { items } from './law.ts';

const printed = new Map<string, string>();

/** The view of the law for a database, printed once. */
function scriptFor(dialect: string): string {
  const script = printed.get(dialect) ?? sqlView(rulebook, items, dialect);
  printed.set(dialect, script);
  return script;
}

/** The script without comments and without what stands in quotes. */
function skeleton(script: string): string {
  return script
    .replaceAll(/^\s*--.*$/gm, '')
    .replaceAll(/'(?:''|[^'])*'/g, "''")
    .replaceAll(/"(?:""|[^"])*"|`(?:``|[^`])*`/g, 'x');
}

/** Opening brackets less closing ones; -1 when one closes that never opened. */
function depth(text: string): number {
  let open = 0;
  for (const letter of text) {
    if (letter === '(') open++;
    if (letter === ')' && --open < 0) return -1;
  }
  return open;
}

describe('floodgate sql', () => {
  it.each(['duckdb', 'postgres', 'clickhouse', 'spark'])('prints one view for %s', async (dialect) => {
    const { status, out, err } = await floodgate('sql', '--dialect', dialect);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    printed.set(dialect, out);
    const bare = skeleton(out);
    const statements = bare.split(';').map((statement) => statement.trim());
    expect(statements.pop()).toBe('');
    expect(statements.pop()).toMatch(/^CREATE OR REPLACE VIEW x AS\s+WITH items AS/);
    expect(statements.filter((statement) => !/^SET \w+ = \d+$/.test(statement))).toEqual([]);
    expect(depth(bare)).toBe(0);
    expect(bare.match(/\bCASE\b/g)?.length).toBe(bare.match(/\bEND\b/g)?.length);
    for (const { id } of items) expect(out).toContain(`('${id}'`);
    for (const { id } of rulebook.provisions) expect(out).toContain(`-- ${id}: `);
    for (const column of ['classification', 'licence_required', 'review_policy', 'controlled_by', 'rule_ids']) {
      expect(out).toMatch(new RegExp(`AS ["\`]${column}["\`]`));
      expect(out).toMatch(new RegExp(`^--.* ${column}: `, 'm'));
    }
  });

  it.each([
    ['clickhouse', Dialect.ClickHouse],
    ['spark', Dialect.Spark],
  ])(
    'is read by a parser of the SQL of %s',
    (id, dialect) => {
      const { success, error, ast } = parse(scriptFor(id), dialect);
      expect({ success, error }).toEqual({ success: true, error: null });
      expect(JSON.stringify(ast).match(/"create_view"/g)).toHaveLength(1);
    },
    60_000,
  );

  it.each([
    ['clickhouse', Dialect.ClickHouse],
    ['spark', Dialect.Spark],
  ])(
    'with a word missing or wrong would not be read by a parser of the SQL of %s',
    (id, dialect) => {
      const script = sqlView(inventedLaw, inventedItems, id);
      expect(parse(script, dialect).success).toBe(true);
      for (const [right, wrong] of [
        [' END', ' '],
        [' THEN ', ' '],
        [' AND ', ' AND AND '],
        ['WITH items AS', 'WITH items ASS'],
      ]) {
        expect([wrong, parse(script.replace(right, wrong), dialect).success]).toEqual([wrong, false]);
      }
    },
    60_000,
  );

  it('tells ClickHouse to take a query of its length', () => {
    const script = scriptFor('clickhouse');
    const limit = Number(/^SET max_query_size = (\d+);$/m.exec(script)?.[1]);
    expect(Buffer.byteLength(script)).toBeGreaterThan(256 * 1024);
    expect(Buffer.byteLength(script)).toBeLessThan(limit / 4);
  });

  it('writes names, days, numbers and unknowns in the way of each database', () => {
    const [duckdb, postgres, clickhouse, spark] = ['duckdb', 'postgres', 'clickhouse', 'spark'].map(scriptFor);
    expect(duckdb).toContain('"item_performance_density_low" >= 5.92 THEN');
    expect(duckdb).toContain(`"fact_on" < DATE '2023-11-17'`);
    expect(postgres.match(/OFFSET 0/g)?.length).toBeGreaterThan(5);
    expect(duckdb).not.toContain('OFFSET');
    expect(postgres).toContain('(fg_shipment).*');
    expect(clickhouse).toContain("`item_performance_density_low` >= toDecimal128('5.92', 12)");
    expect(clickhouse).toContain("`fact_on` < toDate('2023-11-17')");
    expect(clickhouse).toContain('CAST(NULL AS Nullable(Bool))');
    expect(spark).toContain("`item_performance_density_low` >= CAST('5.92' AS DECIMAL(32, 12))");
    expect(spark).toContain('struct(s.*) AS fg_shipment');
  });

  it('escapes quotes and backslashes in names and literals', () => {
    const item = (dialect: string) =>
      sqlView(inventedLaw, inventedItems, dialect).match(/^ {4}\('around\W+1\W+?, /m)?.[0];
    expect(item('duckdb')).toBe("    ('around''1\\', ");
    expect(item('postgres')).toBe("    ('around''1\\', ");
    expect(item('clickhouse')).toBe("    ('around\\'1\\\\', ");
    expect(item('spark')).toBe("    ('around\\'1\\\\', ");
  });

  it('explains the columns in English or Chinese', async () => {
    expect((await floodgate('sql', '--dialect', 'duckdb')).out).toContain('-- Needs one table, shipments');
    expect((await floodgate('sql', '--dialect', 'duckdb', '--lang', 'zh')).out).toContain('-- 仅需一张表shipments');
  });

  it('prints the law as it was known on an earlier day', async () => {
    const { out } = await floodgate('sql', '--dialect', 'duckdb', '--as-of', '2023-01-01');
    expect(out).toContain('-- us-ear.3a090.a: ');
    expect(out).not.toContain('-- us-ear.3a090.b: ');
  });

  it('refuses a database that it does not know and names those that it does', async () => {
    const { status, out, err } = await floodgate('sql', '--dialect', 'oracle');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    for (const dialect of SQL_DIALECTS) expect(err).toContain(dialect);
    expect((await floodgate('sql')).status).toBe(2);
    expect(() => sqlView(rulebook, items, 'constructor')).toThrow('bad-choice');
  });
});
