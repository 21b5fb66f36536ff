/** The day on which a text was published, as its date line or markup gives it, in either language. */
import type { Block } from './block.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const WRITTEN: [RegExp, (found: RegExpExecArray) => [number, number, number]][] = [
  [/(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([, y, m, d]) => [+y, +m, +d]],
  [/(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/, ([, y, m, d]) => [+y, +m, +d]],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    ([, d, m, y]) => [+y, monthOf(m), +d],
  ],
  [
    new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    ([, m, d, y]) => [+y, monthOf(m), +d],
  ],
];

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** Fullwidth digits, 零 and dates in characters (二〇二五年七月十四日) in plain digits. */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[零○〇]/g, '〇')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日号號])/g, (written) => {
      const digits = written
        .replace(/^十$/, '10')
        .replace(/^十(?=.)/, '1')
        .replace(/(?<=.)十$/, '0')
        .replace('十', '');
      return [...digits].map((one) => (CHINESE_DIGITS.includes(one) ? CHINESE_DIGITS.indexOf(one) : one)).join('');
    });
}

/** The first whole date in a short text as `YYYY-MM-DD`; null where there is none, or no such day. */
export function readDay(text: string): string | null {
  return findDay(text)?.day ?? null;
}

function findDay(text: string): { day: string; index: number; length: number } | null {
  const plain = plainDigits(text);
  for (const [pattern, parts] of WRITTEN) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [year, month, date] = parts(found);
    const day = new Date(Date.UTC(year, month - 1, date));
    if (day.getUTCMonth() !== month - 1 || day.getUTCDate() !== date) continue;
    return { day: day.toISOString().slice(0, 10), index: found.index, length: found[0].length };
  }
  return null;
}

/** A line that says when, and beside it at most who published it, where, on which weekday and at what time. */
const LONGEST_DATE_LINE = 80;
const BESIDE_DATE =
  /\b(?:(?:first |last )?(?:published|posted|updated|released|issued|modified|revised)|date|dated?|by|on|at|in|for immediate release|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]\.?m\.?|utc|gmt|[ec]e?[sd]?t)\b|\d{1,2}[:：.]\d\d(?:[:：]\d\d)?|(?:发布|發布|发表|發表|刊登|更新|撰写|撰寫|出版|截稿)?(?:时间|時間|日期)|发布|發布|发表|發表|更新于?|刊于|于|星期.|周[一二三四五六日]|[上下]午/giu;
/** A place or a name: a few words that each begin with a capital, or a few Chinese characters set apart. */
const PLACE_OR_NAME =
  /^(?:[\p{Lu}\d][\p{L}\d.'’-]*[\s,]*){0,5}$|^\p{Script=Han}{0,6}[电讯電訊]$|^\p{Script=Han}{2,6}(?:[报報网網]|日[报報])?$/u;

export function isDateLine(written: string): boolean {
  if (written.length > LONGEST_DATE_LINE) return false;
  const text = plainDigits(written);
  const found = findDay(text);
  if (found === null) return false;
  const beside = [text.slice(0, found.index), text.slice(found.index + found.length)].map((part) =>
    part.replace(BESIDE_DATE, ' ').replace(/^[\s\p{P}|｜·]+|[\s\p{P}|｜·]+$/gu, ''),
  );
  // In Chinese nothing but a mark or a space tells a place beside the date from the rest of a sentence.
  const apart = !/\p{Script=Han}/u.test(beside.join('')) || /[\s\p{P}|｜]/u.test(around(text, found));
  return apart && beside.every((part) => PLACE_OR_NAME.test(part)) && !/\p{L}{2}[.。!?！？]$/u.test(text);
}

function around(text: string, { index, length }: { index: number; length: number }): string {
  return text.slice(Math.max(0, index - 1), index) + text.slice(index + length, index + length + 1);
}

/** How far down a text its date line may stand. */
const FIRST_BLOCKS = 12;
const LAST_BLOCKS = 4;
/** `BEIJING, July 15, 2025 (Xinhua) – …`, `新华社北京2025年7月15日电`: the date at the head of a paragraph. */
const DATELINE_HEAD = 60;

/** From date lines and by-lines first, else from the head of one of the first paragraphs; null where no block says it. */
export function publishedFrom(blocks: readonly Block[]): string | null {
  const near =
    blocks.length > FIRST_BLOCKS + LAST_BLOCKS
      ? [...blocks.slice(0, FIRST_BLOCKS), ...blocks.slice(-LAST_BLOCKS)]
      : blocks;
  const lines = near.filter(({ role }) => role === 'date-line' || role === 'by-line');
  const heads = blocks.slice(0, FIRST_BLOCKS).filter(({ role, text }) => role === 'paragraph' && isDatelined(text));
  for (const { text } of [...lines, ...heads]) {
    const day = readDay(text.slice(0, LONGEST_DATE_LINE * 2));
    if (day !== null) return day;
  }
  return null;
}

function isDatelined(text: string): boolean {
  const head = text.slice(0, DATELINE_HEAD);
  return (
    /^[A-Z][A-Z .,'-]{2,30}[,(–—-]|^[（(]?[\p{Script=Han}·]{2,12}[，,\s]?\d{4}年[^，。]{2,10}[日号](电|讯|消息|）|\))/u.test(
      head,
    ) && findDay(head) !== null
  );
}
