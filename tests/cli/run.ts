/** Runs the command in this process and keeps what it printed. */
import { main } from '../../packages/cli/src/main.ts';
import { translate } from '../../packages/cli/src/view/translate.ts';
import { dataset } from '../dataset.ts';

export interface Printed {
  status: number;
  out: string;
  err: string;
}

export async function floodgate(...args: string[]): Promise<Printed> {
  const printed = { out: '', err: '' };
  const status = await main(['node', 'floodgate', ...args], {
    dataset,
    today: '2026-11-23',
    write: (text) => {
      printed.out += text;
    },
    note: (text) => {
      printed.err += text;
    },
    say: (language, key, fields) => translate(dataset.messages, language, key, fields),
  });
  return { status, ...printed };
}
