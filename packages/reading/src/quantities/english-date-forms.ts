/** How English writes dates, longest sense first: each form and the days that it stands for. */
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
  [
    '(?<=\\bin\\s)the\\s+(first|second)\\s+half(?=\\s+alone\\b|[,.;])',
    ([h], at) => (at === null ? null : monthsOf(partsOf(at).year, ordinal[h!.toLowerCase()]! * 6 - 5, 6)),
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
    `((?:19|20)\\d\\d)[–/-](\\d\\d)(?![\\d/-])`,
    ([y, y2]) => (+y2! === (+y! + 1) % 100 ? span(yearOf(+y!), yearOf(+y! + 1)) : undefined),
  ],
  [`(?:the\\s+['’]?|(?<=['’]))([2-9]0)'?s(?![a-z])`, ([y]) => monthsOf(1900 + +y!, 1, 120)],
  [
    `(?:the\\s+)(sixties|seventies|eighties|nineties)(?![a-z])`,
    ([word]) =>
      monthsOf(1960 + 10 * ['sixties', 'seventies', 'eighties', 'nineties'].indexOf(word!.toLowerCase()), 1, 120),
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
    'the\\s+(week|month|quarter|year|day)\\s+before(?!\\s+(?:last|the|a|its|that|this|[A-Z]))',
    ([grain], at) => stepOf('last', grains[grain!.toLowerCase()]!, at),
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
/** Sticky expression and what its groups mean. */
export const englishDateForms = rules.map(([source, resolve]) => [new RegExp(source, 'iy'), resolve] as const);

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
  if (word?.toLowerCase() === 'next') return stepped(published, 'd', 7 - back);
  // On a Friday "last Friday" is not today.
  return stepped(published, 'd', word?.toLowerCase() === 'last' && back === 0 ? -7 : -back);
}
