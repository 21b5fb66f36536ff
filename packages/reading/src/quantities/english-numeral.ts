/** English numerals: `350,000`, `1.5bn`, `two and a half million`, `half a million`, `tens of millions`, `10^26`. */
import { shift, tidy } from './decimal.ts';
import { magnitudes, type Numeral, vagueNumeral } from './english-vague.ts';
import { matchAt, oneOf } from './match-at.ts';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const worth = new Map<string, number>([
  ...ones.map((word, i) => [word, i] as const),
  ...tens.map((word, i) => [word, 20 + 10 * i] as const),
  ['dozen', 12],
]);

const digits = /(\d{1,3}(?:,\d{3}){1,7}|\d{1,21})(\.\d{1,15})?(?![\d])/y;
const vulgar: Record<string, number> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅛': 1 / 8,
};
const vulgarSign = /\s?([½¼¾⅓⅔⅕⅛])/y;
const power = /\s?[x×]\s?10(?:\^(\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))|[eE]\+?(\d{1,2})\b/y;
const tenPower = /10(?:\^(\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))/y;
const magnitudeWord = /[\s-]?(hundred|thousand|million|billion|trillion|quadrillion|lakh|crore)(?![A-Za-z])/iy;
const magnitudeLetters = /\s?(mn|mln|bn|bln|tn|trn)(?![A-Za-z])|([kKmMbB]|[tT](?=\b))(?![A-Za-z0-9/²³^])/y;
const word = new RegExp(`(${oneOf(worth.keys())}|hundred|thousand|million|billion|trillion)(?!(?!fold)[A-Za-z])`, 'iy');
const link = /\s+and\s+(?!a\b)|\s?-\s?(?=[a-z])|\s+/iy;
const andHalf = /[\s-]+and[\s-]+(?:a|one)[\s-]+half(?![A-Za-z])/iy;
const point = /\s+point\s+(zero|one|two|three|four|five|six|seven|eight|nine)(?![A-Za-z])/iy;
const articleOfMagnitude = /an?\s+(?=(?:hundred|thousand|million|billion|trillion|dozen)(?![A-Za-z]))/iy;

/** The numeral at `at`, or null. `money` lets a bare T stand for trillions. */
export function englishNumeral(text: string, at: number, money: boolean): Numeral | null {
  return vagueNumeral(text, at) ?? digitNumeral(text, at, money) ?? wordNumeral(text, at);
}

function digitNumeral(text: string, at: number, money: boolean): Numeral | null {
  const ten = matchAt(tenPower, text, at);
  if (ten !== null) return exact(at + ten[0].length, shift(1, exponentOf(ten[1] ?? ten[2]!)), 0);
  const found = matchAt(digits, text, at);
  const lone = found === null ? matchAt(vulgarSign, text, at) : null;
  if (lone !== null) return withMagnitude(text, at + lone[0].length, vulgar[lone[1]!]!, money);
  if (found === null) return null;
  let end = at + found[0].length;
  let value = Number(found[0].replaceAll(',', ''));
  const times = matchAt(power, text, end);
  if (times !== null)
    return exact(end + times[0].length, shift(value, exponentOf(times[1] ?? times[2] ?? times[3]!)), 0);
  const half = matchAt(andHalf, text, end);
  const sign = matchAt(vulgarSign, text, end);
  if (half !== null) [value, end] = [value + 0.5, end + half[0].length];
  else if (sign !== null) [value, end] = [value + vulgar[sign[1]!]!, end + sign[0].length];
  return withMagnitude(text, end, value, money);
}

