/**
 * Where the two languages of a pair do not say the same: another figure, none at all, or another strength.
 *
 * Each figure is matched to at most one of the other language: first those that agree, then, of what is left, those of one kind
 * nearest in place (a different `number`); what stays alone is `missing`. Matched figures whose words bound them differently
 * ("almost half", 超过一半) differ in `strength`. Time is linear: beyond 200 figures a partner is sought only near the same place.
 */
import type { Mismatch, Quantity } from '../quantities/quantity.ts';
import { agree } from './agree.ts';
import { alike, coveredBy, isIncidental, sumsUp } from './leftover.ts';
import { sameStrength } from './strength.ts';

type Match = (en: Quantity, zh: Quantity) => boolean;

interface Sides {
  en: readonly Quantity[];
  zh: readonly Quantity[];
  /** Index of the partner in zh of each en, -1 while there is none; and the other way round. */
  ofEn: Int32Array;
  ofZh: Int32Array;
}

const window = 40;

export function compareQuantities(en: readonly Quantity[], zh: readonly Quantity[]): Mismatch[] {
  const sides: Sides = { en, zh, ofEn: new Int32Array(en.length).fill(-1), ofZh: new Int32Array(zh.length).fill(-1) };
  pair(sides, (a, b) => alikeInForm(a, b) && agree(a, b) && sameStrength(a, b));
  pair(sides, (a, b) => agree(a, b) && sameStrength(a, b));
  pair(sides, agree);
  const agreed = sides.ofEn.slice();
  const spare = (list: readonly Quantity[], of: Int32Array) => list.filter((_, i) => of[i] === -1);
  const left = { en: spare(en, sides.ofEn), zh: spare(zh, sides.ofZh) };
  const excused = new Set([...excuses(left.en, left.zh, zh), ...excuses(left.zh, left.en, en)]);
  pair(sides, (a, b) => !excused.has(a) && !excused.has(b) && alike(a, b));
  return inOrder(sides, agreed, excused);
}

/** One value beside one value: "12" goes with 12 before it goes with 数十. */
function alikeInForm(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && (a.value === null) === (b.value === null);
}

/** Gives each figure without a partner the nearest one, by place in its list, that `match` accepts. */
function pair({ en, zh, ofEn, ofZh }: Sides, match: Match): void {
  const reach = Math.max(en.length, zh.length) <= 200 ? zh.length : window;
  for (let i = 0; i < en.length; i++) {
    if (ofEn[i] !== -1) continue;
    const middle = Math.round((i * zh.length) / en.length);
    for (let step = 0; step <= 2 * reach; step++) {
      const j = middle + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
      if (j < 0 || j >= zh.length || ofZh[j] !== -1 || !match(en[i]!, zh[j]!)) continue;
      [ofEn[i], ofZh[j]] = [j, i];
      break;
    }
  }
}

/** Those left over that the other language says in another way: a range as its two ends, a year within a date. */
function excuses(mine: readonly Quantity[], theirs: readonly Quantity[], all: readonly Quantity[]): Quantity[] {
  const near = all.slice(0, window);
  return mine.flatMap((figure) => {
    const ends = sumsUp(figure, theirs.slice(0, window));
    if (ends !== null) return [figure, ...ends];
    return isIncidental(figure) || coveredBy(figure, near) ? [figure] : [];
  });
}

function inOrder({ en, zh, ofEn, ofZh }: Sides, agreed: Int32Array, excused: ReadonlySet<Quantity>): Mismatch[] {
  const found: Mismatch[] = [];
  en.forEach((figure, i) => {
    const partner = zh[ofEn[i]!] ?? null;
    if (partner === null) {
      if (!excused.has(figure)) found.push({ kind: 'missing', en: figure, zh: null });
    } else if (agreed[i] === -1) found.push({ kind: 'number', en: figure, zh: partner });
    else if (!sameStrength(figure, partner)) found.push({ kind: 'strength', en: figure, zh: partner });
  });
  zh.forEach((figure, j) => {
    if (ofZh[j] === -1 && !excused.has(figure)) found.push({ kind: 'missing', en: null, zh: figure });
  });
  return found;
}
