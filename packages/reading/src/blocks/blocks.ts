/** The blocks of a file: read by its format, cut by language, each with its role. */
import type { Block, RawBlock, RawText } from './block.ts';
import { htmlBlocks } from './html-blocks.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { plainBlocks } from './plain-blocks.ts';
import { roleOf } from './role.ts';
import { splitLanguages } from './split-languages.ts';

export type TextFormat = 'plain' | 'markdown' | 'html';

const READERS: Record<TextFormat, (file: string) => RawText> = {
  plain: plainBlocks,
  markdown: markdownBlocks,
  html: (file) => htmlBlocks(file),
};

export function readBlocks(file: string, format: TextFormat): { blocks: Block[]; published: string | null } {
  const { blocks, published } = READERS[format](file);
  return { blocks: blocks.flatMap((block) => refine(block, format)), published };
}

function refine({ content, role, cell }: RawBlock, format: TextFormat): Block[] {
  return splitLanguages(content)
    .filter(({ text }) => text !== '')
    .map(({ text, pieces, lang }) => {
      const told = role ?? roleOf(text, format === 'plain' && cell === null);
      // A table of figures has cells; a table of two languages has paragraphs side by side.
      return { text, pieces, lang, cell, role: told };
    });
}
