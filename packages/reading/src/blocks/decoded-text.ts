/** Lays text that a parser has decoded (entities, escapes, line prefixes) along the file it was decoded from. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { MappedTextBuilder } from './source-map.ts';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/iy;
const decoded = new Map<string, string>();
/** Names are few, numbers are not. */
const MOST_REMEMBERED = 5000;

/**
 * Adds `value`, which a parser read from `file` between `from` and `to`. Where the two cannot be laid along each other the
 * whole stretch stands for the whole value, so that what is cut out of the file still holds what was found.
 */
export function addDecoded(out: MappedTextBuilder, value: string, file: string, from: number, to: number): void {
  const steps = layAlong(value, file, from, to);
  if (steps === null) out.add(value, from, to - from);
  else for (const { text, at, length } of steps) out.add(text, at, length);
}

interface Step {
  text: string;
  at: number;
  length: number;
}

function layAlong(value: string, file: string, from: number, to: number): Step[] | null {
  const steps: Step[] = [];
  let place = from;
  let done = 0;
  while (done < value.length) {
    if (place >= to) return null;
    const run = sameRun(value, done, file, place, to);
    if (run > 0) {
      steps.push({ text: value.slice(done, done + run), at: place, length: run });
      place += run;
      done += run;
      continue;
    }
    const step = oddStep(value, done, file, place);
    if (step === null) return null;
    if (step.text !== '') steps.push(step);
    place += step.length;
    done += step.text.length;
  }
  return steps;
}

/** How many characters from here on stand for themselves. */
function sameRun(value: string, done: number, file: string, place: number, to: number): number {
  let n = 0;
  while (place + n < to && done + n < value.length) {
    const character = file[place + n];
    if (character !== value[done + n] || character === '&' || character === '\\') break;
    n++;
  }
  return n;
}

/** An entity, an escape, a line break, or something before a line that is not text. */
function oddStep(value: string, done: number, file: string, place: number): Step | null {
  const character = file[place];
  if (character === '&') {
    ENTITY.lastIndex = place;
    const entity = ENTITY.exec(file)?.[0];
    const text = entity === undefined ? '&' : decodeEntity(entity);
    if (entity !== undefined && text !== entity && value.startsWith(text, done)) {
      return { text, at: place, length: entity.length };
    }
  }
  if (character === '\\' && file[place + 1] === value[done] && /[!-/:-@[-`{-~]/.test(value[done])) {
    return { text: value[done], at: place, length: 2 };
  }
  if (character === value[done]) return { text: character, at: place, length: 1 };
  if (character === '\r' && value[done] === '\n') {
    return { text: '\n', at: place, length: file[place + 1] === '\n' ? 2 : 1 };
  }
  if (character === '\0') return { text: value[done] === '\ufffd' ? '\ufffd' : '', at: place, length: 1 };
  return /[\s>]/.test(character) ? { text: '', at: place, length: 1 } : null;
}

/** `&amp;` → `&`, by the HTML standard's own table. */
function decodeEntity(entity: string): string {
  let text = decoded.get(entity);
  if (text === undefined) {
    const [node] = parseFragment(entity).childNodes as DefaultTreeAdapterTypes.TextNode[];
    text = node?.value ?? entity;
    if (decoded.size < MOST_REMEMBERED) decoded.set(entity, text);
  }
  return text;
}
