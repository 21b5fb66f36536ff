/** The reader survives anything: an answer or a clear refusal, in bounded time, and every place cut exactly. */
import { InputError } from '@floodgate/engine/core';
import { type Reading, readText } from '@floodgate/reading';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHINESE, ENGLISH, options, read } from './invented.ts';

function expectExactPlaces({ file, paragraphs }: Reading): void {
  for (const paragraph of paragraphs) {
    const found = [...paragraph.quantities, ...paragraph.claims, ...paragraph.unclaimed];
    for (const { text, start, end, lang, inParagraph } of found) {
      expect(file.slice(start, end)).toBe(text);
      expect(inParagraph.end).toBeLessThanOrEqual(paragraph[lang]!.length);
    }
    for (const { en, zh } of paragraph.mismatches) {
      for (const side of [en, zh]) if (side) expect(file.slice(side.start, side.end)).toBe(side.text);
    }
  }
}

const NAMES = ['a.txt', 'a.md', 'a.html', 'a.docx', 'a'];
const number = fc.oneof(
  fc.integer({ min: 2, max: 9_999_999 }).map((n) => n.toLocaleString('en')),
  fc.constantFrom(
    '35万',
    '三年半',
    '60%',
    '$4 trillion',
    '**350**,000',
    '3<b>50</b>,000',
    '40&nbsp;million',
    '1.2亿美元',
  ),
);
const piece = fc.oneof(
  number,
  fc.constantFrom(
    ...ENGLISH,
    ...CHINESE,
    ' / ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '| a | b |\n|---|---|\n',
    '<p>',
    '</p>',
    '<table><tr><td>',
  ),
  fc.constantFrom(
    '&amp;',
    '&#x3c;',
    '&notit;',
    '\\*',
    '**',
    '> ',
    '# ',
    '- ',
    '```',
    '<!--',
    '<script>',
    '\u202e',
    'عام ',
    '\ufeff',
    '\0',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('any text in any format', () => {
  it('is read or refused, and what is found is cut exactly', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...NAMES), async (written, name) => {
        try {
          expectExactPlaces(await read(written, name));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.code).toMatch(/^unreadable-/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('any bytes at all', async () => {
    const start = fc.constantFrom('', 'PK\u0003\u0004', '\xff\xfe', '\xfe\xff', '<html>', '{\\rtf');
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(...NAMES),
        async (head, tail, name) => {
          const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
          const outcome = await readText(bytes, name, options).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(InputError);
          else expectExactPlaces(outcome as Reading);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps every paragraph of the text, in one language or none', async () => {
    const paragraph = fc.constantFrom(...ENGLISH, ...CHINESE, 'في عام 2025 باعت الشركة 350,000 شريحة', '***', '2025');
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { maxLength: 14 }), async (written) => {
        const { paragraphs } = await read(written.join('\n\n'));
        const kept = paragraphs.flatMap(({ en, zh, other }) =>
          [en, zh, other].flatMap((side) => side?.split('\n\n') ?? []),
        );
        expect(kept.sort()).toEqual([...written].sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe('a text of a shape that would stall a careless reader', () => {
  const CHARACTERS = 120_000;
  it.each([
    ['digits', '1', 'a.txt'],
    ['Chinese numerals', '一', 'a.txt'],
    ['spaces', ' ', 'a.txt'],
    ['brackets', '[', 'a.md'],
    ['emphasis', '_a__b*', 'a.md'],
    ['quotations', '> ', 'a.md'],
    ['bars', '|', 'a.md'],
    ['entities', '&amp', 'a.html'],
    ['both languages in turn', 'word / 字', 'a.txt'],
    ['dates', 'July 4, ', 'a.txt'],
  ])('%s', async (_, unit, name) => {
    const file = unit.repeat(CHARACTERS / unit.length);
    expectExactPlaces(await read(unit === '|' ? `|a|b|\n|-|-|\n${file}` : file, name));
  });
});

it('cost grows with the length of the text, not with its square', { timeout: 30_000 }, async () => {
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n\n');
  const blocks = (count: number) =>
    `${lines(count, (i) => `In ${2000 + (i % 25)} they sold ${i * 7 + 3} chips in region ${i}.`)}\n\n${lines(count, (i) => `${2000 + (i % 25)}年，他们在第${i}区出售了${i * 7 + 3}枚芯片。`)}`;
  const seconds = async (count: number) => {
    const start = performance.now();
    const { paragraphs } = await read(blocks(count));
    expect(paragraphs.filter(({ en, zh }) => en !== null && zh !== null)).toHaveLength(count);
    return performance.now() - start;
  };
  await seconds(200);
  const short = await seconds(500);
  // Four times as long; a cost that grew with the square would take sixteen times as long.
  expect((await seconds(2000)) / short).toBeLessThan(10);
});

it('right-to-left text is kept as it stands', async () => {
  const arabic = 'في عام 2025 باعت الشركة 350,000 شريحة.';
  const { paragraphs } = await read(`${arabic}\n\n${ENGLISH[0]}\n\n${CHINESE[0]}`);
  expect(paragraphs.map(({ other }) => other)).toEqual([arabic, null]);
  expect(paragraphs[1]).toMatchObject({ en: ENGLISH[0], zh: CHINESE[0] });
});
