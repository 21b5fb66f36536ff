/** How the two languages are laid out, told from the order of their blocks. */
import type { Block } from '../blocks/block.ts';
import type { Language } from '../quantities/quantity.ts';

/**
 * `alternating`: paragraph after paragraph; `blocks`: one whole text after the other, or part after part; `table`: side by
 * side in the cells of a row.
 */
export type Layout = 'alternating' | 'blocks' | 'table' | 'one-language' | 'empty';

/** Of all places where a block could follow one of the other language, how many do so in an alternating text, at least. */
const ALTERNATING_FROM = 0.55;
/** A table of two languages holds at least this share of the text. */
const TABLE_FROM = 0.5;

export function detectLayout(blocks: readonly Block[]): Layout {
  const spoken = blocks.filter(({ lang }) => lang !== null);
  const count = (lang: Language) => spoken.filter((block) => block.lang === lang).length;
  const fewer = Math.min(count('en'), count('zh'));
  if (spoken.length === 0) return 'empty';
  if (fewer === 0) return 'one-language';
  if (inBilingualRows(spoken) >= TABLE_FROM * spoken.length) return 'table';
  const changes = spoken.slice(1).filter((block, i) => block.lang !== spoken[i].lang);
  const alternating =
    changes.length >= ALTERNATING_FROM * (2 * fewer - 1) && (changes.length > 1 || spoken.length <= 3);
  return alternating ? 'alternating' : 'blocks';
}

/** Blocks in rows that hold both languages. */
function inBilingualRows(spoken: readonly Block[]): number {
  const rows = new Map<string, { languages: Set<Language | null>; blocks: number }>();
  for (const { cell, lang } of spoken) {
    if (!cell) continue;
    const key = `${cell.table} ${cell.row}`;
    const row = rows.get(key) ?? { languages: new Set(), blocks: 0 };
    row.languages.add(lang);
    row.blocks++;
    rows.set(key, row);
  }
  return [...rows.values()].reduce((sum, { languages, blocks }) => sum + (languages.size > 1 ? blocks : 0), 0);
}
