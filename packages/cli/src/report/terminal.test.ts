import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { createContents } from './contents.ts';
import { inventReport } from './invented.fixture.ts';
import { type Page, printContents } from './terminal.ts';
import { shareBar, spreadBar } from './terminal-bars.ts';
import { textTable, wrap } from './terminal-text.ts';
import { createWords } from './words.ts';

const plain = (text: string | number) => String(text);

function print(language: 'en' | 'zh', options: Partial<Page> = {}): string {
  const report = inventReport({ language });
  const words = createWords(report.dataset.messages, language);
  const colours = { bold: plain, dim: plain, cyan: plain, green: plain };
  return printContents(createContents(report, language), { width: 80, colours, explain: false, words, ...options });
}

describe('the report on a terminal', () => {
  it.each(['en', 'zh'] as const)('stays within the width, but for addresses and the call (%s)', (language) => {
    for (const width of [80, 100]) {
      const wide = print(language, { width })
        .split('\n')
        .filter((line) => stringWidth(line) > width);
      expect(wide.filter((line) => !/https?:\/\/|floodgate evaluate|[0-9a-f]{40}/.test(line))).toEqual([]);
    }
  });

  it('lists every input only when asked to explain', () => {
    expect(print('en')).not.toContain('price.h20');
    expect(print('en', { explain: true })).toContain('[price.h20]');
  });

  it('needs no colour to tell the parts of a bar apart', () => {
    expect(spreadBar({ p5: 4, p50: 6, p95: 10 }, 10, 10)).toBe('████▓▓░░░░');
    expect(spreadBar({ p5: 0, p50: 0, p95: 0 }, 0, 4)).toBe('    ');
    expect(shareBar(0.5, 4)).toBe('██  ');
    expect(shareBar(1.04, 4)).toBe('████');
  });
});

describe('text in columns', () => {
  it('counts Chinese characters as two columns and keeps closing marks off the start of a line', () => {
    const lines = wrap('中国的推理算力，在有该决定时更多。', 12);
    expect(lines.every((line) => stringWidth(line) <= 14)).toBe(true);
    expect(lines.join('')).toBe('中国的推理算力，在有该决定时更多。');
    expect(lines.filter((line) => /^[，。]/.test(line))).toEqual([]);
  });

  it('breaks English between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('wraps the widest column of a table that does not fit', () => {
    const lines = textTable([['a long text in a cell', '1']], [false, true], 14);
    expect(lines).toEqual(['a long text  1', 'in a cell']);
  });
});
