/** However a file lays out its two languages, the same paragraphs are paired; lines in one language shift nothing. */
import { describe, expect, it } from 'vitest';
import { CHINESE, ENGLISH, pairsOf, read, STRAIGHT } from './invented.ts';

const both = (line: (en: string, zh: string) => string) => ENGLISH.map((en, i) => line(en, CHINESE[i]));
const html = (body: string) => `<!doctype html><html><body>${body}</body></html>`;

const LAYOUTS: [string, string, string, string][] = [
  ['alternating, English first', 'alternating', 'a.txt', both((en, zh) => `${en}\n\n${zh}`).join('\n\n')],
  ['alternating, Chinese first', 'alternating', 'a.txt', both((en, zh) => `${zh}\n\n${en}`).join('\n\n')],
  ['a line of each in one paragraph', 'alternating', 'a.txt', both((en, zh) => `${en}\n${zh}`).join('\n\n')],
  ['a line of each without empty lines', 'alternating', 'a.txt', both((en, zh) => `${en}\n${zh}`).join('\n')],
  ['both on one line with a bar', 'alternating', 'a.txt', both((en, zh) => `${en} / ${zh}`).join('\n\n')],
  ['both on one line, sentence after sentence', 'alternating', 'a.txt', both((en, zh) => `${en}${zh}`).join('\n\n')],
  ['columns set by tabs', 'alternating', 'a.txt', both((en, zh) => `${en}\t${zh}`).join('\n')],
  ['English, then Chinese', 'blocks', 'a.txt', [...ENGLISH, ...CHINESE].join('\n\n')],
  ['Chinese, then English', 'blocks', 'a.md', [...CHINESE, ...ENGLISH].join('\n\n')],
  ['a table in HTML', 'table', 'a.html', html(`<table>${both((en, zh) => `<tr><td>${en}<td>${zh}`).join('')}</table>`)],
  [
    'a table of one row in HTML',
    'table',
    'a.html',
    html(`<table><tr><td><p>${ENGLISH.join('<p>')}</td><td><p>${CHINESE.join('<p>')}</td></tr></table>`),
  ],
  [
    'a table in Markdown',
    'table',
    'a.md',
    `| 中文 | English |\n| --- | --- |\n${both((en, zh) => `| ${zh} | ${en} |`).join('\n')}`,
  ],
  [
    'paragraphs in HTML',
    'alternating',
    'a.html',
    html(both((en, zh) => `<p>${en}</p><p lang="zh">${zh}</p>`).join('')),
  ],
  ['lines broken in HTML', 'alternating', 'a.html', html(both((en, zh) => `<p>${en}<br>${zh}</p>`).join(''))],
];

describe.each(LAYOUTS)('%s', (_, layout, name, text) => {
  it(`is found to be ${layout}, and is paired`, async () => {
    expect((await read(text, name)).layout).toBe(layout);
    expect(await pairsOf(text, name)).toEqual(STRAIGHT);
  });
});

describe('lines in one language only', () => {
  const around = 'A door opened and shut\n\nBy a guest contributor\n\nJuly 24, 2025\n\n';

  it('shift no pair before the text, within it and after it', async () => {
    const pairs = both((en, zh) => `${en}\n\n${zh}`);
    const text = `${around}${pairs.slice(0, 2).join('\n\n')}\n\nWhere the work is going\n\n${pairs.slice(2).join('\n\n')}\n\n图1：产量。`;
    expect(await pairsOf(text)).toEqual(STRAIGHT);
  });

  it('shift no pair of a text in two blocks', async () => {
    const headed = [...ENGLISH.slice(0, 3), 'Figure 1. Output by year.', ...ENGLISH.slice(3)];
    expect(await pairsOf(`${around}${[...headed, ...CHINESE].join('\n\n')}`)).toEqual(STRAIGHT);
  });

  it('are shown without a counterpart', async () => {
    const { paragraphs } = await read(`${around}${[...ENGLISH, ...CHINESE].join('\n\n')}`);
    const alone = paragraphs.filter(({ zh }) => zh === null).map(({ en, role, score }) => [en, role, score]);
    expect(alone).toEqual([
      ['A door opened and shut', 'heading', null],
      ['By a guest contributor', 'by-line', null],
      ['July 24, 2025', 'date-line', null],
    ]);
  });
});

describe('a paragraph', () => {
  it('that is missing in one language leaves the others paired', async () => {
    const alternating = both((en, zh) => `${en}\n\n${zh}`);
    alternating[1] = ENGLISH[1];
    expect(await pairsOf(alternating.join('\n\n'))).toEqual([[0, 0], [1, -1], ...STRAIGHT.slice(2)]);
    const blocks = [...ENGLISH, ...CHINESE.filter((_, i) => i !== 1)];
    expect(await pairsOf(blocks.join('\n\n'))).toEqual([[0, 0], [1, -1], ...STRAIGHT.slice(2)]);
  });

  it('that is cut in two in one language is put together', async () => {
    const [first, second] = CHINESE[4].split(/(?<=。)/);
    const { paragraphs } = await read([...ENGLISH, ...CHINESE.slice(0, 4), first, second].join('\n\n'));
    expect(paragraphs).toHaveLength(5);
    expect(paragraphs[4]).toMatchObject({ en: ENGLISH[4], zh: `${first}\n\n${second}` });
  });

  it('wrapped into lines is one', async () => {
    const wrap = (text: string, width: number) =>
      text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trim();
    const text = [...ENGLISH.map((en) => wrap(en, 50)), ...CHINESE].join('\n\n');
    expect(await pairsOf(text)).toEqual(STRAIGHT);
  });
});

it('a text in one language has no pairs', async () => {
  for (const text of [ENGLISH, CHINESE]) {
    const { layout, paragraphs } = await read(text.join('\n\n'));
    expect(layout).toBe('one-language');
    expect(paragraphs.map(({ en, zh }) => en ?? zh)).toEqual(text);
  }
});

it('Traditional Chinese is paired by the same terms', async () => {
  const terms = [{ id: 'huawei', en: ['Huawei'], zh: ['华为'] }];
  const { readText } = await import('@floodgate/reading');
  const text = 'Huawei waits.\n\nNobody knows why.\n\n華為正在等待。\n\n沒有人知道原因。';
  const { paragraphs } = await readText(new TextEncoder().encode(text), 'a.txt', { terms, recognisers: [] });
  expect(paragraphs.map(({ en, zh }) => [en, zh])).toEqual([
    ['Huawei waits.', '華為正在等待。'],
    ['Nobody knows why.', '沒有人知道原因。'],
  ]);
});

it('gives a low score to what is hardly a translation, and shows it', async () => {
  const { paragraphs } = await read(
    'The firm sold 350,000 chips to 12 buyers in 2023, said Reuters.\n\n天气很好，大家都去公园散步，孩子们放风筝，老人们下棋聊天，一直到太阳落山才慢慢走回家。',
  );
  expect(paragraphs.every(({ score }) => score === null || score < 0.5)).toBe(true);
});

it('reads the figures of a table that has a column of words', async () => {
  const table =
    '| Chip | Bandwidth | Price |\n|---|---|---|\n| H20 | 4.0 TB/s | $12,000 |\n| Hopper | 3.35 TB/s | 25,000 |';
  const { paragraphs } = await read(table, 'a.md');
  const values = paragraphs.flatMap(({ quantities }) => quantities.map(({ value }) => value));
  expect(values).toEqual([4000, 12000, 3350, 25000]);
});
