/** Reads YAML with positions. Aliases are refused: data needs none, and they are how small files become huge ones. */
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { DatasetError } from '../problems.ts';
import type { Placed } from './place.ts';

const MAX_BYTES = 1_000_000;
/** The deepest file of ours nests a dozen levels. */
const MAX_DEPTH = 64;
/** How the parser reports that a text nested deeper than its stack. */
const STACK_EXHAUSTED = 'Maximum call stack size exceeded';

/** Parses one YAML document. `file` is how the problem names the place. Throws DatasetError. */
export function readYaml(text: string, file: string): Placed {
  if (text.length > MAX_BYTES) {
    throw new DatasetError([
      { file, line: 1, column: 1, message: `file is ${text.length} bytes; at most ${MAX_BYTES} are read` },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, version: '1.2' });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.some(({ message }) => message.startsWith(STACK_EXHAUSTED))) {
    throw new DatasetError([{ file, line: 1, column: 1, message: 'nests too deeply to be read' }]);
  }
  if (document.errors.length > 0) {
    throw new DatasetError(
      document.errors.map((error) => ({ file, ...at(error.pos[0]), message: error.message.split('\n')[0] })),
    );
  }
  if (depthOf(document.contents) > MAX_DEPTH) {
    throw new DatasetError([{ file, line: 1, column: 1, message: `nests deeper than ${MAX_DEPTH} levels` }]);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new DatasetError([
      { file, line: 1, column: 1, message: `aliases are not allowed (${(error as Error).message})` },
    ]);
  }
  return {
    value,
    locate(path) {
      let node: unknown = document.contents;
      for (const key of path) {
        const next = isMap(node) || isSeq(node) ? node.get(key as string | number, true) : undefined;
        if (!isNode(next)) break;
        node = next;
      }
      return isNode(node) && node.range ? at(node.range[0]) : { line: 1, column: 1 };
    },
  };
}

/** Levels of lists and maps, counted without recursion. */
function depthOf(contents: unknown): number {
  let depth = 0;
  let level: unknown[] = [contents];
  while (level.length > 0 && depth <= MAX_DEPTH) {
    level = level.flatMap((node) =>
      isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [],
    );
    depth++;
  }
  return depth;
}
