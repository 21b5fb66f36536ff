/**
 * One spelling of a text for the readers, character for character: offsets in the folded text are offsets in the original.
 * Fullwidth letters, digits and signs become ASCII, Traditional characters Simplified (opencc-js), odd spaces and dashes plain.
 */
import { Converter } from 'opencc-js/t2cn';
import type { Language } from './quantity.ts';

const simplify = Converter({ from: 't', to: 'cn' });

export function fold(text: string, lang: Language): string {
  const ascii = text
    .replace(/[０-９Ａ-Ｚａ-ｚ％＄＋－．／～＞＜＝]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/，(?=\d{3}(?!\d))/g, (comma, at: number) => (isWide(text, at) ? ',' : comma))
    .replace(/[\u00a0\u2007-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2212\ufe63]/g, '-')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/￥/g, '¥')
    .replace(/￡/g, '£');
  return lang === 'zh' ? simplified(ascii) : ascii;
}

/** `１，０００` is one figure, `1，000` more likely two: only a comma between wide digits groups thousands. */
function isWide(text: string, comma: number): boolean {
  return /[０-９]/.test(text[comma - 1] ?? '') && /[０-９]/.test(text[comma + 1]!);
}

function simplified(text: string): string {
  const converted = simplify(text);
  if (converted.length === text.length) return converted;
  // Some words change length; character by character none can.
  return Array.from(text, (char) => {
    const one = simplify(char);
    return one.length === char.length ? one : char;
  }).join('');
}
