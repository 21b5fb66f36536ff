/** Reads a text: from bytes to pairs of paragraphs with their quantities and claims, and where the two languages differ. */

import { InputError } from '@floodgate/engine/core';
import type { Recogniser } from '@floodgate/engine/world';
import { alignBlocks, type SpokenBlock } from './align/align.ts';
import { featuresOf, type KeyNumbers } from './align/features.ts';
import { detectLayout } from './align/layout.ts';
import { indexTerms } from './align/term-index.ts';
import type { Block } from './blocks/block.ts';
import { publishedFrom } from './blocks/published.ts';
import { loadText } from './load/load-text.ts';
import { otherParagraph, pairedParagraph } from './paragraph.ts';
import type { Quantity } from './quantities/quantity.ts';
import { readQuantities } from './quantities/read-quantities.ts';
import type { Term } from './quantities/subject.ts';
import type { Paragraph, Reading } from './reading.ts';

export interface ReadingOptions {
  /** Overrides the date line of the text. */
  published?: string;
  terms: readonly Term[];
  /** How the registered claims are recognised. */
  recognisers: readonly Recogniser[];
}

/** A block with what was read in it; offsets of the quantities are those of its text. */
export interface ReadBlock extends SpokenBlock {
  quantities: Quantity[];
}

/** A text of 10 MB has some 100,000 paragraphs; a report on many more could not be opened. */
const MOST_PARAGRAPHS = 250_000;
const MOST_FIGURES = 400_000;

/** `name`: of the file, for its ending. Throws `unreadable-…`. */
export async function readText(bytes: Uint8Array, name: string, options: ReadingOptions): Promise<Reading> {
  const { text: file, format, encoding, blocks, published: inMarkup } = await loadText(bytes, name);
  refuseOver(blocks.length, 'unreadable-paragraphs', MOST_PARAGRAPHS);
  const inText = inMarkup ?? publishedFrom(blocks);
  const published = options.published ?? inText;
  const layout = detectLayout(blocks);
  const { spoken, keys } = readSpoken(blocks, published, options.terms);
  refuseOver(
    spoken.reduce((sum, { quantities }) => sum + quantities.length, 0),
    'unreadable-figures',
    MOST_FIGURES,
  );
  const pairs = alignBlocks(spoken, layout, keys).map((pairing) => ({
    order: [...pairing.en, ...pairing.zh].reduce((least, { order }) => Math.min(least, order), blocks.length),
    paragraph: pairedParagraph(pairing, file, options),
  }));
  return {
    paragraphs: withOthers(pairs, blocks),
    format,
    encoding,
    layout,
    published,
    publishedBy: options.published ? 'caller' : inText === null ? 'nobody' : 'text',
    file,
  };
}

function refuseOver(size: number, code: string, most: number): void {
  if (size > most) throw new InputError(code, { most: most.toLocaleString('en') });
}

function readSpoken(blocks: readonly Block[], published: string | null, terms: readonly Term[]) {
  const index = indexTerms(terms);
  const numbers: KeyNumbers = new Map();
  const spoken: ReadBlock[] = [];
  for (const [order, block] of blocks.entries()) {
    const { lang } = block;
    if (lang === null) continue;
    const quantities = readQuantities(block.text, lang, { published, terms });
    const features = featuresOf({ ...block, lang }, quantities, index, numbers);
    spoken.push({ ...block, lang, order, quantities, features });
  }
  return { spoken, keys: numbers.size };
}

/** Text in neither language stands where it stood in the file. */
function withOthers(pairs: readonly { order: number; paragraph: Paragraph }[], blocks: readonly Block[]): Paragraph[] {
  const others = blocks.flatMap((block, order) => (block.lang === null ? [{ block, order }] : []));
  const all: Paragraph[] = [];
  let next = 0;
  for (const { order, paragraph } of pairs) {
    while (next < others.length && others[next].order < order) all.push(otherParagraph(others[next++].block));
    all.push(paragraph);
  }
  return [...all, ...others.slice(next).map(({ block }) => otherParagraph(block))];
}
