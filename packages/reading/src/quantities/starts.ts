/** Where a figure or date may start: the scan that spares the grammars every other place of the text. */
import type { Language } from './quantity.ts';

const words = (list: string) => list.split(' ').join('|');
const cardinals = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
);
const vague = words('tens dozens scores hundreds thousands millions billions trillions several few couple');
const shares = words(
  'half halv twice thrice doubl tripl trebl quadrupl quintupl decade fortnight hundredfold thousandfold quarter-century',
);
const ordinals = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty- thirtieth thirty-',
);
const when = words(
  'early mid late later earlier end start beginning last this next previous following coming spring summer autumn fall winter',
);
const names = words(
  'yesterday today tomorrow fiscal Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tues Wednes Thurs Fri Satur Sun',
);
const afterArticle = words(
  'hundred thousand million billion trillion dozen half third quarter fourth fifth sixth seventh eighth ninth tenth twentieth thirtieth fortieth fiftieth hundredth thousandth few couple year month week day decade century hour fortnight minute whole full entire',
);
const codes = words('RMB USD CNY EUR GBP JPY TWD NTD HKD KRW INR AUD CAD SGD CHF RUB MYR RM FY Q H');

export const starts: Record<Language, RegExp> = {
  en: new RegExp(
    [
      '[\\d$€£¥₩₹½¼¾⅓⅔⅕⅛]',
      `(?<![A-Za-z0-9_'’])(?:${cardinals}|${vague}|${shares}|${ordinals}|${when}|${names}|year[- ]end|an?\\s+(?:${afterArticle})|the\\s+(?:${ordinals}|${when}|week|month|quarter|year|sixties|seventies|eighties|nineties|day\\s+(?:before|after)|\\d))`,
      `(?<![A-Za-z0-9_'’])(?:(?:U\\.?S\\.?|NT|HK|A|C|S|JP|CN)[$¥]|(?:${codes})\\s?['\\d])`,
    ].join('|'),
    'gi',
  ),
  zh: new RegExp(
    [
      '[\\d$€£¥₩₹零〇一二两三四五六七八九十百千万亿兆半数几廿卅壹贰叁肆伍陆柒捌玖拾上下本这去今明前后昨次翌年第若好成翻倍减对周星礼大月首]',
      `(?<![A-Za-z])(?:(?:US|NT|HK|A|C|S|JP|CN)[$¥]|(?:${codes})\\s?['\\d])`,
      '人民币|新台币|港币',
    ].join('|'),
    'g',
  ),
};