function withMagnitude(text: string, from: number, value: number, money: boolean): Numeral {
  let end = from;
  let exponent = 0;
  for (let count = 0; count < 2; count++) {
    const found = matchAt(magnitudeWord, text, end);
    if (found === null) break;
    exponent += magnitudes[found[1]!.toLowerCase()]!;
    end += found[0].length;
  }
  const letters = exponent === 0 ? matchAt(magnitudeLetters, text, end) : null;
  const suffix = letters?.[1] ?? letters?.[2];
  if (suffix !== undefined && (money || suffix.toLowerCase() !== 't')) {
    exponent = magnitudes[suffix.toLowerCase()]!;
    end += letters![0].length;
  }
  return { end, value: shift(value, exponent), interval: null, exponent, inDigits: true };
}

/** `two hundred and fifty thousand`, `three and a half million`, `a dozen`, `one point five billion`. */
function wordNumeral(text: string, at: number): Numeral | null {
  const article = matchAt(articleOfMagnitude, text, at);
  let pos = at + (article?.[0].length ?? 0);
  let sum: Sum = { total: 0, group: 0, last: 'start', exponent: 0, lends: 0 };
  if (article !== null) sum = { ...sum, group: 1, last: 'one' };
  let best: Numeral | null = null;
  let whole: Numeral | null = null;
  for (let found = matchAt(word, text, pos); found !== null; found = matchAt(word, text, pos)) {
    const name = found[1]!.toLowerCase();
    const next = addWord(sum, name);
    // "two million and three million" are two figures: fall back to the last that was complete.
    if (next === null && !worth.has(name)) return whole;
    if (next === null) break;
    sum = next;
    let end = pos + found[0].length;
    const decimals = matchAt(point, text, end);
    if (decimals !== null) {
      sum.group = tidy(sum.group + worth.get(decimals[1]!.toLowerCase())! / 10);
      end += decimals[0].length;
    }
    const half = matchAt(andHalf, text, end);
    if (half !== null) {
      if (sum.last === 'magnitude') sum.total += shift(0.5, sum.exponent);
      else sum.group += 0.5;
      end += half[0].length;
    }
    best = { end, value: tidy(sum.total + sum.group), interval: null, exponent: sum.lends, inDigits: false };
    if (sum.last === 'hundred' || sum.last === 'magnitude' || whole === null) whole = best;
    const between = matchAt(link, text, end);
    if (between === null) break;
    pos = end + between[0].length;
  }
  return best;
}

interface Sum {
  /** What is complete, and what waits for its magnitude. */
  total: number;
  group: number;
  last: 'start' | 'one' | 'ten' | 'hundred' | 'magnitude';
  exponent: number;
  /** Ten to this power is what a bare lower end takes: 5 of "three to five hundred thousand". */
  lends: number;
}

function addWord(sum: Sum, name: string): Sum | null {
  const size = name === 'dozen' ? undefined : worth.get(name);
  if (size !== undefined) {
    const follows = sum.last !== 'one' && (sum.last !== 'ten' || (size > 0 && size < 10));
    return follows ? { ...sum, group: sum.group + size, last: size >= 20 ? 'ten' : 'one' } : null;
  }
  // A magnitude needs its count: "hundred" alone is no figure.
  if (sum.last === 'start') return null;
  if (name === 'dozen') return sum.group === 0 ? null : { ...sum, group: sum.group * 12, last: 'one' };
  const power = magnitudes[name]!;
  if (power === 2)
    return sum.group === 0 || sum.group >= 100
      ? null
      : { ...sum, group: sum.group * 100, last: 'hundred', lends: sum.total === 0 ? 2 : 0 };
  if (sum.group === 0)
    return sum.last === 'magnitude'
      ? { ...sum, total: shift(sum.total, power), exponent: power, lends: sum.lends + power }
      : null;
  if (sum.exponent !== 0 && power >= sum.exponent) return null;
  return {
    total: sum.total + shift(sum.group, power),
    group: 0,
    last: 'magnitude',
    exponent: power,
    lends: power + (sum.last === 'hundred' ? 2 : 0),
  };
}

function exact(end: number, value: number, exponent: number): Numeral {
  return { end, value, interval: null, exponent, inDigits: false };
}

function exponentOf(written: string): number {
  return Number(written.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (char) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(char))));
}
