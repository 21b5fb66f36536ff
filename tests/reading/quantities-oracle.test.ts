/** On plain numbers Microsoft's recogniser, written by others for others, is the oracle: both must read the same value. */
import { readQuantities } from '@floodgate/reading';
import Recognizers from '@microsoft/recognizers-text-suite';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const plain = fc
  .tuple(fc.integer({ min: 11, max: 9999 }), fc.integer({ min: 0, max: 2 }))
  .map(([n, places]) => Number(`${n}e-${places}`));
const notYear = plain.filter((n) => n < 1900 || n > 2099);
const written = {
  en: fc
    .tuple(notYear, fc.constantFrom('', ' million', ' billion', ' percent'))
    .map(([n, word]) => `It sold ${n}${word} last time`),
  zh: fc.tuple(notYear, fc.constantFrom('', '万', '亿', '万亿', '%')).map(([n, word]) => `它售出${n}${word}的货物`),
};
const cultures = { en: Recognizers.Culture.English, zh: Recognizers.Culture.Chinese };

it.each(['en', 'zh'] as const)('agrees on plain numbers (%s)', (lang) => {
  fc.assert(
    fc.property(written[lang], (text) => {
      const share = /%|percent/.test(text);
      const oracle = share
        ? Recognizers.recognizePercentage(text, cultures[lang])
        : Recognizers.recognizeNumber(text, cultures[lang]);
      const value = Number.parseFloat(oracle[0]!.resolution.value) / (share ? 100 : 1);
      const ours = readQuantities(text, lang, { published: null, terms: [] })[0]!;
      expect(ours.value).toBeCloseTo(value, 9);
      expect([ours.start, ours.end - 1]).toEqual([oracle[0]!.start, oracle[0]!.end]);
    }),
    { numRuns: 60, seed: 1 },
  );
});
