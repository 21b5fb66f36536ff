/** English fractions and multiples in words: `half`, `two-thirds`, `one in five`, `a quarter of`, `twice`, `doubled`, `tenfold`. */
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';

const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const numerator = '(an?|one|two|three|four|five|six|seven|eight|nine)';
const denominators: Record<string, number> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  hundredth: 100,
  thousandth: 1000,
};
const fraction = new RegExp(
  `${numerator}[\\s-]+(half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth|hundredth|thousandth|halve)s?(?![a-z])(?!\\s+(?:of\\s+)?an?\\s+(?:hundred|thousand|million|billion|trillion|dozen)(?![a-z]))`,
  'iy',
);
const slashed = /([1-9])\/([2-9]|1\d|[2-9]0|100)(?![\d/])/y;
const half =
  /half(?![a-z])(?!-|\s+(?:way|brother|time|dozen|step|baked|empty|full|asleep|dead|joking|hidden|built|finished|expecting)|\s+(?:of\s+)?an?\s+(?:hundred|thousand|million|billion|trillion|dozen)(?![a-z]))/iy;
const outOf =
  /(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:in|out\s+of(?:\s+every)?|of\s+every|in\s+every)\s+(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|a\s+hundred)(?![a-z\d,.]|\s+(?:million|billion|thousand|percent|years?|months?|days?|weeks?|of)(?![a-z]))/iy;
const twice = /(twice|thrice)(?![a-z])/iy;
const growth =
  /(doubl|tripl|trebl|quadrupl|quintupl)(?:e|ed|es|ing)(?![a-z-])(?!\s+(?:down|standards?|digits?|check|agent|edged|crown|play|duty|counting|threat))/iy;
const factors: Record<string, number> = { twice: 2, thrice: 3, doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, quintupl: 5 };
const manyfold = /(?:a\s+)?(hundred|thousand)fold(?![a-z])/iy;
const halved = /halv(?:ed|es|ing)(?![a-z])/iy;
/** Where a fraction of a whole may stand: a "third party" or the "third quarter" is none. */
const ofWhole =
  /\s*(?:[,.;:)—–]|$|of\b|the\b|as\b|less\b|more\b|cheaper\b|faster\b|its\b|their\b|that\b|what\b|in\b|to\b|by\b|and\b|or\b|from\b|since\b|this\b|last\b|over\b|a\b|were\b|was\b|are\b|is\b|higher\b|lower\b|larger\b|smaller\b|owned\b|below\b|above\b|for\b|on\b|at\b|between\b|went\b|goes\b|come\b|comes\b|came\b)/iy;

export function englishShare(text: string, at: number): Draft | null {
  return fractionAt(text, at) ?? multipleAt(text, at);
}

function fractionAt(text: string, at: number): Draft | null {
  const slash = matchAt(slashed, text, at);
  if (slash !== null && +slash[1]! < +slash[2]!) return share(at, slash[0], +slash[1]! / +slash[2]!);
  const ratio = matchAt(outOf, text, at);
  if (ratio !== null) {
    const [part, whole] = [countOf(ratio[1]!), countOf(ratio[2]!)];
    if (part < whole) return share(at, ratio[0], part / whole);
  }
  const named = matchAt(fraction, text, at);
  if (
    named !== null &&
    !partOfYear.test(text.slice(Math.max(0, at - 10), at)) &&
    whole(text, at, at + named[0].length, named)
  ) {
    const part = /^an?$/i.test(named[1]!) ? 1 : countOf(named[1]!);
    const of = denominators[named[2]!.toLowerCase()]!;
    if (part < of) return share(at, named[0], part / of);
  }
  const one = matchAt(half, text, at) ?? matchAt(halved, text, at);
  return one === null || ordinalBefore.test(text.slice(Math.max(0, at - 8), at)) ? null : share(at, one[0], 0.5);
}

/** "The first three quarters" are nine months. */
const partOfYear = /\b(?:first|last|next|past|final|previous)\s+$/i;
const ordinalBefore = /\b(?:first|second|other|latter)\s+$/i;

function whole(text: string, at: number, end: number, named: RegExpExecArray): boolean {
  if (/half/i.test(named[2]!)) return !ordinalBefore.test(text.slice(Math.max(0, at - 8), at));
  // "a quarter later", "three quarters of growth": a quarter may also be of a year.
  if (/^an?$/i.test(named[1]!))
    return /\s*(?:of\b|as\b|less\b|more\b|cheaper\b|faster\b|the\b|[,.;)]|$|to\b|or\b|and\b|in\b|by\b|from\b|higher\b|lower\b|larger\b|smaller\b)/iy.test(
      text.slice(end, end + 12),
    );
  // "Three quarters" may be nine months; a third, a fifth of one or more can only be shares.
  return !/quarter/i.test(named[2]!) || /-/.test(named[0]) || matchAt(ofWhole, text, end) !== null;
}

function multipleAt(text: string, at: number): Draft | null {
  const many = matchAt(manyfold, text, at);
  if (many !== null) return multiple(at, many[0], many[1]!.toLowerCase() === 'hundred' ? 100 : 1000);
  const found = matchAt(twice, text, at) ?? matchAt(growth, text, at);
  return found === null ? null : multiple(at, found[0], factors[found[1]!.toLowerCase()]!);
}

function multiple(start: number, text: string, value: number): Draft {
  return { kind: 'multiple', start, end: start + text.length, value, interval: null, date: null, unit: null };
}

function countOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  const name = word.toLowerCase();
  if (name.endsWith('hundred')) return 100;
  return name === 'twenty' ? 20 : counts.indexOf(name) + 1;
}

function share(start: number, text: string, value: number): Draft {
  return {
    kind: 'percent',
    start,
    end: start + text.length,
    value,
    interval: null,
    date: null,
    unit: null,
  };
}
