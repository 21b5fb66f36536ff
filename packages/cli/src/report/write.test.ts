import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { valuesOf } from '@floodgate/engine/scenario';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../write-files.ts';
import { inventReport } from './invented.fixture.ts';
import { writeReport } from './write.ts';

const FILES = ['draws.parquet', 'outcomes.csv', 'outcomes.parquet', 'report.html', 'report.md', 'run.json'];
let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'floodgate-report-'));
});
afterEach(() => rmSync(place, { recursive: true }));

async function query(sql: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  return rows;
}

describe('writing a report', () => {
  it('makes the folder, writes every file and nothing else, and notes each', async () => {
    const notes: string[] = [];
    const dir = join(place, 'new', 'folder');
    await writeReport(dir, inventReport(), (text) => notes.push(text));
    expect(readdirSync(dir).sort()).toEqual(FILES);
    expect(notes.toSorted()).toEqual(FILES.map((name) => `wrote ${join(dir, name)}\n`));
  });

  it('writes the same text files twice', async () => {
    const texts = async (name: string) => {
      await writeReport(join(place, name), inventReport(), () => {});
      return ['report.html', 'report.md', 'outcomes.csv', 'run.json'].map((file) =>
        readFileSync(join(place, name, file), 'utf8'),
      );
    };
    expect(await texts('one')).toEqual(await texts('two'));
  });

  it('refuses a path that is a file, or that leads through one, and writes nothing', async () => {
    const file = join(place, 'file');
    writeFileSync(file, 'mine');
    for (const path of [file, join(file, 'below')]) {
      expect(() => checkFolder(path)).toThrow(
        expect.objectContaining({ code: 'not-a-folder', fields: { path: file } }),
      );
      await expect(writeReport(path, inventReport(), () => {})).rejects.toThrow('not-a-folder');
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(join(place, 'file', 'below'))).toBe(false);
  });

  it('puts every draw where its names say', async () => {
    const report = inventReport();
    await writeReport(place, report, () => {});
    const { plan, results } = report.run;
    const draws = `'${join(place, 'draws.parquet')}'`;
    const [{ n }] = await query(`SELECT count(*)::INTEGER AS n FROM ${draws}`);
    expect(n).toBe(results.length);
    const rows = await query(
      `SELECT value FROM ${draws} WHERE policy = 'with' AND outcome = 'stock.cn.inference' AND period = 2026 ORDER BY draw`,
    );
    const k = [...new Set(report.run.evaluation.outcomes.map(({ id }) => id))].indexOf('stock.cn.inference');
    expect(rows.map(({ value }) => value)).toEqual([...valuesOf(plan, results, 'with', k, 1)]);
  });

  it('holds in Parquet what the CSV holds', async () => {
    await writeReport(place, inventReport(), () => {});
    const differing = await query(
      `SELECT * FROM '${join(place, 'outcomes.parquet')}' EXCEPT SELECT * FROM read_csv('${join(place, 'outcomes.csv')}')`,
    );
    expect(differing).toEqual([]);
  });

  it('keeps with the run what it was made of', async () => {
    await writeReport(place, inventReport({ overrides: { 'price.h20': '5' } }), () => {});
    const run = JSON.parse(readFileSync(join(place, 'run.json'), 'utf8'));
    expect(run).toMatchObject({ decision: 'invented', seed: 1, command: 'floodgate evaluate invented --seed 1' });
    expect(run.dataVersion).toMatch(/^ab12/);
    expect(run.columns[0]).toMatchObject({ id: 'price.h20', unit: 'USD', override: '5' });
    expect(run.columns[1]).toMatchObject({ id: 'uptake.china', estimate: '0.2 to 0.8', facts: [] });
  });
});
