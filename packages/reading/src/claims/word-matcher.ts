/**
 * Whether a sentence holds one of the words of a list. Words are plain text and never patterns of the user's making:
 * `make*` stands for what begins so, `@huawei` for the names of a term, `rose ... tenfold` for parts in this order.
 */
import type { Language } from '../quantities/quantity.ts';
import type { Term } from '../quantities/subject.ts';

export type WordMatcher = (sentence: string) => boolean;

/** A matcher of one list; throws RangeError for a term that is not among `terms`. */
export function matcherOf(words: readonly string[], lang: Language, terms: ReadonlyMap<string, Term>): WordMatcher {
  const patterns = words
    .flatMap((word) => namesOf(word, lang, terms))
    .map((word) =>
      word
        .split(/\s*\.\.\.\s*/)
        .map((part) => literal(part, lang))
        .join(GAP),
    );
  if (patterns.length === 0) return () => false;
  const any = new RegExp(patterns.join('|'));
  return (sentence) => any.test(sentence);
}

/** What may lie between the parts of a word: bounded, so that no sentence can make the search long. */
const GAP = '[\\s\\S]{0,80}?';

function namesOf(word: string, lang: Language, terms: ReadonlyMap<string, Term>): readonly string[] {
  if (!word.startsWith('@')) return [word];
  const term = terms.get(word.slice(1));
  if (!term) throw new RangeError(`no term "${word.slice(1)}"`);
  return term[lang];
}

/** English words stand whole, a space also for a hyphen or none; Chinese ones anywhere, Latin names among them whole. */
function literal(word: string, lang: Language): string {
  const open = word.endsWith('*');
  const body = (open ? word.slice(0, -1) : word).trim();
  const pattern = [...body].map((letter) => letterPattern(letter, isAcronym(body))).join('');
  if (lang === 'zh' && !/^[A-Za-z0-9]/.test(body)) return pattern;
  return `(?<![A-Za-z0-9])${pattern}${open ? '' : "(?:s|’s|'s)?(?![A-Za-z0-9])"}`;
}

/** `US` is not `us`, `AI` not `ai`: names in capitals are found as they stand, all else in either case. */
function isAcronym(word: string): boolean {
  return /^[A-Z0-9.]+$/.test(word);
}

function letterPattern(letter: string, exact: boolean): string {
  if (/[\s-]/.test(letter)) return '[\\s-]?';
  if (/[a-z]/i.test(letter)) return exact ? letter : `[${letter.toLowerCase()}${letter.toUpperCase()}]`;
  return letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
