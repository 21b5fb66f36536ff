/** The schemas of the data files as JSON Schema, for editors and other programs. */
import { z } from 'zod';
import { collections } from './collections.ts';

/** JSON Schema by collection name: the shape of one row or document as it stands in the file. */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(collections).map(([name, { schema, describe }]) => [
      name,
      { title: name, description: describe, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
    ]),
  );
}
