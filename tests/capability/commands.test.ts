import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetError } from '@floodgate/dataset';
import { InputError } from '@floodgate/engine/core';
import type { Dataset } from '@floodgate/engine/world';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerCompare } from '../../packages/cli/src/commands/compare.ts';
import { registerPredict } from '../../packages/cli/src/commands/predict.ts';
import type { Context } from '../../packages/cli/src/context.ts';
import { translate } from '../../packages/cli/src/view/translate.ts';
import { messages, world } from './capability-world.ts';

function run(...argv: string[]): { output: string; notes: string } {
  let output = '';
  let notes = '';
  const empty = {
    sources: [],
    memory: [],
    goods: [],
    facts: [],
    parameters: [],
    products: [],
    shipments: [],
    decisions: [],
  };
  const law = { rules: { regimes: [], instruments: [], parameters: [], provisions: [], groups: [], attributes: [] } };
  const dataset = { cutoff: '2026-11-23', hash: '', ...empty, ...law, ...world, messages, glossary: [] };
  const context: Context = {
    dataset: dataset as unknown as Dataset,
    today: '2026-11-23',
    write: (text) => {
      output += text;
    },
    note: (text) => {
      notes += text;
    },
    say: (language, key, fields) => translate(messages, language, key, fields),
  };
  const program = new Command().exitOverride();
  registerCompare(program, context);
  registerPredict(program, context);
  program.parse(['node', 'floodgate', ...argv]);
  return { output, notes };
}

function caseFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'floodgate-')), 'case.csv');
  writeFileSync(file, text);
  return file;
}

describe('floodgate compare', () => {
  it('prints one JSON document with the keys of the contract', () => {
    const document = JSON.parse(run('compare', 'h20', '--json').output);
    expect(document.against).toBe('h100-sxm');
    const [h20] = document.chips;
    expect(h20.chip).toBe('h20');
    expect(h20.training).toMatchObject({ precision: 'bf16', bound: 'compute' });
    expect(h20.training.relative).toBeCloseTo(h20.indices.trainingH100e, 12);
    const row = h20.inference.find((one: { workload: string }) => one.workload === 'deepseek-r1-decode-heavy');
    for (const key of [
      'prefillTokensPerSecond',
      'decodeTokensPerSecond',
      'outputTokensPerSecondPerChip',
      'ttftSeconds',
      'tpotSeconds',
      'batch',
      'chips',
      'relative',
    ]) {
      expect(row[key], key).toBeGreaterThan(0);
    }
    expect(h20.indices.inferenceH100e).toBeGreaterThan(0);
  });

  it('gives output for each watt and dollar where power and price are published, and null where not', () => {
    const [h20] = JSON.parse(run('compare', 'h20', '--json').output).chips;
    const row = h20.inference[0];
    expect(row.outputTokensPerSecondPerWatt).toBeCloseTo(row.outputTokensPerSecondPerChip / h20.powerW, 9);
    expect(row.outputTokensPerSecondPerThousandUsd).toBeCloseTo(
      (1000 * row.outputTokensPerSecondPerChip) / h20.launchPriceUsd,
      9,
    );
    const [h800] = JSON.parse(run('compare', 'h800', '--json').output).chips;
    expect(h800.launchPriceUsd).toBeNull();
    expect(h800.inference[0].outputTokensPerSecondPerThousandUsd).toBeNull();
  });

  it('says at which promised speed the order of two chips turns', () => {
    const [h20] = JSON.parse(run('compare', 'h20', '--json').output).chips;
    const turning = h20.latency.filter((one: { turnsAt: number | null }) => one.turnsAt !== null);
    expect(turning.length).toBeGreaterThan(0);
    for (const { tpotSeconds, relative, turnsAt } of turning) {
      const at = tpotSeconds.indexOf(turnsAt);
      expect((relative[at - 1] - 1) * (relative[at] - 1)).toBeLessThan(0);
    }
    expect(run('compare', 'h20').output).toMatch(/the order turns at \d+ ms/);
    expect(run('compare', 'h20', '--lang', 'zh').output).toMatch(/次序在 \d+ 毫秒处反转/);
  });

  it('says in English and in Chinese where the H20 is ahead', () => {
    expect(run('compare', 'h20').output).toMatch(/ahead up to \d+ sequences at once, behind beyond/);
    expect(run('compare', 'h20', '--lang', 'zh').output).toMatch(/并发不超过 \d+ 条序列时领先，超过则落后/);
  });

  it('shows only the workloads that are asked for', () => {
    const { output } = run('compare', 'h20', '--workload', 'deepseek-r1-decode-heavy', '--json');
    expect(JSON.parse(output).chips[0].inference.map((row: { workload: string }) => row.workload)).toEqual([
      'deepseek-r1-decode-heavy',
    ]);
  });

  it('refuses an unknown chip or workload with the nearest id', () => {
    expect(() => run('compare', 'h2o')).toThrow(InputError);
    expect(() => run('compare', 'h20', '--workload', 'deepseek-r1-decode-heavi')).toThrow(/deepseek-r1-decode-heavy/);
  });
});

describe('floodgate predict', () => {
  const head = 'id,chip,chips_used,model,precision,tensor_parallel,input_tokens,output_tokens,phase,metric,value,team';

  it('adds a prediction to each row and hands the row back', () => {
    const file = caseFile(
      `${head}\nmine,H100-SXM,8,Llama-3.1-405B,FP8,8,1000,1000,end-to-end,output tok/s total,,ours\n`,
    );
    const { output, notes } = run('predict', '--case', file, '--json');
    const [row] = JSON.parse(output);
    expect(row).toMatchObject({ id: 'mine', team: 'ours' });
    expect(row.predicted).toBeGreaterThan(1000);
    expect(notes).toMatch(/not read: team/);
  });

  it('says why a row is not covered', () => {
    const file = caseFile(`${head}\nx,H100-SXM,8,Claude,FP8,8,1000,1000,end-to-end,output tok/s total,,\n`);
    const [row] = JSON.parse(run('predict', '--case', file, '--json').output);
    expect(row.predicted).toBeNull();
    expect(row.why.en).toMatch(/Claude/);
    expect(row.why.zh).toMatch(/Claude/);
  });

  it('names the file, line and column of a cell that is not a number', () => {
    const file = caseFile(`${head}\nx,H100-SXM,eight,Llama-3.1-405B,FP8,8,1000,1000,end-to-end,output tok/s total,,\n`);
    expect(() => run('predict', '--case', file)).toThrow(DatasetError);
    expect(() => run('predict', '--case', file)).toThrow(/case\.csv:2:3: chips_used/);
  });

  it('refuses a file that cannot be read', () => {
    expect(() => run('predict', '--case', '/nowhere/case.csv')).toThrow(/no-file/);
  });
});
