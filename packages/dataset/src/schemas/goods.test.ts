import { describe, expect, it } from 'vitest';
import { goodsSchema } from './goods.ts';

const row = (attributes: string) => ({
  id: 'scanner',
  kind: 'tool',
  name_en: 'Scanner',
  name_zh: '光刻机',
  published: '2022-01-01',
  substance: 'semiconductor',
  form: 'lithography',
  attributes,
  sources: 'somewhere',
  confidence: 'low',
});
const read = (attributes: string) => goodsSchema.parse(row(attributes)).attributes;

describe('the attributes of goods', () => {
  it('are numbers, bounds between which a figure is known to lie, or names', () => {
    expect(read('overlayNm=1.6 maker=asml')).toEqual({ overlayNm: 1.6, maker: 'asml' });
    expect(read('overlayNm=1.6..2.4')).toEqual({ overlayNm: { low: 1.6, high: 2.4 } });
  });

  it('stay names where they are no bounds', () => {
    expect(read('maker=a..b form=1..2..3')).toEqual({ maker: 'a..b', form: '1..2..3' });
  });

  it('are refused where they are no pairs', () => {
    expect(() => read('overlayNm')).toThrow('attributes such as');
  });
});
