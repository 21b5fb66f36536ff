/** Numbers written out in many ways of each language, for properties: what is written must be read back. */
import fc from 'fast-check';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 1 to 999,999,999,999 in words. */
export function inEnglishWords(value: number): string {
  if (value < 20) return ones[value]!;
  if (value < 100) return tens[Math.floor(value / 10)]! + (value % 10 === 0 ? '' : `-${ones[value % 10]}`);
  if (value < 1000)
    return `${ones[Math.floor(value / 100)]} hundred${value % 100 === 0 ? '' : ` and ${inEnglishWords(value % 100)}`}`;
  for (const [name, size] of [
    ['billion', 1e9],
    ['million', 1e6],
    ['thousand', 1e3],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const joint = rest < 100 ? ' and ' : ' ';
    return `${inEnglishWords(Math.floor(value / size))} ${name}${rest === 0 ? '' : joint + inEnglishWords(rest)}`;
  }
  throw new RangeError(`${value}`);
}

export function withCommas(value: number): string {
  const [whole, decimals] = String(value).split('.');
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

const digits = '零一二三四五六七八九';

/** Below ten thousand, as it is said: 两千零三, 一百一十. */
function section(value: number, leading: boolean): string {
  let out = '';
  let gap = false;
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) gap ||= out !== '';
    else {
      out += (gap ? '零' : '') + (size === 10 && digit === 1 && out === '' && leading ? '' : digits[digit]) + name;
      gap = false;
    }
  }
  return out;
}

/** 1 to 9999兆 in characters, without the short forms of speech. */
export function inChinese(value: number): string {
  let out = '';
  let gap = false;
  for (const [size, name] of [
    [1e12, '兆'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / size) % 1e4;
    if (part === 0) gap ||= out !== '';
    else {
      out += (out !== '' && (gap || part < 1000) ? '零' : '') + section(part, out === '') + name;
      gap = false;
    }
  }
  return out;
}

export const traditional = (text: string) =>
  text.replace(/[万亿两]/g, (char) => ({ 万: '萬', 亿: '億', 两: '兩' })[char]!);
export const financial = (text: string) =>
  text.replace(
    /[一二三四五六七八九十百千]/g,
    (char) => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(char)]!,
  );
export const fullwidth = (text: string) =>
  text.replace(/[0-9.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** A number and one way to write it in a language. */
export interface Written {
  value: number;
  text: string;
}

const scale = (value: number, exponent: number): number => Number(`${value}e${exponent}`);
const decimal = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, places]) => scale(n, -places));
const whole = fc.oneof(
  fc.integer({ min: 10, max: 99_999 }),
  fc.integer({ min: 100_000, max: 999_999_999 }),
  fc.integer({ min: 1, max: 999 }).map((n) => n * 1e6),
);

/** Years are read as dates: four digits without a comma are kept out. */
const notYear = (value: number) => value < 1900 || value > 2099;

export const writtenInEnglish: fc.Arbitrary<Written> = fc.oneof(
  whole.map((value) => ({ value, text: withCommas(value) })),
  whole.filter(notYear).map((value) => ({ value, text: String(value) })),
  whole.map((value) => ({ value, text: inEnglishWords(value) })),
  fc
    .tuple(
      decimal,
      fc.constantFrom(
        ['thousand', 3],
        ['million', 6],
        ['billion', 9],
        ['trillion', 12],
        ['bn', 9],
        ['m', 6],
        ['tn', 12],
        ['k', 3],
      ) as fc.Arbitrary<[string, number]>,
    )
    .map(([n, [name, exponent]]) => ({
      value: scale(n, exponent),
      text: name.length > 2 ? `${n} ${name}` : `${n}${name}`,
    })),
);

export const writtenInChinese: fc.Arbitrary<Written> = fc.oneof(
  whole.map((value) => ({ value, text: withCommas(value) })),
  whole.filter(notYear).map((value) => ({ value, text: fullwidth(String(value)) })),
  whole.map((value) => ({ value, text: inChinese(value) })),
  whole.map((value) => ({ value, text: traditional(inChinese(value)) })),
  whole.map((value) => ({ value, text: financial(inChinese(value)) })),
  fc
    .tuple(
      decimal,
      fc.constantFrom(
        ['万', 4],
        ['亿', 8],
        ['万亿', 12],
        ['兆', 12],
        ['千', 3],
        ['百万', 6],
        ['千万', 7],
        ['十亿', 9],
      ) as fc.Arbitrary<[string, number]>,
      fc.constantFrom((s: string) => s, traditional, fullwidth),
    )
    .map(([n, [name, exponent], dress]) => ({ value: scale(n, exponent), text: dress(`${n}${name}`) })),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }))
    .map(([big, small]) => ({ value: big * 1e8 + small * 1e4, text: `${big}亿${small}万` })),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([a, b]) => ({ value: a * 1e7 + b * 1e6, text: `${a}千${b}百万` })),
);

/** One number, written in each language in one of its ways. */
export const writtenInBoth: fc.Arbitrary<{ value: number; en: string; zh: string }> = fc
  .tuple(fc.integer({ min: 10, max: 9_999 }), fc.constantFrom(1, 100, 1e4, 1e6))
  .map(([n, scale]) => n * scale)
  .filter(notYear)
  .chain((value) =>
    fc.record({
      value: fc.constant(value),
      en: fc.constantFrom(
        withCommas(value),
        inEnglishWords(value),
        value % 1e4 === 0 ? `${value / 1e6} million` : withCommas(value),
      ),
      zh: fc.constantFrom(
        withCommas(value),
        inChinese(value),
        traditional(inChinese(value)),
        value % 1e4 === 0 ? `${value / 1e4}万` : fullwidth(String(value)),
      ),
    }),
  );
