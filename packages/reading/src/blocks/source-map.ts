/**
 * Text that remembers where in the file each of its characters came from. Markup, entities and line breaks make the two
 * differ; a figure found in the text can still be cut out of the file exactly.
 */

/** A stretch of text and the stretch of file behind it; of equal lengths where every character stands for itself. */
export interface Piece {
  at: number;
  length: number;
  from: number;
  fileLength: number;
}

export interface MappedText {
  text: string;
  /** In order, without gaps in the text; between two pieces the file may hold what no reader sees. */
  pieces: Piece[];
}

/** Grows a mapped text from its front to its end. */
export class MappedTextBuilder implements MappedText {
  text = '';
  pieces: Piece[] = [];

  /** Adds what the file says in `fileLength` characters from `from`. */
  add(value: string, from: number, fileLength: number = value.length): void {
    if (value === '') return;
    const last = this.pieces.at(-1);
    const straight = value.length === fileLength;
    if (last && straight && last.length === last.fileLength && last.from + last.fileLength === from) {
      last.length += value.length;
      last.fileLength += fileLength;
    } else {
      this.pieces.push({ at: this.text.length, length: value.length, from, fileLength });
    }
    this.text += value;
  }

  /** Adds a stretch of another mapped text. */
  addSlice(source: MappedText, start: number, end: number): void {
    for (let i = pieceAt(source.pieces, start); i < source.pieces.length && source.pieces[i].at < end; i++) {
      const piece = source.pieces[i];
      const low = Math.max(start, piece.at);
      const high = Math.min(end, piece.at + piece.length);
      if (high <= low) continue;
      const value = source.text.slice(low, high);
      if (piece.length === piece.fileLength) this.add(value, piece.from + low - piece.at);
      else this.add(value, piece.from, piece.fileLength);
    }
  }
}

export function sliceOf(source: MappedText, start: number, end: number): MappedText {
  const cut = new MappedTextBuilder();
  cut.addSlice(source, start, end);
  return cut;
}

/** A stretch of the file as it stands. */
export function verbatim(file: string, from: number, to: number): MappedText {
  const whole = new MappedTextBuilder();
  whole.add(file.slice(from, to), from);
  return whole;
}

/** Where the file says `text.slice(start, end)`: the least stretch that holds all of it, `start < end`. */
export function fileSpan({ pieces }: MappedText, start: number, end: number): { start: number; end: number } {
  const first = pieces[pieceAt(pieces, start)];
  const last = pieces[pieceAt(pieces, end - 1)];
  return {
    start: first.length === first.fileLength ? first.from + start - first.at : first.from,
    end: last.length === last.fileLength ? last.from + end - last.at : last.from + last.fileLength,
  };
}

/** Index of the piece that holds a place in the text. */
function pieceAt(pieces: readonly Piece[], place: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle].at <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

const SPACES = /\s+/g;
const HAN_SIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;

/** The text as one line: each run of white space one space, or nothing where a line of Chinese was merely broken. */
export function collapseSpaces(source: MappedText): MappedText {
  const { text } = source;
  const out = new MappedTextBuilder();
  const end = text.trimEnd().length;
  let done = text.length - text.trimStart().length;
  for (const { 0: spaces, index } of text.matchAll(SPACES)) {
    if (index < done || index >= end) continue;
    out.addSlice(source, done, index);
    done = index + spaces.length;
    const broken = /[\n\r]/.test(spaces) && HAN_SIDE.test(text[index - 1]) && HAN_SIDE.test(text[done]);
    if (broken) continue;
    const span = fileSpan(source, index, done);
    out.add(' ', span.start, span.end - span.start);
  }
  if (done < end) out.addSlice(source, done, end);
  return out;
}
