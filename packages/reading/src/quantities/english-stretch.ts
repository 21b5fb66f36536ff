/** English stretches of time without a numeral: `half a year`, `a year and a half`, `a decade`, `a whole year`, "within a month". */
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import { countedIn } from './units.ts';

const unit = '(year|month|week|day|decade|century|hour|quarter(?!\\s+of\\b)|fortnight|minute)';
const half = new RegExp(`half[\\s-](?:an?[\\s-])?${unit}(?![a-z])`, 'iy');
const andHalf = new RegExp(`(?:an?|one)\\s+${unit}\\s+and\\s+a\\s+half(?![a-z])`, 'iy');
const whole = new RegExp(`(?:an?|one)\\s+(?:whole|full|entire)\\s+${unit}(?![a-z])`, 'iy');
const long = /an?\s+(quarter[\s-]century|decade|century|fortnight)(?![a-z'’]|-old)/iy;
/** "The next decade" is ten years, "this century" an age. */
const bare = /(decade|fortnight)(?![a-z'’]|-old)/iy;
const whose = /\b(?:next|last|past|coming|previous|following|whole|entire|full)\s+$/i;
const single = new RegExp(`an?\\s+${unit}(?![a-z-]|['’]s|\\s+(?:old|when|earlier|of\\s+the))`, 'iy');
/** "200,000 a year" is a rate; after these words "a year" is a stretch. */
const measures =
  /\b(?:in|within|for|after|over|about|around|roughly|nearly|almost|approximately|than|least|most|under|only|just|barely|inside|lasts?|lasted|took|takes?|last)\s+$/i;
const isPart = /\b(?:first|second|other|latter|last|next|this|past|coming)\s+(?:the\s+)?$/i;

export function englishStretch(text: string, at: number): Draft | null {
  const before = text.slice(Math.max(0, at - 16), at);
  const halved = isPart.test(before) ? null : matchAt(half, text, at);
  if (halved !== null) return stretch(at, halved, 0.5);
  const more = matchAt(andHalf, text, at);
  if (more !== null) return stretch(at, more, 1.5);
  const one =
    matchAt(whole, text, at) ??
    matchAt(long, text, at) ??
    (whose.test(before) ? matchAt(bare, text, at) : null) ??
    singleAt(text, at, before);
  return one === null ? null : stretch(at, one, 1);
}

/** "A year earlier" is counted from what the sentence tells of, not from its day. */
const away = /\s+(?:ago|later|from\s+now|hence)(?![a-z])/iy;

function singleAt(text: string, at: number, before: string): RegExpExecArray | null {
  const found = matchAt(single, text, at);
  if (found === null) return null;
  return measures.test(before) || matchAt(away, text, at + found[0].length) !== null ? found : null;
}

function stretch(start: number, found: RegExpExecArray, count: number): Draft {
  const { unit, each } = countedIn(unitNames[found[1]!.toLowerCase()]!);
  return {
    kind: 'duration',
    start,
    end: start + found[0].length,
    value: count * each,
    interval: null,
    date: null,
    unit,
  };
}

const unitNames: Record<string, string> = {
  year: 'yr',
  month: 'mo',
  week: 'wk',
  day: 'd',
  decade: 'decade',
  century: 'century',
  hour: 'h',
  quarter: 'quarter',
  'quarter-century': 'quarter-century',
  'quarter century': 'quarter-century',
  fortnight: 'fortnight',
  minute: 'min',
};
