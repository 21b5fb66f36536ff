import type { Recogniser } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../quantities/quantity.ts';
import { checkWorthy } from './check-worthy.ts';
import { linkClaims } from './link-claims.ts';

const terms = [{ id: 'huawei', en: ['Huawei'], zh: ['华为'] }];
const output: Recogniser = {
  claim: 'C5',
  patterns: [
    {
      need: [
        { en: ['@huawei', 'China'], zh: ['@huawei', '中国'] },
        { en: ['make', 'makes', 'produc*'], zh: ['生产'] },
      ],
      figure: { from: 150_000, to: 250_000, kind: 'number' },
      unless: { en: ['wafer*'], zh: [] },
      within: 'neighbours',
    },
    {
      need: [
        { en: [], zh: ['@huawei'] },
        { en: [], zh: ['很少'] },
      ],
      within: 'sentence',
    },
  ],
};

function quantity(text: string, part: string, value: number): Quantity {
  const start = text.indexOf(part);
  return {
    lang: 'en',
    kind: 'number',
    text: part,
    start,
    end: start + part.length,
    value,
    interval: null,
    date: null,
    unit: null,
    comparator: 'exactly',
    subject: null,
  };
}

function links(en: string | null, zh: string | null, figures: [string, number][] = []) {
  const quantities = figures.map(([part, value]) => quantity(en ?? '', part, value));
  return linkClaims({ en, zh, quantities }, [output], terms);
}

describe('a claim is recognised', () => {
  it('where its words and its figure stand in one sentence, with the place of the sentence', () => {
    const text = 'Nobody knows. Huawei can produce barely 200,000 chips a year. That is little.';
    const [link] = links(text, null, [['200,000', 200_000]]);
    expect(link).toMatchObject({ claim: 'C5', lang: 'en', score: 1 });
    expect(text.slice(link.start, link.end)).toBe('Huawei can produce barely 200,000 chips a year.');
  });

  it('with a lower score where they stand in two sentences that follow each other, and not farther apart', () => {
    const near = 'Take Huawei. It can make 200,000 chips.';
    expect(links(near, null, [['200,000', 200_000]])[0].score).toBeLessThan(1);
    const far = 'Take Huawei. It is old. It can make 200,000 chips.';
    expect(links(far, null, [['200,000', 200_000]])).toEqual([]);
  });

  it('only with a figure between both ends, which count', () => {
    const at = (value: number) => links('Huawei produces 9 chips.', null, [['9', value]]).length;
    expect([149_999, 150_000, 250_000, 250_001].map(at)).toEqual([0, 1, 1, 0]);
  });

  it('not where an excluded word stands in the passage', () => {
    expect(links('Huawei produces 200,000 wafers.', null, [['200,000', 200_000]])).toEqual([]);
  });

  it('in traditional characters too, at their own offsets', () => {
    const text = '沒有人知道。華為每年生產很少。';
    const [link] = links(null, text);
    expect(text.slice(link.start, link.end)).toBe('華為每年生產很少。');
  });

  it('with less doubt where both languages say it', () => {
    const both = links('Take Huawei. It makes 200,000.', '华为生产很少。', [['200,000', 200_000]]);
    const one = links('Take Huawei. It makes 200,000.', null, [['200,000', 200_000]]);
    expect(both.find(({ lang }) => lang === 'en')?.score).toBeGreaterThan(one[0].score);
  });

  it('not in words strewn over more than two sentences, unless the other language says it too', () => {
    const strewn: Recogniser[] = [
      {
        claim: 'C5',
        patterns: [
          {
            need: [
              { en: ['one'], zh: ['一'] },
              { en: ['two'], zh: ['二'] },
            ],
            within: 'paragraph',
          },
        ],
      },
    ];
    const link = (en: string, zh: string | null) => linkClaims({ en, zh, quantities: [] }, strewn, terms).length;
    const far = 'Here is one. And then. At last two.';
    expect([link(far, null), link(far, '无。'), link(far, '一和二。')]).toEqual([1, 0, 2]);
  });

  it('by whole words only', () => {
    expect(links('Huaweix makes 200,000.', null, [['200,000', 200_000]])).toEqual([]);
  });
});

describe('sentences worth a check that match no claim', () => {
  it('have a figure, a comparison or a cause, and say which', () => {
    const en = 'It cost 40. It was better than the last. It fell because of rain. It was a day.';
    const pair = { en, zh: null, quantities: [quantity(en, '40', 40)] };
    expect(checkWorthy(pair, []).map(({ why }) => why)).toEqual([['quantity'], ['comparison'], ['cause']]);
  });

  it('are not those inside a linked passage', () => {
    const en = 'It cost 40. It was better.';
    const link = { claim: 'C1', score: 1, lang: 'en' as const, start: 0, end: 11 };
    expect(checkWorthy({ en, zh: null, quantities: [quantity(en, '40', 40)] }, [link])).toHaveLength(1);
  });
});
