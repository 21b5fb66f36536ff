/** Chinese dates: 2025年7月15日, 二〇二五年七月, 7月中旬, 第三季度, 上半年, 去年底, 下个月, 三天前, 上世纪90年代. */
import { chineseDateForms } from './chinese-date-forms.ts';
import type { Draft } from './draft.ts';
import { matchAt } from './match-at.ts';

/** What a date must begin like; it spares most figures the rules. */
const datable =
  /[\d〇○零一二三四五六七八九十廿]{1,4}\s?(?:[年月日号季财世Q]|[-/.—–~～至到])|第?[一二三四首1-4]季|月[底末初]|大?前[年天日]|去年|上[年月周星个季半一上世]|今[年天日]|[本明翌次后下这昨][年月日天周个季星半一晚]|年[底末初]|岁末|周[一二三四五六日]|星期|礼拜|第二天|月内/y;

export function chineseDate(text: string, at: number, published: string | null): Draft | null {
  if (matchAt(datable, text, at) === null || (/\d/.test(text[at]!) && /\d/.test(text[at - 1] ?? ''))) return null;
  for (const [pattern, resolve] of chineseDateForms) {
    const found = matchAt(pattern, text, at);
    if (found === null) continue;
    const days = resolve(found.slice(1), published);
    if (days === undefined) continue;
    return {
      kind: 'date',
      start: at,
      end: at + found[0].trimEnd().length,
      value: null,
      interval: null,
      date: days,
      unit: null,
    };
  }
  return null;
}
