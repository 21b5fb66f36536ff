/** Whatever number is written, in whichever of its forms, is read back; and any change of one of two languages is reported. */
import { compareQuantities, readQuantities } from '@floodgate/reading';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenInChinese, writtenInEnglish } from './quantities-written.ts';

const context = { published: '2025-07-20', terms: [] };
const read = (text: string, lang: 'en' | 'zh') => readQuantities(text, lang, context);
const en = (figure: string) => `The company shipped ${figure} accelerators to its customers.`;
const zh = (figure: string) => `该公司向客户交付了${figure}颗加速芯片。`;

describe('a number written by a generator', () => {
  it('reads back in English, cut exactly', () => {
    fc.assert(
      fc.property(writtenInEnglish, ({ value, text }) => {
        expect(read(en(text), 'en').map((q) => [q.text, q.value])).toEqual([[text, value]]);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('reads back in Chinese, cut exactly', () => {
    fc.assert(
      fc.property(writtenInChinese, ({ value, text }) => {
        expect(read(zh(text), 'zh').map((q) => [q.text, q.value])).toEqual([[text, value]]);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
