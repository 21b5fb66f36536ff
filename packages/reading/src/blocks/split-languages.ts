/** Cuts a block that speaks both languages into stretches of one: line by line, at a dividing bar, or where sentences change. */
import type { Language } from '../quantities/quantity.ts';
import { countScripts, languageOf } from './script.ts';
import { collapseSpaces, type MappedText, sliceOf } from './source-map.ts';

export interface Stretch extends MappedText {
  lang: Language | null;
}

/** Longer blocks are not looked at for a change of language within a line. */
const LONGEST_MIXED = 20_000;
const DIVIDER = / ?[/|｜／] ?| [–—-]{1,2} /g;
const SENTENCE_CHANGE =
  /[.!?]["'”’)]*\s*(?=["“‘「『（]?\p{Script=Han})|(?:[。！？]|(?<=\p{Script=Han})[.!?](?=\s))[”’」』）]*\s*(?=["“‘(]?\p{Script=Latin})/gu;
const GLOSS = /^(.*\S)\s*[（(]([^（）()]+)[）)]\s*$/su;
/** Between texts that say the same, Chinese characters for each Latin word; a quoted phrase is far outside. */
const FEWEST_HAN_A_WORD = 0.5;
const MOST_HAN_A_WORD = 5;
/** A name alone, such as H20, is at home in both languages: a real word makes English. */
const ENGLISH_WORD = /\p{Ll}{3}/u;

export function splitLanguages(block: MappedText): Stretch[] {
  return linesInLanguages(block).flatMap((line) =>
    splitLine(collapseSpaces(line)).map((part) => ({ ...collapsed(part), lang: languageOf(part.text) })),
  );
}

function collapsed(part: MappedText): MappedText {
  const { text, pieces } = collapseSpaces(part);
  return { text, pieces };
}

/** Lines, or columns set by tabs, of one language joined; an empty line always divides. A line of neither joins the one before it. */
function linesInLanguages(block: MappedText): MappedText[] {
  if (!/[\n\t]/.test(block.text)) return [block];
  const groups: { start: number; end: number; lang: Language | null }[] = [];
  let start = 0;
  let divided = true;
  for (const line of block.text.split(/[\n\t]/)) {
    const end = start + line.length;
    if (/\S/.test(line)) {
      const lang = languageOf(line);
      const last = groups.at(-1);
      if (last && !divided && (lang === null || last.lang === null || lang === last.lang)) {
        last.end = end;
        last.lang ??= lang;
      } else groups.push({ start, end, lang });
      divided = false;
    } else divided = true;
    start = end + 1;
  }
  return groups.map((group) => sliceOf(block, group.start, group.end));
}

function splitLine(line: MappedText): MappedText[] {
  const { text } = line;
  if (text.length > LONGEST_MIXED) return [line];
  const { han, words } = countScripts(text);
  if (han < 2 || words < 1 || !ENGLISH_WORD.test(text)) return [line];
  for (const cuts of [cutsAt(text, DIVIDER), cutsAt(text, SENTENCE_CHANGE), cutsAtGloss(text)]) {
    const parts = joinSame(text, cuts);
    if (parts.length > 1 && isParallel(text, parts)) return parts.map(({ start, end }) => sliceOf(line, start, end));
  }
  return [line];
}

interface Range {
  start: number;
  end: number;
}

/** Stretches between the matches; a sentence's end stays with its sentence, a divider with neither side. */
function cutsAt(text: string, pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    ranges.push({ start, end: pattern === DIVIDER ? index : index + found.length });
    start = index + found.length;
  }
  ranges.push({ start, end: text.length });
  return ranges.filter((range) => /\S/.test(text.slice(range.start, range.end)));
}

/** `Introduction（引言）`: a heading with its translation in brackets. */
function cutsAtGloss(text: string): Range[] {
  const found = text.length <= 200 ? GLOSS.exec(text) : null;
  if (!found || /[.!?。！？]\s/.test(found[1])) return [];
  const start = text.lastIndexOf(found[2]);
  return [
    { start: 0, end: found[1].length },
    { start, end: start + found[2].length },
  ];
}

function joinSame(text: string, ranges: Range[]): (Range & { lang: Language | null })[] {
  const joined: (Range & { lang: Language | null })[] = [];
  for (const range of ranges) {
    const lang = languageOf(text.slice(range.start, range.end));
    const last = joined.at(-1);
    if (last && (lang === last.lang || lang === null)) last.end = range.end;
    else joined.push({ ...range, lang });
  }
  return joined;
}

/** Both languages stand there, each by itself, and say about as much. */
function isParallel(text: string, parts: (Range & { lang: Language | null })[]): boolean {
  const sum = { en: 0, zh: 0 };
  for (const { start, end, lang } of parts) {
    const part = text.slice(start, end);
    const { han, words } = countScripts(part);
    if (lang === null || (lang === 'en' && (han > words * 0.1 || !ENGLISH_WORD.test(part)))) return false;
    sum[lang] += lang === 'en' ? words : han + words;
  }
  return sum.en > 0 && sum.zh >= FEWEST_HAN_A_WORD * sum.en && sum.zh <= MOST_HAN_A_WORD * sum.en;
}
