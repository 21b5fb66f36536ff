import { describe, expect, it } from 'vitest';
import { readQuantities } from '../quantities/read-quantities.ts';
import { compareQuantities } from './compare-quantities.ts';

const context = { published: '2025-07-20', terms: [] };
const compare = (en: string, zh: string) =>
  compareQuantities(readQuantities(en, 'en', context), readQuantities(zh, 'zh', context)).map(({ kind, en, zh }) => [
    kind,
    en?.text ?? null,
    zh?.text ?? null,
  ]);

describe('a figure that differs', () => {
  it.each([
    ['almost half of it', '其中超过一半', [['strength', 'half', '一半']]],
    ['more than 200,000 chips', '不到20万颗芯片', [['strength', '200,000', '20万']]],
    ['more than 70 percent', '70%', [['strength', '70 percent', '70%']]],
    ['less than four months', '四个月', [['strength', 'four months', '四个月']]],
    ['653,000 chips', '56.3万颗芯片', [['number', '653,000', '56.3万']]],
    ['$20 million', '2亿美元', [['number', '$20 million', '2亿美元']]],
    ['$20 million', '2000万元', [['number', '$20 million', '2000万元']]],
    ['600 GB/s', '600 TB/s', [['number', '600 GB/s', '600 TB/s']]],
    ['20,000 a month', '每年2万', [['number', '20,000', '2万']]],
    ['$3–4 billion', '30亿美元', [['number', '$3–4 billion', '30亿美元']]],
    ['on 1 December', '11月8日', [['number', '1 December', '11月8日']]],
    ['next month', '上个月', [['number', 'next month', '上个月']]],
    ['three and a half years', '三年', [['number', 'three and a half years', '三年']]],
    ['tens of millions of people', '数百万人', [['number', 'tens of millions', '数百万']]],
    ['It grew threefold', '增长了五倍', [['number', 'threefold', '五倍']]],
    ['It fell by 20 percent.', '它下降了。', [['missing', '20 percent', null]]],
    ['It fell.', '它下降了两成。', [['missing', null, '两成']]],
    ['1.96 million chips', '200万颗芯片', [['number', '1.96 million', '200万']]],
  ])('is told: %s, %s', (en, zh, expected) => {
    expect(compare(en, zh)).toEqual(expected);
  });
});

describe('a figure that agrees', () => {
  it.each([
    ['350,000', '35万'],
    ['1.96 million', '约200万'],
    ['about a third', '约33%'],
    ['two thirds', '三分之二'],
    ['half', '50%'],
    ['more than ten', '至少十个'],
    ['about 300', '300'],
    ['nearly 60%', '约六成'],
    ['up to 900 GB/s', '900GB/s'],
    ['4.0 TB/s', '4000 GB/s'],
    ['18 months', '一年半'],
    ['a decade', '十年'],
    ['a dozen', '12个'],
    ['90 days', '三个月'],
    ['doubled', '增长了一倍'],
    ['rose 100%', '翻了一番'],
    ['It increased threefold', '增长了三倍'],
    ['more than 100,000', '10多万'],
    ['a hundred-plus firms', '百余家企业'],
    ['millions of', '上百万'],
    ['hundreds of billions of dollars', '数千亿美元'],
    ['a 20% discount', '打八折'],
    ['mid-July 2025', '2025年7月中旬'],
    ['early 2025', '2025年初'],
    ['rose from 3 to 4 billion', '从30亿增至40亿'],
    ['between 2022 and 2025', '2022年至2025年'],
    ['in three years', '三年后'],
    ['60 miles', '约100公里'],
    ['three times in 2025', '2025年三次'],
    ['$30 billion', '300亿'],
  ])('%s, %s', (en, zh) => {
    expect(compare(en, zh)).toEqual([]);
    expect(readQuantities(en, 'en', context)).not.toEqual([]);
  });

  it('is not looked for among more than the nearest of ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => i + 10_001).join(' and ');
    const found = readQuantities(many, 'en', context);
    expect(compareQuantities(found, found)).toEqual([]);
  });
});
