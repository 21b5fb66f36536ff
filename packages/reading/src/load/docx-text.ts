/**
 * The text of a DOCX file. The archive is measured before anything of it is read: what its entries say they hold, and then
 * what they do hold, inflated one by one up to the limit.
 */
import { InputError } from '@floodgate/engine/core';
import mammoth from 'mammoth';
import type { Block } from '../blocks/block.ts';
import { readBlocks } from '../blocks/blocks.ts';
import { verbatim } from '../blocks/source-map.ts';
import { checkArchive } from './archive-limits.ts';

/**
 * Blocks whose places are in `text`: the text of all blocks, an empty line between two. Throws `unreadable-…`.
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ text: string; blocks: Block[]; published: string | null }> {
  checkArchive(bytes);
  const html = await toHtml(bytes);
  const { blocks, published } = readBlocks(html, 'html');
  const text = blocks.map((block) => block.text).join('\n\n');
  let start = 0;
  const placed = blocks.map((block) => {
    const { pieces } = verbatim(text, start, start + block.text.length);
    start += block.text.length + 2;
    return { ...block, pieces };
  });
  return { text, blocks: placed, published };
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  // Pictures would come along as text of their own size.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap: STYLES });
    return value;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('unreadable-docx');
  }
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
];
