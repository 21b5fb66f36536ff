/** `floodgate schema [NAME]`: the JSON Schema of a data file. */
import { jsonSchemas } from '@floodgate/dataset';
import { unknownId } from '@floodgate/engine/core';
import type { Command } from 'commander';
import { type Context, toJson } from '../context.ts';

export function registerSchema(program: Command, context: Context): void {
  program
    .command('schema')
    .description('print the JSON Schema of a kind of data file, or list the kinds')
    .argument('[name]', 'such as chips, facts, decisions')
    .addHelpText('after', '\nExamples:\n  floodgate schema\n  floodgate schema decisions > decision.schema.json')
    .action((name?: string) => {
      const schemas = jsonSchemas();
      if (name === undefined) {
        context.write(`${Object.keys(schemas).join('\n')}\n`);
        return;
      }
      if (!Object.hasOwn(schemas, name)) throw unknownId('schema', name, Object.keys(schemas));
      context.write(toJson(schemas[name]));
    });
}
