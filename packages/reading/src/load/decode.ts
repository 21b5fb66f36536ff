/**
 * Text from bytes: byte order mark, UTF-8, UTF-16, GB18030 and Big5 told apart by what they decode to. A mark stays in the
 * text as its first character, so that offsets are those of the file. Throws `unreadable-…` for what is no text.
 */
import { InputError } from '@floodgate/engine/core';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export interface DecodedText {
  text: string;
  /** As the WHATWG names it: `utf-8`, `utf-16le`, `gb18030`, … */
  encoding: string;
}

const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const FIRST_BYTES = 65_536;
/** Other encodings that a file may be in, by the names that the detector gives them. */
const OTHERS: Record<string, string> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
};
/** A text may hold a broken character here and there; a file of other bytes is full of them. */
const MOST_BROKEN = 0.005;
/** Hardly anything else passes for UTF-8: of the characters of another encoding more than half are broken. */
const MOST_BROKEN_UTF8 = 0.05;
const MOST_CONTROL = 0.002;

/** `declared`: an encoding named by the file itself, tried before guessing. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const found =
    byMark(bytes) ?? byUtf8(bytes) ?? byZeros(bytes) ?? byDeclaration(bytes, declared) ?? byLikelihood(bytes);
  if (!found || isBinary(found.text)) throw new InputError('unreadable-binary');
  return found;
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const found = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  return found ? decodeAs(bytes, found[0]) : null;
}

/** Also UTF-8 with a few broken bytes, as cut or joined files have them. */
function byUtf8(bytes: Uint8Array): DecodedText | null {
  const decoded = decodeAs(bytes, 'utf-8');
  const { broken, wide } = lookAt(decoded.text);
  return broken <= MOST_BROKEN_UTF8 * wide ? decoded : null;
}

/** UTF-16 without a mark: ASCII in it makes every other byte zero. */
function byZeros(bytes: Uint8Array): DecodedText | null {
  const first = bytes.subarray(0, FIRST_BYTES);
  if (!first.includes(0)) return null;
  const likely = ['utf-16le', 'utf-16be'].map((encoding) => ({
    encoding,
    known: shareKnown(decodeAs(first, encoding).text),
  }));
  const best = likely[0].known >= likely[1].known ? likely[0] : likely[1];
  return best.known > 0.9 ? decodeAs(bytes, best.encoding) : null;
}

function byDeclaration(bytes: Uint8Array, declared: string | null): DecodedText | null {
  if (declared === null || !iconv.encodingExists(declared) || bytes.includes(0)) return null;
  const name = /^gb(2312|k)?$/i.test(declared) ? 'gb18030' : declared.toLowerCase();
  const decoded = decodeAs(bytes, name);
  return lookAt(decoded.text).broken <= MOST_BROKEN * decoded.text.length ? decoded : null;
}

/** Of the encodings that fit, the one whose text has most of the characters that Chinese is full of. */
function byLikelihood(bytes: Uint8Array): DecodedText | null {
  if (bytes.subarray(0, FIRST_BYTES).includes(0)) return null;
  const guesses = analyse(bytes.subarray(0, FIRST_BYTES)).map(({ name }) => OTHERS[name]);
  const encodings = new Set(['gb18030', 'big5', ...guesses.filter((name) => name !== undefined)]);
  let best: { encoding: string; known: number } | null = null;
  for (const encoding of encodings) {
    const { text } = decodeAs(bytes.subarray(0, FIRST_BYTES), encoding);
    const { broken } = lookAt(text);
    const known =
      broken > MOST_BROKEN * text.length + 1 ? 0 : commonness(text) + (encoding === 'windows-1252' ? 0.02 : 0);
    if (known > (best?.known ?? 0)) best = { encoding, known };
  }
  return best && decodeAs(bytes, best.encoding);
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  if (encoding === 'utf-8') return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding };
  return {
    text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding, { stripBOM: false }),
    encoding,
  };
}

function lookAt(text: string): { broken: number; wide: number } {
  let broken = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    if (code > 0x7f) wide++;
  }
  return { broken, wide };
}

const KNOWN = /[\t\n\r\x20-\x7e\u00a0-\u00ff\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e\ufeff]/g;

function shareKnown(text: string): number {
  return text.length === 0 ? 0 : (text.match(KNOWN)?.length ?? 0) / text.length;
}

/** The characters that any Chinese prose is full of, both simplified and Traditional. */
const COMMON =
  /[的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系系军軍很情者最立代想已通并並提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處]/g;

function commonness(text: string): number {
  const { wide } = lookAt(text);
  return wide === 0 ? 0 : (text.match(COMMON)?.length ?? 0) / wide;
}

/** Control characters, or too many broken ones. */
function isBinary(text: string): boolean {
  let control = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) control++;
    if (code === 0xfffd) broken++;
  }
  return control > MOST_CONTROL * text.length || broken > 0.02 * text.length;
}
