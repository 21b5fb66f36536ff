/** What a command may use of the outside: the dataset, today's date, where to write, and strings in both languages. */
import { loadDataset } from '@floodgate/dataset';
import { type Day, InputError, type Language, parseDay } from '@floodgate/engine/core';
import type { Dataset } from '@floodgate/engine/world';
import { type Fields, translate } from './view/translate.ts';

export interface Context {
  /** Read on first use: `--help` needs no data. */
  readonly dataset: Dataset;
  readonly today: Day;
  /** Writes to standard output. */
  write(text: string): void;
  /** Writes to standard error: progress and warnings. */
  note(text: string): void;
  /** The string of a key in a language. */
  say(language: Language, key: string, fields?: Fields): string;
}

export function createContext(): Context {
  let dataset: Dataset | undefined;
  const load = () => {
    dataset ??= loadDataset();
    return dataset;
  };
  return {
    get dataset() {
      return load();
    },
    today: new Date().toISOString().slice(0, 10),
    write: (text) => {
      process.stdout.write(text);
    },
    note: (text) => {
      process.stderr.write(text);
    },
    say: (language, key, fields = {}) => translate(load().messages, language, key, fields),
  };
}

/** Reads `--lang`; throws `bad-choice` for anything but en and zh. */
export function parseLanguage(value: string): Language {
  if (value === 'en' || value === 'zh') return value;
  throw new InputError('bad-choice', { where: '--lang', value, allowed: 'en, zh' });
}

/** One JSON document and nothing else. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Reads `--as-of`; without it, the day up to which the data were kept. Throws `bad-date`, and `as-of-too-late` for a day
 * after that one: nobody has looked at what was published since.
 */
export function readAsOf(context: Pick<Context, 'dataset'>, asked: string | undefined): Day {
  const { cutoff } = context.dataset;
  const asOf = asked === undefined ? cutoff : parseDay(asked, '--as-of');
  if (asOf > cutoff) throw new InputError('as-of-too-late', { asOf, cutoff });
  return asOf;
}
