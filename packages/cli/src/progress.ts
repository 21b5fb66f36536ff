/** A progress line on standard error, drawn only on a terminal and never more than ten times a second. */
import type { Language } from '@floodgate/engine/core';
import type { Context } from './context.ts';

const MS_BETWEEN_LINES = 100;

export function progressLine(context: Context, language: Language): (share: number) => void {
  let last = 0;
  return (share) => {
    if (!process.stderr.isTTY) return;
    const now = Date.now();
    if (share < 1 && now - last < MS_BETWEEN_LINES) return;
    last = now;
    const percent = Math.round(share * 100);
    context.note(`\r${context.say(language, 'progress.futures', { percent })}${share >= 1 ? '\r\u001b[K' : ''}`);
  };
}
