/** English dates: days, months, quarters, halves, years and their ranges, and what is said relative to the day of publication. */
import type { Draft } from './draft.ts';
import { englishDateForms } from './english-date-forms.ts';
import { matchAt } from './match-at.ts';

/** What digits must look like to begin a date at all; it spares most of them the rules. */
const datable =
  /(?:19|20)\d\d(?!\d)|[2-9]0'?s|\d{1,2}(?:(?:st|nd|rd|th)?(?:\s?[–—/-]\s?\d|\s+(?:(?:to|and)\s+\d|(?:of\s+)?[A-Z]))|[QH])/y;

/** The date at `at`, longest sense first. A year alone must not count things: `2000 chips` is a number. */
export function englishDate(text: string, at: number, published: string | null): Draft | null {
  if (/\d/.test(text[at]!) && matchAt(datable, text, at) === null) return null;
  for (const [pattern, resolve] of englishDateForms) {
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
