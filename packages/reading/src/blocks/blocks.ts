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

const NAME_OF_LANGUAGE =
  /^(?:english|chinese|simplified chinese|traditional chinese|mandarin|original|translation|英文|英语|英語|中文|汉语|漢語|简体中文|繁體中文|原文|译文|譯文)(?:版| version| text)?$/i;

export function readBlocks(file: string, format: TextFormat): { blocks: Block[]; published: string | null } {
  const { blocks, published } = READERS[format](file);
  return { blocks: cellsInLanguages(blocks.flatMap((block) => refine(block, format))), published };
}

function refine({ content, role, cell }: RawBlock, format: TextFormat): Block[] {
  return splitLanguages(content)
    .filter(({ text }) => text !== '')
    .map(({ text, pieces, lang }) => {
      // The head of a table that only names its languages says nothing in them.
      if (cell && NAME_OF_LANGUAGE.test(text)) return { text, pieces, lang: null, cell, role: 'heading' };
      // A short cell is no heading, and a day in it is not the day of the text.
      const told = cell ? 'paragraph' : roleOf(text, format === 'plain');
      return { text, pieces, lang, cell, role: role ?? told };
    });
}

/** A cell of figures alone is in the language that most of its table is in. */
function cellsInLanguages(blocks: Block[]): Block[] {
  const balance = new Map<number, number>();
  for (const { cell, lang } of blocks) {
    if (cell && lang) balance.set(cell.table, (balance.get(cell.table) ?? 0) + (lang === 'en' ? 1 : -1));
  }
  return blocks.map((block) => {
    const { cell, lang, text } = block;
    const most = cell && balance.get(cell.table);
    return lang !== null || !most || !/\d/.test(text) ? block : { ...block, lang: most > 0 ? 'en' : 'zh' };
  });
}
