/** English dates: days, months, quarters, halves, years and their ranges, and what is said relative to the day of publication. */
import {
  type Days,
  dayOf,
  type Grain,
  isDay,
  monthsOf,
  nearestYear,
  partsOf,
  quarterOf,
  stepped,
  type Third,
  thirdOf,
  yearOf,
} from './calendar.ts';
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';

/** Days that a match stands for; `undefined` when it is no date after all, null when it needs a day of publication. */
type Resolve = (groups: (string | undefined)[], published: string | null) => Days | null | undefined;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![a-z])';
const year = '((?:19|20)\\d\\d)(?![A-Za-z\\d]|[,.]\\d)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%]|[,.:]\\d)';
const dash = '(?:\\s?[–—-]\\s?|\\s+(?:to|through|until)\\s+)';
const dashOrAnd = '(?:\\s?[–—-]\\s?|\\s+(?:to|through|until|and)\\s+)';
const third = '(early|mid|late)[\\s-]+(?:in\\s+)?';
const ordinal: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};
const steps: Record<string, number> = {
  last: -1,
  previous: -1,
  past: -1,
  preceding: -1,
  this: 0,
  current: 0,
  next: 1,
  following: 1,
  coming: 1,
};
const grains: Record<string, Grain> = { day: 'd', week: 'wk', month: 'mo', quarter: 'quarter', year: 'yr' };
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const seasons: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const thirdNamed = (word: string): Third => word.toLowerCase() as Third;

function yearFor(written: string | undefined, published: string | null, monthInYear: number): number | null {
  if (written !== undefined) return Number(written);
  return published === null ? null : nearestYear(published, monthInYear);
}

function dayFor(y: string | undefined, m: number, d: string, published: string | null): Days | null | undefined {
  const of = yearFor(y, published, m);
  if (!isDay(of ?? 2024, m, Number(d))) return undefined;
  return of === null ? null : dayOf(of, m, Number(d));
}

function span(first: Days | null | undefined, last: Days | null | undefined): Days | null | undefined {
  if (first === undefined || last === undefined) return undefined;
  if (first === null || last === null) return null;
  return first.from <= last.until ? { from: first.from, until: last.until } : undefined;
}

function stepOf(word: string, grain: Grain, published: string | null): Days | null {
  return published === null ? null : stepped(published, grain, steps[word.toLowerCase()]!);
}

const fullYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written));

function monthFor(m: number, y: string | undefined, published: string | null): Days | null {
  const of = yearFor(y, published, m);
  return of === null ? null : monthsOf(of, m, 1);
}

const named = (word: string | undefined, published: string | null, m: number): number | null =>
  word === undefined || published === null ? null : partsOf(published).year + steppedYears(word, published, m);

/** "last December" is the latest that has passed, "next January" the first to come. */
function steppedYears(word: string, published: string, m: number): number {
  const now = partsOf(published).month;
  const step = steps[word.toLowerCase()]!;
  if (step < 0) return m < now ? 0 : -1;
  return step > 0 && m <= now ? 1 : 0;
}

const dayWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const dayWord = `(twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-first|${dayWords.join('|')})`;

function dayNamed(word: string): string {
  const name = word.toLowerCase();
  const [, tens, rest] = /^(twenty|thirty)-(.+)$/.exec(name) ?? [];
  if (tens !== undefined) return String((tens === 'twenty' ? 20 : 30) + dayWords.indexOf(rest!) + 1);
  return name === 'thirtieth' ? '30' : String(dayWords.indexOf(name) + 1);
}

