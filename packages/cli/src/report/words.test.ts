import { fileURLToPath } from 'node:url';
import { compileDataset } from '@floodgate/dataset';
import { describe, expect, it } from 'vitest';
import { createWords } from './words.ts';

describe('words of a report', () => {
  const dataset = compileDataset(fileURLToPath(new URL('../../../../data/', import.meta.url)));
  const en = createWords(dataset.messages, 'en');
  const zh = createWords(dataset.messages, 'zh');

  it('name every unit of the data in both languages', () => {
    const units = new Set([...dataset.parameters, ...dataset.facts].map(({ unit }) => unit));
    // Money in its own currency needs no name: it is written as money.
    const unnamed = [...units].filter((unit) => !/^(\w+ )?USD$/.test(unit) && (!en.unit(unit) || !zh.unit(unit)));
    expect(unnamed).toEqual([]);
  });

  it('write days as the language does', () => {
    expect(en.day('2025-07-14')).toBe('14 July 2025');
    expect(zh.day('2025-07-14')).toBe('2025年7月14日');
  });

  it('have no empty string in either language', () => {
    const texts = Object.entries(dataset.messages).filter(([key]) => key.startsWith('report.'));
    expect(texts.filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '')).toEqual([]);
    expect(texts.filter(([, { zh }]) => !/\p{Script=Han}|\{\w+\}/u.test(zh)).map(([key]) => key)).toEqual(SAME_IN_BOTH);
  });
});

/** Written alike in Chinese, and the line that calls for the other language. */
const SAME_IN_BOTH = ['report.unit.GB/s', 'report.unit.TPP', 'report.other-language'];
