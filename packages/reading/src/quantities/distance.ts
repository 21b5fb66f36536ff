/** A stretch of time that is told from the day of publication is a date: `two days later`, `a year ago`, 三天前, 半年后. */
import { type Days, type Grain, stepped } from './calendar.ts';
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import type { Language } from './quantity.ts';

const ways: Record<Language, RegExp> = {
  en: /\s+(ago|earlier|later|from\s+now|hence)(?![a-z])/iy,
  zh: /(?:之|以)?(前|后)(?![期景者续果台端道沿瞻面排任身提所往辈言缀门卫勤])/y,
};
/** 公布后120天 and 公布120天后 count from an event: there 120天 stays a stretch. */
const fromNow = /(?:^|[，。；：、！？\s“”（(·]|[在于约仅就将才到自从早而且但是近了]|短短|不到|大约|左右|直到)$/;
const grains: Record<string, Grain> = { yr: 'yr', mo: 'mo', wk: 'wk', d: 'd' };
const farthest: Record<Grain, number> = { d: 40_000, wk: 6_000, mo: 1_200, quarter: 400, yr: 500 };

export function asDate(draft: Draft, text: string, lang: Language, published: string | null): Draft {
  const grain = draft.kind === 'duration' ? grains[draft.unit ?? ''] : undefined;
  const found = grain === undefined ? null : matchAt(ways[lang], text, draft.end);
  if (found === null || grain === undefined) return draft;
  if (lang === 'zh' && !fromNow.test(text.slice(Math.max(0, draft.start - 2), draft.start))) return draft;
  // "More than ten years ago", 十几年前: no more than a stretch.
  if (draft.value !== null && draft.interval !== null) return draft;
  const sign = /^(?:ago|earlier|前)/i.test(found[1]!) ? -1 : 1;
  const counts = draft.value === null ? [draft.interval!.low, draft.interval!.high] : [draft.value];
  // "Decades ago" is no date.
  if (counts.length === 2 && counts[1]! > 2 * counts[0]!) return draft;
  const days = published === null ? null : spanned(counts.map((count) => stepsFrom(published, grain, sign * count)));
  return {
    kind: 'date',
    start: draft.start,
    end: draft.end + found[0].length,
    value: null,
    interval: null,
    date: days,
    unit: null,
  };
}

function spanned(days: (Days | null)[]): Days | null {
  const known = days.filter((each) => each !== null).sort((a, b) => (a.from < b.from ? -1 : 1));
  return known.length < days.length ? null : { from: known[0]!.from, until: known.at(-1)!.until };
}

/** In the grain that was named; null where the count leaves the calendar. Half a year is taken in months. */
function stepsFrom(published: string, grain: Grain, count: number): Days | null {
  if (Math.abs(count) > farthest[grain]) return null;
  if (grain === 'yr' && !Number.isInteger(count)) return stepped(published, 'mo', Math.round(count * 12));
  return stepped(published, grain, Math.round(count));
}
