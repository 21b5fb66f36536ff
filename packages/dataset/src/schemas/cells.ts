/** The kinds of cell that tables and documents are made of. */
import { z } from 'zod';

export const day = z.iso.date().describe('Calendar day, YYYY-MM-DD');
export const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is lower-case letters, digits, dots and hyphens');
export const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }).describe('English and Chinese');
export const confidence = z.enum(['high', 'medium', 'low']);

/** A number in a CSV cell. */
export const numberCell = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i, 'a plain number, such as 148 or 0.35')
  .transform(Number);

/** A number or an interval in a CSV cell: `148` or `2250 to 7500`. */
export const quantityCell = z
  .string()
  .regex(/^\d+(\.\d+)?( to \d+(\.\d+)?)?$/, 'a number or an interval, such as 148 or 2250 to 7500')
  .transform((cell) => {
    const [low, high] = cell.split(' to ').map(Number);
    return high === undefined ? low : { low, high };
  });

export const booleanCell = z.enum(['yes', 'no']).transform((cell) => cell === 'yes');

/** Ids separated by spaces. */
export const idsCell = z.string().transform((cell) => cell.split(/\s+/).filter((part) => part !== ''));

/** Other names, separated by |. */
export const aliasesCell = z
  .string()
  .default('')
  .describe('Other names, separated by |')
  .transform((cell) =>
    cell
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  );
