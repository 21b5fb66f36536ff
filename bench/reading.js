/**
 * Characters a second of a whole reading (pairs, quantities, comparison, claims), beside the bare recogniser that knows
 * numbers and dates alone, on the same bilingual text; and that the cost grows with the length, not with its square.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { termsOf } from '../packages/cli/dist/reading-report/terms.js';
import { readText, recognisersOf } from '../packages/reading/dist/index.js';
import { measureInTurn, timed } from './measure.js';
import { rate, timeRatio } from './table.js';

/** @type {typeof import('@microsoft/recognizers-text-suite')} */
const recogniser = createRequire(import.meta.url)('@microsoft/recognizers-text-suite');

const TEXT = new URL('../tests/reading/corpus/looked-at/01-second-thoughts-on-the-h20/text.md', import.meta.url);
/** English words of an op-ed. */
const WORDS = 3000;
const ROUNDS = 3;
const TIMES_LONGER = 8;

/** @param {import('../packages/engine/dist/world/index.js').Dataset} dataset */
export async function measureReading(dataset) {
  const options = { terms: termsOf(dataset), recognisers: recognisersOf(dataset.claims) };
  const text = repeated(readFileSync(TEXT, 'utf8'));
  const long = text.repeat(TIMES_LONGER);
  const read = (/** @type {string} */ written) => () => readText(Buffer.from(written), 'text.md', options);
  const whole = { name: 'reading of a 3,000-word op-ed', count: text.length, run: timed(read(text)) };
  const longer = { name: 'reading of one eight times as long', count: long.length, run: timed(read(long)) };
  const bare = { name: 'bare recogniser on the op-ed', count: text.length, run: timed(() => recognise(text)) };
  const [wholeSeconds, longSeconds, bareSeconds] = await measureInTurn([whole, longer, bare], ROUNDS);
  return {
    rows: [
      rate(whole, wholeSeconds, 'characters/s'),
      { figure: 'the op-ed', unit: 's', values: wholeSeconds },
      rate(longer, longSeconds, 'characters/s'),
      rate(bare, bareSeconds, 'characters/s'),
      timeRatio('reading over recogniser', { ...whole, seconds: wholeSeconds }, { ...bare, seconds: bareSeconds }),
      timeRatio(
        'each character of eight times as long',
        { ...longer, seconds: longSeconds },
        { ...whole, seconds: wholeSeconds },
      ),
    ],
    notes: [
      `Reading: ${text.length.toLocaleString('en')} characters, English and Chinese; the recogniser finds numbers and dates alone.`,
    ],
  };
}

/** @param {string} passage */
function repeated(passage) {
  const words = passage.match(/[A-Za-z][A-Za-z'’-]*/g)?.length ?? 1;
  return `${passage}\n\n`.repeat(Math.ceil(WORDS / words));
}

/** @param {string} text each paragraph in its own language */
function recognise(text) {
  return text.split('\n\n').map((paragraph) => {
    const culture = /\p{Script=Han}/u.test(paragraph) ? recogniser.Culture.Chinese : recogniser.Culture.English;
    return [recogniser.recognizeNumber(paragraph, culture), recogniser.recognizeDateTime(paragraph, culture)];
  });
}
