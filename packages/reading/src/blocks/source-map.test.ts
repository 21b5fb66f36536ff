import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSpaces, fileSpan, MappedTextBuilder, sliceOf, verbatim } from './source-map.ts';

describe('a mapped text', () => {
  it('finds its stretches in the file, over what no reader sees', () => {
    const file = 'Sold 3<b>50</b>,000 &amp; more';
    const text = new MappedTextBuilder();
    text.add('Sold 3', 0);
    text.add('50', 9);
    text.add(',000 ', 15);
    text.add('&', 20, 5);
    text.add(' more', 25);
    expect(text.text).toBe('Sold 350,000 & more');
    const cut = (start: number, end: number) => {
      const span = fileSpan(text, start, end);
      return file.slice(span.start, span.end);
    };
    expect(cut(5, 12)).toBe('3<b>50</b>,000');
    expect(cut(6, 8)).toBe('50');
    expect(cut(13, 14)).toBe('&amp;');
    expect(cut(0, text.text.length)).toBe(file);
  });

  it('keeps its places when it is cut and its spaces collapse', () => {
    const pieces = fc.array(fc.constantFrom('word', '字', ' ', '\n', '  ', '\r\n', '1,000', '。'), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.nat(30), fc.nat(30), (written, a, b) => {
        const file = written.join('');
        const [start, end] = [Math.min(a, b, file.length), Math.min(Math.max(a, b), file.length)];
        const collapsed = collapseSpaces(sliceOf(verbatim(file, 0, file.length), start, end));
        expect(collapsed.text).not.toMatch(/^\s|\s$|\s\s|[\r\n]/);
        for (let i = 0; i < collapsed.text.length; i++) {
          const span = fileSpan(collapsed, i, i + 1);
          expect(file.slice(span.start, span.end).replace(/\s+/, ' ')).toBe(collapsed.text[i]);
        }
      }),
    );
  });

  it('joins lines of Chinese without a space, and others with one', () => {
    const whole = (file: string) => collapseSpaces(verbatim(file, 0, file.length)).text;
    expect(whole('华为\n生产')).toBe('华为生产');
    expect(whole('made\nby 华为\nand\n华为')).toBe('made by 华为 and 华为');
  });
});