const rules: readonly (readonly [string, Resolve])[] = [
  [
    `((?:19|20)\\d\\d)[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)`,
    ([y, m, d]) => (isDay(+y!, +m!, +d!) ? dayOf(+y!, +m!, +d!) : undefined),
  ],
  [
    `(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d\\d)(?!\\d)`,
    ([m, d, y]) => (isDay(+y!, +m!, +d!) ? dayOf(+y!, +m!, +d!) : undefined),
  ],
  [
    `${month}\\s+${day}(?:${dashOrAnd}(?:${month}\\s+)?${day}(?!\\s+(?:percent|million|billion)))(?:,?\\s+${year})?`,
    ([m, d, m2, d2, y], at) => span(dayFor(y, monthNumber(m!), d!, at), dayFor(y, monthNumber(m2 ?? m!), d2!, at)),
  ],
  [`${month}\\s+${day}(?:,?\\s+${year})?`, ([m, d, y], at) => dayFor(y, monthNumber(m!), d!, at)],
  [
    `(?:the\\s+)?${day}(?:\\s+of)?\\s+${month}(?:,?\\s+${year})?`,
    ([d, m, y], at) => dayFor(y, monthNumber(m!), d!, at),
  ],
  [
    `${day}(?:\\s?[–—-]\\s?|\\s+(?:to|and)\\s+)${day}(?:\\s+of)?\\s+${month}(?:,?\\s+${year})?`,
    ([d, d2, m, y], at) => span(dayFor(y, monthNumber(m!), d!, at), dayFor(y, monthNumber(m!), d2!, at)),
  ],
  [
    `(?:the\\s+)?${dayWord}\\s+of\\s+${month}(?:,?\\s+${year})?`,
    ([d, m, y], at) => dayFor(y, monthNumber(m!), dayNamed(d!), at),
  ],
  [
    `${month}\\s+(?:the\\s+)?${dayWord}(?![a-z-])(?:,?\\s+${year})?`,
    ([m, d, y], at) => dayFor(y, monthNumber(m!), dayNamed(d!), at),
  ],
  [
    `${third}${month}(?:(?:\\s+of|,)?\\s+${year})?`,
    ([part, m, y], at) => {
      const days = monthFor(monthNumber(m!), y, at);
      return days && thirdOf(days, thirdNamed(part!));
    },
  ],
  [
    `(last|this|next)\\s+${month}(?!\\s+\\d)`,
    ([word, m], at) => {
      const y = named(word, at, monthNumber(m!));
      return y === null ? null : monthsOf(y, monthNumber(m!), 1);
    },
  ],
  [
    `(?:the\\s+)?(end|start|beginning)\\s+of\\s+${month}(?:(?:\\s+of|,)?\\s+${year})?`,
    ([part, m, y], at) => {
      const days = monthFor(monthNumber(m!), y, at);
      return days && thirdOf(days, part!.toLowerCase() === 'end' ? 'late' : 'early');
    },
  ],
  [
    `${month}\\s+and\\s+${month}(?:(?:\\s+of|,)?\\s+${year})?`,
    ([m, m2, y], at) => span(monthFor(monthNumber(m!), y, at), monthFor(monthNumber(m2!), y, at)),
  ],
  [
    `${month}${dash}${month}(?:(?:\\s+of|,)?\\s+${year})?`,
    ([m, m2, y], at) => span(monthFor(monthNumber(m!), y, at), monthFor(monthNumber(m2!), y, at)),
  ],
  [
    `${month}\\s+${year}${dash}${month}\\s+${year}`,
    ([m, y, m2, y2], at) => span(monthFor(monthNumber(m!), y, at), monthFor(monthNumber(m2!), y2, at)),
  ],
  [`${month}(?:(?:\\s+of|,)?\\s+${year})?`, ([m, y], at) => monthFor(monthNumber(m!), y, at)],
  [
    `(?:the\\s+)?(first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]quarter(?![a-z])(?:(?:\\s+of)?\\s+(?:(?:fiscal\\s+)?(?:year\\s+)?${year}|(this|last|next|the)\\s+year))?`,
    ([q, y, word], at) => quarterFor(ordinal[q!.toLowerCase()]!, y ?? yearNamed(word, at), at),
  ],
  [
    `Q([1-4])(?:(?:\\s+of|,)?(?:\\s+|(?='\\d))(?:fiscal\\s+)?(?:FY\\s?)?((?:20|')?\\d\\d)(?!\\d))?`,
    ([q, y], at) => quarterFor(+q!, y?.replace("'", ''), at),
  ],
  [`([1-4])Q\\s?((?:20)?\\d\\d)(?!\\d)`, ([q, y], at) => quarterFor(+q!, y, at)],
  [
    `(?:the\\s+)?(first|second)\\s+half\\s+of\\s+(?:(?:fiscal\\s+)?${year}|(this|next|last|the)\\s+year)`,
    ([h, y, word], at) => {
      const of = y !== undefined ? +y : at === null ? null : partsOf(at).year + (steps[word!.toLowerCase()] ?? 0);
      return of === null ? null : monthsOf(of, ordinal[h!.toLowerCase()]! * 6 - 5, 6);
    },
  ],
  [`H([12])\\s+(?:of\\s+)?${year}`, ([h, y]) => monthsOf(+y!, +h! * 6 - 5, 6)],
  [`([12])H\\s?((?:20)?\\d\\d)(?!\\d)`, ([h, y]) => monthsOf(fullYear(y!), +h! * 6 - 5, 6)],
  [
    `(?:fiscal(?:\\s+year)?|FY)[\\s-]?'?((?:20)?\\d\\d)[,\\s]+Q([1-4])(?!\\d)`,
    ([y, q]) => quarterOf(fullYear(y!), +q!),
  ],
  [`(?:fiscal(?:\\s+year)?|FY)[\\s-]?'?((?:20)?\\d\\d)(?!\\d)`, ([y]) => yearOf(fullYear(y!))],
  [
    `(?:the\\s+)?(end|start|beginning)(?:\\s+of\\s+|-)(?:the\\s+year\\s+)?${year}`,
    ([part, y]) => monthsOf(+y!, part!.toLowerCase() === 'end' ? 12 : 1, 1),
  ],
  [`${third}${year}`, ([part, y]) => thirdOf(yearOf(+y!), thirdNamed(part!))],
  [
    `(?:the\\s+)?(spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?${year}`,
    ([s, y]) => monthsOf(+y!, seasons[s!.toLowerCase()]!, 3),
  ],
  [
    `(last|this|next)\\s+(spring|summer|autumn|fall|winter)(?![a-z])`,
    ([word, s], at) => {
      const y = named(word, at, seasons[s!.toLowerCase()]!);
      return y === null ? null : monthsOf(y, seasons[s!.toLowerCase()]!, 3);
    },
  ],
  [
    `(?:the\\s+)?(end|start|beginning)\\s+of\\s+(the|this|next|last)\\s+(year|month|week)(?![a-z])`,
    ([part, word, grain], at) => {
      if (at === null) return null;
      const days = stepped(at, grains[grain!.toLowerCase()]!, steps[word!.toLowerCase()] ?? 0);
      if (grain === 'year') return monthsOf(partsOf(days.from).year, part === 'end' ? 12 : 1, 1);
      return grain === 'month' ? thirdOf(days, part === 'end' ? 'late' : 'early') : days;
    },
  ],
  ['year[\\s-]end(?![a-z])', (_, at) => (at === null ? null : monthsOf(partsOf(at).year, 12, 1))],
  [
    `(early|mid|late|later|earlier)\\s+(this|next|last)\\s+(year|month|week)(?![a-z])`,
    ([part, word, grain], at) => {
      const days = stepOf(word!, grains[grain!.toLowerCase()]!, at);
      const named = part!.toLowerCase();
      return days === null || named.endsWith('er') || grain === 'week' ? days : thirdOf(days, thirdNamed(named));
    },
  ],
  [`${year}(?:${dash}|\\s+and\\s+)${year}`, ([y, y2]) => span(yearOf(+y!), yearOf(+y2!))],
  [
    `((?:19|20)\\d\\d)[–-](\\d\\d)(?![\\d-])`,
    ([y, y2]) => (+y2! === (+y! + 1) % 100 ? span(yearOf(+y!), yearOf(+y! + 1)) : undefined),
  ],
  [`(?:the\\s+)?((?:19|20)\\d0)'?s(?![a-z])`, ([y]) => monthsOf(+y!, 1, 120)],
  [year, ([y]) => yearOf(+y!)],
  ['the\\s+day\\s+before\\s+yesterday', (_, at) => (at === null ? null : stepped(at, 'd', -2))],
  ['the\\s+day\\s+after\\s+tomorrow', (_, at) => (at === null ? null : stepped(at, 'd', 2))],
  [
    '(yesterday|today|tomorrow)(?![a-z])',
    ([word], at) =>
      at === null ? null : stepped(at, 'd', { yesterday: -1, today: 0, tomorrow: 1 }[word!.toLowerCase()]!),
  ],
  [
    '(?:the\\s+)?(last|this|next|previous|following|coming)\\s+(week|month|quarter|year)(?![a-z-])',
    ([word, grain], at) => stepOf(word!, grains[grain!.toLowerCase()]!, at),
  ],
  ['(?:the\\s+)?(next|following|previous)\\s+day(?![a-z-])', ([word], at) => stepOf(word!, 'd', at)],
  [
    `(?:(last|this|next)\\s+)?(${weekdays.map((name) => name[0]!.toUpperCase() + name.slice(1)).join('|')})(?![a-z])`,
    ([word, name], at) => weekdayFor(word, name!, at),
  ],
];
const compiled = rules.map(([source, resolve]) => [new RegExp(source, 'iy'), resolve] as const);

