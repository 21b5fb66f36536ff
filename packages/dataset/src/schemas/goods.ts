import type { Quantity } from '@floodgate/engine/world';
import { z } from 'zod';
import { aliasesCell, confidence, day, id, idsCell } from './cells.ts';

/** `purityPercent=99.99 origin=CN overlayNm=1.6..2.4`: attributes of `data/rules/attributes.yaml`, separated by spaces. */
const attributesCell = z
  .string()
  .regex(/^([a-z]\w*=\S+)( [a-z]\w*=\S+)*$/i, 'attributes such as "purityPercent=99.99 origin=CN"')
  .transform((cell) =>
    Object.fromEntries(
      cell.split(' ').map((pair): [string, Quantity | string] => {
        const [key, value] = pair.split('=');
        return [key, readValue(value)];
      }),
    ),
  );

/** A number, the two bounds between which it is known to lie (`1.6..2.4`), or a name. */
function readValue(value: string): Quantity | string {
  const [low, high, ...rest] = value.split('..');
  if (rest.length > 0 || ![low, high ?? low].every((part) => /^\d+(\.\d+)?$/.test(part))) return value;
  return high === undefined ? Number(low) : { low: Number(low), high: Number(high) };
}

/** A row of `data/items/items.csv`: a material, a technology or a tool. */
export const goodsSchema = z
  .strictObject({
    id,
    kind: z.enum(['material', 'technology', 'tool']),
    name_en: z.string(),
    name_zh: z.string(),
    aliases: aliasesCell,
    published: day.describe('Day from which the data know it; 2022-01-01 for what was traded before'),
    substance: id.describe('What it is, or is made of, such as gallium'),
    form: id.describe('Such as metal, magnet, process-technology'),
    attributes: attributesCell.optional(),
    sources: idsCell,
    confidence,
    note: z.string().optional(),
  })
  .transform((row) => ({
    id: row.id,
    kind: row.kind,
    name: { en: row.name_en, zh: row.name_zh },
    aliases: row.aliases,
    published: row.published,
    substance: row.substance,
    form: row.form,
    attributes: row.attributes ?? {},
    sources: row.sources,
    confidence: row.confidence,
    note: row.note,
  }));
