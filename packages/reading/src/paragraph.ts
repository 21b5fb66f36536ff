/** A pair of blocks as a paragraph of the reading: everything found in it, with its place in the file. */
import type { Recogniser } from '@floodgate/engine/world';
import type { Pairing } from './align/align.ts';
import type { Block, Role } from './blocks/block.ts';
import { fileSpan, type MappedText, MappedTextBuilder } from './blocks/source-map.ts';
import { checkWorthy } from './claims/check-worthy.ts';
import { linkClaims } from './claims/link-claims.ts';
import { compareQuantities } from './compare/compare-quantities.ts';
import type { Language, Mismatch, Quantity } from './quantities/quantity.ts';
import type { Term } from './quantities/subject.ts';
import type { ReadBlock } from './read-text.ts';
import type { Found, FoundMismatch, FoundQuantity, Paragraph, Span } from './reading.ts';

const BETWEEN = '\n\n';

/** One side of a pair: its blocks as one text, and the quantities with offsets in it. */
interface Side {
  content: MappedText;
  quantities: Quantity[];
}

export function pairedParagraph(
  { en, zh, score }: Pairing<ReadBlock>,
  file: string,
  { recognisers, terms }: { recognisers: readonly Recogniser[]; terms: readonly Term[] },
): Paragraph {
  const sides: Record<Language, Side | null> = { en: sideOf(en), zh: sideOf(zh) };
  const find = <T extends Span & { lang: Language }>(one: T): Found<T> => placed(one, sides[one.lang]!.content, file);
  const [ones, others] = [sides.en?.quantities ?? [], sides.zh?.quantities ?? []];
  const pair = {
    en: sides.en?.content.text ?? null,
    zh: sides.zh?.content.text ?? null,
    quantities: [...ones, ...others],
  };
  const claims = linkClaims(pair, recognisers, terms);
  const role = (en[0] ?? zh[0]).role;
  const mismatches = sides.en && sides.zh ? compareQuantities(ones, others).filter(isSaid(role)) : [];
  return {
    en: pair.en,
    zh: pair.zh,
    other: null,
    role,
    score: score === null ? null : Math.round(score * 1000) / 1000,
    places: { en: placeOf(sides.en), zh: placeOf(sides.zh), other: null },
    quantities: pair.quantities.map(find),
    mismatches: mismatches.map((mismatch) => foundMismatch(mismatch, find)),
    claims: claims.map(find),
    unclaimed: checkWorthy(pair, claims).map(find),
  };
}

/** What stands around a text may be longer in one language: only figures that differ are told of there. */
function isSaid(role: Role): (mismatch: Mismatch) => boolean {
  return ({ kind }) => kind !== 'missing' || !(role === 'by-line' || role === 'date-line');
}

export function otherParagraph(block: Block): Paragraph {
  const place = fileSpan(block, 0, block.text.length);
  return {
    en: null,
    zh: null,
    other: block.text,
    role: block.role,
    score: null,
    places: { en: null, zh: null, other: place },
    quantities: [],
    mismatches: [],
    claims: [],
    unclaimed: [],
  };
}

function sideOf(blocks: readonly ReadBlock[]): Side | null {
  if (blocks.length === 0) return null;
  const content = new MappedTextBuilder();
  let quantities: Quantity[] = [];
  for (const block of blocks) {
    if (content.text !== '') {
      const from = fileSpan(content, content.text.length - 1, content.text.length).end;
      content.add(BETWEEN, from, fileSpan(block, 0, 1).start - from);
    }
    const before = content.text.length;
    content.addSlice(block, 0, block.text.length);
    const moved = block.quantities.map((one) => ({ ...one, start: before + one.start, end: before + one.end }));
    quantities = quantities.concat(moved);
  }
  return { content, quantities };
}

function placed<T extends Span>(one: T, content: MappedText, file: string): Found<T> {
  const { start, end } = fileSpan(content, one.start, one.end);
  return { ...one, text: file.slice(start, end), start, end, inParagraph: { start: one.start, end: one.end } };
}

function foundMismatch({ kind, en, zh }: Mismatch, find: (quantity: Quantity) => FoundQuantity): FoundMismatch {
  return { kind, en: en && find(en), zh: zh && find(zh) };
}

function placeOf(side: Side | null): Span | null {
  return side && fileSpan(side.content, 0, side.content.text.length);
}
