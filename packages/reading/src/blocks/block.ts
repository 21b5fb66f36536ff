/** A paragraph, heading or cell of a text, with the way back into its file. */
import type { Language } from '../quantities/quantity.ts';
import type { MappedText } from './source-map.ts';

/** What a block is in its text; the last three often stand in one language only. */
export type Role = 'paragraph' | 'heading' | 'by-line' | 'date-line' | 'caption';

/** Where a block stands in a table; tables are counted through the file. */
export interface Cell {
  table: number;
  row: number;
  column: number;
}

export interface Block extends MappedText {
  role: Role;
  /** Null for text in neither language. */
  lang: Language | null;
  cell: Cell | null;
}

/** What the readers of file formats give: text with its line breaks, not yet told apart by language. */
export interface RawBlock {
  content: MappedText;
  /** Where the markup itself says what the block is. */
  role: Role | null;
  cell: Cell | null;
}

/** Blocks of a file and the day that its markup (not its text) gives as the day of publication. */
export interface RawText {
  blocks: RawBlock[];
  published: string | null;
}