/** `last` year and the like in digits, where the day of publication is known. */
function yearNamed(word: string | undefined, published: string | null): string | undefined {
  return word === undefined || published === null
    ? undefined
    : String(partsOf(published).year + (steps[word.toLowerCase()] ?? 0));
}

function quarterFor(quarter: number, y: string | undefined, published: string | null): Days | null {
  const of = y === undefined ? yearFor(undefined, published, quarter * 3 - 1) : fullYear(y);
  return of === null ? null : quarterOf(of, quarter);
}

/** A weekday is the last to have been, "next" one the next to come. */
function weekdayFor(word: string | undefined, name: string, published: string | null): Days | null {
  if (published === null) return null;
  const { year: y, month: m, day: d } = partsOf(published);
  const today = (new Date(Date.UTC(y, m - 1, d)).getUTCDay() + 6) % 7;
  const back = (today - weekdays.indexOf(name.toLowerCase()) + 7) % 7;
  return stepped(published, 'd', word?.toLowerCase() === 'next' ? 7 - back : -back);
}

/** What digits must look like to begin a date at all; it spares most of them the rules. */
const datable =
  /(?:19|20)\d\d(?!\d)|\d{1,2}(?:(?:st|nd|rd|th)?(?:\s?[–—/-]\s?\d|\s+(?:(?:to|and)\s+\d|(?:of\s+)?[A-Z]))|[QH])/y;

