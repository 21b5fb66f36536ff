/** `floodgate design RULE.yaml`: what would a proposed rule catch, and what would still pass it? */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProposal } from '@floodgate/dataset';
import { InputError, parseDay } from '@floodgate/engine/core';
import { type ObjectiveKind, type StressTest, stressTest } from '@floodgate/engine/design';
import { createWorld } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, toJson } from '../context.ts';
import { parseCountry } from '../country.ts';
import { readSmallFile } from '../decisions.ts';
import { drawFrontier } from '../report/charts/frontier.ts';
import { createWords } from '../report/words.ts';
import { designView } from '../view/design.ts';

interface Options {
  objective?: string;
  on?: string;
  from: string;
  to: string;
  lang: string;
  json?: boolean;
  out?: string;
}

export function registerDesign(program: Command, context: Context): void {
  program
    .command('design')
    .description('what would a proposed rule have caught and missed, and what is the best chip that still passes it?')
    .argument('<rule>', 'YAML of the rule: the shape of a decision’s enact (docs/design.md)')
    .option('--objective <kind>', 'only the best chip for inference, or for training (default: both)')
    .option('--on <date>', 'day whose parts bound what could be built (default: the rule’s own)')
    .option('--from <country>', 'country of export, ISO 3166 alpha-2', 'US')
    .option('--to <country>', 'destination, ISO 3166 alpha-2', 'CN')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document')
    .option('--out <folder>', 'also write the frontiers as pictures and everything as JSON into this folder')
    .addHelpText(
      'after',
      `
Examples:
  floodgate design docs/examples/design-2022-10.yaml
  floodgate design docs/examples/design-bandwidth-2025.yaml --objective inference --lang zh
  floodgate design my-rule.yaml --on 2026-01-15 --out frontier --json`,
    )
    .action((file: string, options: Options) => runDesign(context, file, options));
}

function runDesign(context: Context, file: string, options: Options): void {
  const language = parseLanguage(options.lang);
  const kinds = readObjective(options.objective);
  const { dataset } = context;
  const { enactment, reading, on } = parseProposal(readSmallFile(file, 'RULE'), file, dataset);
  const world = createWorld(dataset, dataset.cutoff);
  const day = options.on === undefined ? (on ?? enactment.instrument.effective) : parseDay(options.on, '--on');
  const proposal = {
    enactment,
    reading,
    rulebook: world.rules,
    from: parseCountry(options.from, '--from'),
    to: parseCountry(options.to, '--to'),
  };
  const result = stressTest(proposal, world, day, kinds);
  const words = createWords(dataset.messages, language);
  const say = (key: string, fields = {}) => context.say(language, key, fields);
  if (options.out !== undefined) writePictures(options.out, result, drawFrontier(result, words, say));
  context.write(options.json ? toJson(result) : designView({ result, reading, enactment, words, say }));
}

function readObjective(value: string | undefined): ObjectiveKind[] {
  if (value === undefined) return ['training', 'inference'];
  if (value === 'training' || value === 'inference') return [value];
  throw new InputError('bad-choice', { where: '--objective', value, allowed: 'inference, training' });
}

function writePictures(folder: string, result: StressTest, pictures: { name: string; svg: string }[]): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new InputError('not-a-folder', { path: folder });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'design.json'), toJson(result));
  for (const { name, svg } of pictures) writeFileSync(join(folder, name), `${svg}\n`);
}
