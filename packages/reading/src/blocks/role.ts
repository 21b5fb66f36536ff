/** What a block is, by its own words, where the markup does not say. */
import type { Role } from './block.ts';
import { isDateLine } from './published.ts';

const BY_LINE =
  /^(?:by|written by|reported by|text by|authors?\s*:|editor\s*:|translated by|contact\s*:|source\s*:)\s*\S|^(?:本报记者|记者|作者|文\s*[/／|｜:：]|撰文|撰稿|编辑|責任編輯|责任编辑|编译|編譯|译者|譯者|翻译|来源|來源|供稿)\s*(?:[:：/／|｜丨]|\p{Script=Han})/iu;
const CAPTION =
  /^(?:figure|fig\.|table|chart|exhibit|photo(?:graph)?|image|picture|caption|graphic)\s*(?:\d+|[a-z]\b)?\s*[.:–—|-]|^(?:资料|資料|数据|數據|图片|圖片)?(?:图|圖|表|照片|图片|圖片|图表|圖表|来源|來源|图注|圖注|图说|圖說)\s*[\d一二三四五六七八九十]*\s*[.:：、丨|｜—]/iu;
const LONGEST = { 'by-line': 120, caption: 400, heading: 100 };
const ENDS = /[.!?。！？;；:：,，、…]["'”’」』）)\]]*$/;
const MORE_THAN_ONE_SENTENCE = /[.!?]["”’)]?\s+\p{Lu}|[。！？]./u;

/** `alone`: the file gives it a line or block of its own, and headings no markup. */
export function roleOf(text: string, alone: boolean): Role {
  if (text.length <= LONGEST['by-line'] && BY_LINE.test(text) && !ENDS.test(text)) return 'by-line';
  if (isDateLine(text)) return 'date-line';
  if (text.length <= LONGEST.caption && CAPTION.test(text)) return 'caption';
  const wide = text.replace(/[\p{Script=Han}]/gu, '00').length;
  const short = wide <= LONGEST.heading && !ENDS.test(text) && !MORE_THAN_ONE_SENTENCE.test(text);
  return alone && short ? 'heading' : 'paragraph';
}