/** The date at `at`, longest sense first. A year alone must not count things: `2000 chips` is a number. */
export function englishDate(text: string, at: number, published: string | null): Draft | null {
  if (/\d/.test(text[at]!) && matchAt(datable, text, at) === null) return null;
  for (const [pattern, resolve] of compiled) {
    const found = matchAt(pattern, text, at);
    if (found === null) continue;
    const days = resolve(found.slice(1), published);
    if (days === undefined || !reads(text, at, found[0])) continue;
    // The article stays outside, as it does of every figure but "a dozen".
    const article =
      /^the\s+(?!day\s|[a-z-]+th\s+of|[a-z-]*(?:first|second|third)\s+of\s+[A-Z])/i.exec(found[0])?.[0].length ?? 0;
    return {
      kind: 'date',
      start: at + article,
      end: at + found[0].length,
      value: null,
      interval: null,
      date: days,
      unit: null,
    };
  }
  return null;
}

/** "Today" is mostly nowadays; it is a date beside the verb of an announcement, or after "earlier", "until". */
function todayAsDate(text: string, at: number): boolean {
  const verb =
    '(?:announced|said|published|issued|released|reported|signed|imposed|launched|unveiled|introduced|decided|approved|told|confirmed|effective|earlier|later|until)';
  return (
    new RegExp(`\\b${verb}\\s+$`, 'i').test(text.slice(Math.max(0, at - 24), at)) ||
    new RegExp(`^today,?\\s+${verb}\\b`, 'i').test(text.slice(at, at + 24))
  );
}

const countedAfter =
  /\s*(?:%|percent|people|chips|GPUs|wafers|units|tonnes|tons|million|billion|thousand|workers|companies|jobs|MW|GW|W\b|nm\b)|\s?-\s?(?:chip|GPU|person)/iy;
const yearContext =
  /(?:\b(?:in|by|since|until|till|before|after|during|through|early|late|mid)\s|\b(?:pre|post|mid|end)-)$/i;
const monthOnly = /^(?:may|march|mar|sep|dec|jan|jun|jul|oct|nov|apr|aug|feb)\.?$/i;
const monthContext =
  /\b(?:in|by|since|until|till|from|to|of|last|next|this|early|late|through|during|before|after|for|and|and\s+in)\s+$/i;

/** A bare `May` or `March` is a month only in its capital and after a word that dates. */
function reads(text: string, at: number, found: string): boolean {
  if (/\sand\s/i.test(found)) return /\bbetween\s+$/i.test(text.slice(Math.max(0, at - 10), at));
  if (/^today$/i.test(found)) return todayAsDate(text, at);
  if (/^\d{4}$/.test(found))
    return (
      yearContext.test(text.slice(Math.max(0, at - 12), at)) ||
      (matchAt(countedAfter, text, at + 4) === null && !/[$€£¥.,\d]$/.test(text.slice(Math.max(0, at - 1), at)))
    );
  if (/^[a-z]/.test(found) && monthOnly.test(found)) return false;
  if (/^(?:may|march)$/i.test(found))
    return /^[A-Z]/.test(found) && monthContext.test(text.slice(Math.max(0, at - 12), at));
  // "mar", "dec" and the like without a day or year are words or names.
  return !/^(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)$/i.test(found);
}
