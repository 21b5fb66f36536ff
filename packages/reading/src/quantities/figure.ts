/** Whether what the grammar read is meant as a figure: "one of", 一个, 一种 and a numeral inside a word are not. */
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';
import type { Language } from './quantity.ts';

/** Measure words and nouns that a single Chinese numeral may count. */
const counts =
  /\s?(?:个|家|国|名|位|项|条|款|类|次|台|座|颗|块|片|枚|张|艘|架|辆|部|套|份|起|地|州|省|市|县|岁|层|级|轮|批|笔|件|处|所|支|只|口|人|户|股|期|届|代|种|场|篇|步|点|行|路|核|字|卷|册|倍|吨|方|党|院|厂|校|社|村|镇|区|线|维|段|章|节|门|房|大(?!概|约|多|量|部|都|学|会|型|为|幅|力|陆|国|选)|成员|企业|公司|机构|国家|芯片|工厂|数据中心|小时|分钟|核心|超级大国)/y;
const article =
  /\s?(?:国|人|位|家|方|地|批|场|次|部|项|名|种|个|件|份|条|类|款|台|张|块|片|颗|级|点|步|轮|期|代|层|大|章|节|段|行|路|线|笔|起|处|支|只|口|股|篇|门|所|座|届|州|省|市|县|区|字|维|岁|艘|架|辆|套|枚|户|倍感)/y;

export function isFigure(draft: Draft, text: string, lang: Language): boolean {
  const { start, end } = draft;
  if (draft.kind !== 'number' || draft.unit !== null || draft.interval !== null) return true;
  const written = text.slice(start, end);
  if (lang === 'en') return isEnglishFigure(written, text, start, end);
  return isChineseFigure(written, text, start, end);
}

function isEnglishFigure(written: string, text: string, start: number, end: number): boolean {
  if (/^one$/i.test(written) || /^zero$/i.test(written)) return false;
  if (/^[A-Za-z_]/.test(text.slice(end, end + 1)) || /[A-Za-z_]$/.test(text.slice(Math.max(0, start - 1), start)))
    return false;
  // 1st, 22nd
  return matchAt(/(?:st|nd|rd|th)(?![a-z])/y, text, end) === null;
}

function isChineseFigure(written: string, text: string, start: number, end: number): boolean {
  if (/[第_A-Za-z]$/.test(text.slice(Math.max(0, start - 1), start)) || /^[A-Za-z_]/.test(text.slice(end, end + 1)))
    return (
      /\d/.test(written) &&
      /^[A-Z]{2,}|^[A-Z][a-z]/.test(text.slice(end, end + 2)) &&
      !/[第_A-Za-z]$/.test(text.slice(Math.max(0, start - 1), start))
    );
  if (/\d/.test(written)) return true;
  if (/^[一壹零〇]$/.test(written)) return false;
  if (/^[十百千万亿兆]$/.test(written)) return written === '十' && matchAt(counts, text, end) !== null;
  // 二三四… alone counts something, or is part of a word.
  if (written.length === 1) return matchAt(counts, text, end) !== null && matchAt(article, text, end) !== null;
  return true;
}
