import { describe, expect, it } from 'vitest';
import { verbatim } from './source-map.ts';
import { splitLanguages } from './split-languages.ts';

const parts = (text: string) => splitLanguages(verbatim(text, 0, text.length)).map((part) => [part.lang, part.text]);

describe('a block in both languages', () => {
  it.each([
    ['Chips for sale\n芯片出售', ['Chips for sale', '芯片出售']],
    ['Chips for sale / 芯片出售', ['Chips for sale', '芯片出售']],
    ['芯片出售 | Chips for sale', ['芯片出售', 'Chips for sale']],
    ['Outlook（展望）', ['Outlook', '展望']],
    ['The firm sold 350,000 chips. 该公司售出35万枚芯片。', ['The firm sold 350,000 chips.', '该公司售出35万枚芯片。']],
    ['该公司售出35万枚芯片. The firm sold 350,000 chips.', ['该公司售出35万枚芯片.', 'The firm sold 350,000 chips.']],
    ['该公司售出35万枚芯片。The firm sold 350,000 chips.', ['该公司售出35万枚芯片。', 'The firm sold 350,000 chips.']],
  ])('%j is cut', (text, expected) => {
    expect(parts(text).map(([, part]) => part)).toEqual(expected);
    expect(new Set(parts(text).map(([lang]) => lang)).size).toBe(2);
  });

  it.each([
    'The Ministry of Commerce (商务部) said that exports of gallium (镓) need a licence.',
    '他说：“We are back.” 这句话传遍了业界，三天后该公司的股价上涨了百分之四。',
    'NVIDIA H20、H800、A800 与 AMD MI308 均受限。',
    'H20 / 昇腾910B',
    '华为/中芯国际的 7nm 工艺',
  ])('%j is whole: names and quotations are no translation', (text) => {
    expect(parts(text)).toHaveLength(1);
  });
});

it('lines of one language are one, an empty line divides', () => {
  expect(parts('one line\nand the next\n\nanother')).toEqual([
    ['en', 'one line and the next'],
    ['en', 'another'],
  ]);
});
