import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';
import { floodgate } from './run.ts';

describe('the lists', () => {
  it.each([
    ['decisions', 7],
    ['chips', 60],
    ['facts', 400],
    ['parameters', 100],
    ['sources', 300],
    ['rules', 15],
  ])('floodgate %s --json gives at least %d rows with ids', async (name, least) => {
    const { status, out } = await floodgate(name, '--json');
    expect(status).toBe(0);
    const rows: { id: string }[] = JSON.parse(out);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(rows.every(({ id }) => typeof id === 'string')).toBe(true);
  });

  it('show gives one with its sources', async () => {
    const parameter = JSON.parse((await floodgate('parameters', 'show', 'h20-price-china', '--json')).out);
    expect(parameter.id).toBe('price.h20');
    expect(parameter.facts.length).toBeGreaterThan(0);
    expect(parameter.sources.every(({ url }: { url: string }) => URL.canParse(url))).toBe(true);
    const chip = JSON.parse((await floodgate('chips', 'show', 'A800', '--json')).out);
    expect(chip).toMatchObject({ id: 'a800', metrics: { tpp: 4992 } });
  });

  it('hide what was published after --as-of', async () => {
    const { out } = await floodgate('facts', '--as-of', '2025-07-25', '--json');
    for (const { published } of JSON.parse(out)) expect(published <= '2025-07-25').toBe(true);
  });

  it.each([
    [['chips', 'show', 'h21'], /h20/],
    [['facts', 'show', 'nvidia-h20-q1fy2'], /nvidia-h20-q1fy26/],
    [['parameters', '--as-of', 'soon'], /YYYY-MM-DD/],
    [['schema', 'chip'], /chips/],
  ])('refuse %j with status 2', async (args, message) => {
    const { status, err } = await floodgate(...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('floodgate schema', () => {
  it('prints a JSON Schema for every kind of file', async () => {
    for (const name of (await floodgate('schema')).out.trim().split('\n')) {
      const schema = JSON.parse((await floodgate('schema', name)).out);
      expect(schema.$schema, name).toMatch(/json-schema/);
    }
  });
});

describe('the words', () => {
  it('are in both languages for every outcome, unit and kind of thing', () => {
    for (const [key, text] of Object.entries(dataset.messages)) {
      expect(text.en.trim(), key).not.toBe('');
      // Symbols of units are the same in both; the switch names the other language.
      if (!/(^|\.)unit\.|other-language/.test(key)) expect(text.zh, key).toMatch(/[\u4e00-\u9fff]|^[^A-Za-z]*$|\{/);
    }
  });
});
