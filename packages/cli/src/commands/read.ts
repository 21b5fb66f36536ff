/** `floodgate read FILE`: what does a text say, do its two languages say the same, and do its claims hold? */
import { readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseClaims } from '@floodgate/dataset';
import { type Day, InputError, type Language, parseDay } from '@floodgate/engine/core';
import { type Claim, createWorld } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { answerClaims } from '../claims/answer-claims.ts';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { readSmallFile } from '../decisions.ts';
import { progressLine } from '../progress.ts';
import type { AnswersOn, ReadingReport } from '../reading-report/input.ts';
import { readingJson } from '../reading-report/json.ts';
import { drawPictures } from '../reading-report/pictures.ts';
import { claimIds } from '../reading-report/summary.ts';
import { readingTerminal } from '../reading-report/terminal.ts';
import { termsOf } from '../reading-report/terms.ts';
import { writeReading } from '../reading-report/write.ts';
import { createPool, defaultWorkers } from '../workers.ts';
import { checkFolder } from '../write-files.ts';

interface Options {
  published?: string;
  asOf?: string;
  claims?: string;
  draws: string;
  lang: string;
  json?: boolean;
  out?: string;
}

export function registerRead(program: Command, context: Context): void {
  program
    .command('read')
    .description(
      'pairs a text in English and Chinese, finds its figures and claims, and says where the two languages differ',
    )
    .argument('<file>', 'plain text, Markdown, HTML or DOCX, up to 10 MB; - for standard input')
    .option('--published <date>', 'day of the text, against which "yesterday" is read (default: its own date line)')
    .option('--as-of <date>', 'judge claims by what was published by this day (default: all)')
    .option('--claims <file>', 'also look for the claims in this YAML file')
    .option('--draws <n>', 'number of futures in which claims are judged', '10000')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document')
    .option('--out <folder>', 'write reading.html, reading.md, quantities.csv, reading.json')
    .addHelpText(
      'after',
      `
Examples:
  floodgate read op-ed.md
  floodgate read op-ed.docx --published 2025-07-24 --out reading
  curl -s https://example.org/statement | floodgate read - --json --lang zh`,
    )
    .action((file: string, options: Options) => runRead(context, file, options));
}

async function runRead(context: Context, path: string, options: Options): Promise<void> {
  const language = parseLanguage(options.lang);
  const { dataset } = context;
  const asOf = readAsOf(context, options.asOf);
  const published = options.published === undefined ? {} : { published: parseDay(options.published, '--published') };
  const draws = readDraws(options.draws);
  const claims = claimsFor(context, options.claims);
  if (options.out !== undefined) checkFolder(options.out);
  // Loaded here because other commands should not wait for parsers of HTML, Word and Markdown.
  const { MOST_BYTES, readText, recognisersOf } = await import('@floodgate/reading');
  const reading = await withPath(path, () =>
    readText(readBytes(path, MOST_BYTES), basename(path), {
      ...published,
      terms: termsOf(dataset),
      recognisers: recognisersOf(claims),
    }),
  );
  const made = new Set(reading.paragraphs.flatMap(claimIds));
  const judged = await judgeClaims(context, language, {
    claims: claims.filter(({ id }) => made.has(id)),
    asOf,
    published: reading.published,
    draws,
    pictures: options.out !== undefined,
  });
  const name = path === '-' ? context.say(language, 'reading.standard-input') : basename(path);
  const report: ReadingReport = { name, reading, ...judged, dataset, language };
  if (options.out !== undefined) await writeReading(options.out, report, context.note);
  context.write(options.json ? toJson(readingJson(report)) : readingTerminal(report));
}

function claimsFor({ dataset }: Context, file: string | undefined): Claim[] {
  if (file === undefined) return dataset.claims;
  return [...dataset.claims, ...parseClaims(readSmallFile(file, '--claims'), file, dataset)];
}

interface Judging {
  claims: Claim[];
  asOf: Day;
  published: Day | null;
  draws: number;
  pictures: boolean;
}

/** The claims of the text on the day asked for and on the text's own, as `floodgate claims` answers them. */
async function judgeClaims(
  context: Context,
  language: Language,
  { claims, asOf, published, draws, pictures }: Judging,
) {
  const { dataset } = context;
  const none = { whenPublished: null, now: { day: asOf, answers: new Map() }, pictures: NO_PICTURES };
  if (claims.length === 0) return none;
  const pool = createPool(defaultWorkers(), progressLine(context, language));
  const answersOn = async (day: Day): Promise<AnswersOn> => {
    const answers = await answerClaims(dataset, { claims, asOf: day, draws, seed: SEED }, pool.run);
    return { day, answers: new Map(answers.map((answer) => [answer.id, answer])) };
  };
  try {
    const now = await answersOn(asOf);
    const whenPublished = published !== null && published < asOf ? await answersOn(published) : null;
    const outcomes = [...new Set([...now.answers.values()].flatMap((answer) => answer.outcomes))];
    const world = createWorld(dataset, asOf);
    return {
      whenPublished,
      now,
      pictures: pictures ? await drawPictures(dataset, world, outcomes, draws, pool.run) : NO_PICTURES,
    };
  } finally {
    await pool.close();
  }
}

/** As `floodgate claims` has it, so that both say the same. */
const SEED = 1;
const MOST_DRAWS = 100_000;
const NO_PICTURES = { en: new Map(), zh: new Map() };

function readDraws(value: string): number {
  const draws = /^\d+$/.test(value) ? Number(value) : 0;
  if (draws >= 1 && draws <= MOST_DRAWS) return draws;
  throw new InputError('out-of-range', { where: '--draws', value, low: '1', high: String(MOST_DRAWS) });
}

/** Bytes of a file or, for `-`, of standard input; never more than can be read. Throws `no-file`. */
function readBytes(path: string, most: number): Uint8Array {
  if (path === '-') return readStandardInput(most);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new InputError('no-file', { where: 'FILE', path, reason: 'no such file' });
  if (found.size > most) throw new InputError('unreadable-too-large', { most: String(most / 1e6) });
  return readFileSync(path);
}

const PORTION = 65_536;
const PAUSE_MS = 20;

function readStandardInput(most: number): Uint8Array {
  const portions: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const portion = Buffer.alloc(PORTION);
    const read = readPortion(portion);
    if (read === 0) return Buffer.concat(portions);
    portions.push(portion.subarray(0, read));
    size += read;
    // One portion more than allowed is enough to refuse.
    if (size > most) return Buffer.concat(portions);
  }
}

function readPortion(portion: Buffer): number {
  for (;;) {
    try {
      return readSync(0, portion);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // A pipe whose writer is slower than we are.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

/** Says of which file it is that it cannot be read. */
async function withPath<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError) || !error.code.startsWith('unreadable-')) throw error;
    throw new InputError(error.code, { ...error.fields, path });
  }
}
