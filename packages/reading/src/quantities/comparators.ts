/** The words before and after a figure that bound it: `more than`, `nearly`, `or more`; 超过, 近, 以上, 左右. */
import type { Comparator, Language } from './quantity.ts';

type Table = readonly (readonly [RegExp, Comparator])[];

const enBefore: Table = [
  [/\b(?:no|not|nothing)\s+(?:more|higher|greater|larger|bigger)\s+than\s+$/i, 'at-most'],
  [/\b(?:no|not)\s+(?:less|fewer|lower|smaller)\s+than\s+$/i, 'at-least'],
  [/\b(?:at\s+least|at\s+a\s+minimum|minimum\s+of|a\s+minimum\s+of)\s+(?:the\s+)?$/i, 'at-least'],
  [
    /\b(?:at\s+most|up\s+to|maximum\s+of|as\s+(?:much|many|high|large|long)\s+as|capped\s+at|not\s+exceed(?:ing)?)\s+(?:an?\s+)?$/i,
    'at-most',
  ],
  [/\b(?:more|greater|higher|larger|bigger|longer|better|well\s+more)\s+than\s+(?:an?\s+|the\s+)?$/i, 'more-than'],
  [/\b(?:less|fewer|lower|smaller|shorter)\s+than\s+(?:an?\s+|the\s+)?$/i, 'less-than'],
  [
    /\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|above|beyond|past\s+the|in\s+excess\s+of|upwards?\s+of|north\s+of|excess\s+of)\s+(?:the\s+|an?\s+)?$/i,
    'more-than',
  ],
  [/\b(?:over|just\s+over|well\s+over)\s+(?:an?\s+)?$/i, 'more-than'],
  [/\b(?:below|under|beneath|short\s+of|shy\s+of|barely\s+below)\s+(?:an?\s+|the\s+)?$/i, 'less-than'],
  [
    /\b(?:nearly|almost|close\s+to|approaching|approach(?:es|ed)?|near|nearing|not\s+quite|verging\s+on|virtually)\s+(?:an?\s+|the\s+)?$/i,
    'nearly',
  ],
  [
    /\b(?:about|around|roughly|approximately|some|circa|approx\.?|an\s+estimated|in\s+the\s+region\s+of|on\s+the\s+order\s+of|or\s+so|ca\.|c\.)\s+(?:an?\s+|the\s+)?$/i,
    'about',
  ],
  [/(?:≥|>=)\s?$/, 'at-least'],
  [/(?:≤|<=)\s?$/, 'at-most'],
  [/>\s?$/, 'more-than'],
  [/<\s?$/, 'less-than'],
  [/[~≈∼]\s?$/, 'about'],
];
const enAfter: Table = [
  [/^\s?\+(?![\d\w])/, 'at-least'],
  [/^(?:\s+[a-z]+){0,2}\s+(?:or|and)\s+(?:more|above|over|higher|greater|better|longer|up)\b/i, 'at-least'],
  [/^(?:\s+[a-z]+){0,2}\s+(?:or|and)\s+(?:less|fewer|below|under|lower)\b/i, 'at-most'],
  [/^(?:\s+[a-z]+){0,2}\s+or\s+so\b/i, 'about'],
  [/^(?:\s+[a-z]+){0,2},?\s+(?:at\s+least|at\s+a\s+minimum)\b/i, 'at-least'],
  [/^(?:\s+[a-z]+){0,2},?\s+at\s+(?:most|the\s+most)\b/i, 'at-most'],
  [/^(?:[\s-]plus)\b/i, 'at-least'],
  [/^(?:[\s-](?:odd|ish))\b/i, 'about'],
];
const zhBefore: Table = [
  [
    /(?:不超过|不超過|不高于|不多于|不大于|至多|最多|最高(?:可达|达)?|上限(?:为|是)?|不逾|封顶(?:为|于)?|以内的)(?:了)?\s?$/,
    'at-most',
  ],
  [
    /(?:不低于|不少于|不小于|至少(?:有|为|达)?|最少|起码|不下|不下于|最低(?:为)?|下限(?:为|是)?|少说(?:也)?有?)(?:了)?\s?$/,
    'at-least',
  ],
  [/(?:不到|不足|不满|未满|未到|未达|低于|少于|小于|不及|未及|短于|弱于|跌破)(?:了)?\s?$/, 'less-than'],
  [
    /(?:超过|超出|高出|高于|多于|大于|突破|不止|远超|超逾|超|逾|长于|高过|多过|达到或超过|(?:^|[^经通])过)(?:了)?\s?$/,
    'more-than',
  ],
  [/(?:接近|将近|逼近|临近|几乎|差不多|几近|近(?:乎)?|快)(?:了|达|有)?\s?$/, 'nearly'],
  [/(?:大约|大概|约|约为|约有|约占|大致|估计约|左右的|约莫|大约有|约达)\s?$/, 'about'],
  [/(?:≥|>=)\s?$/, 'at-least'],
  [/(?:≤|<=)\s?$/, 'at-most'],
  [/>\s?$/, 'more-than'],
  [/<\s?$/, 'less-than'],
  [/[~≈∼]\s?$/, 'about'],
  [/(?<![以加接之追])上$/, 'at-least'],
  [/(?:高达|多达|可达)\s?$/, 'at-most'],
];
const zhAfter: Table = [
  [/^\s?\+(?![\d\w])/, 'at-least'],
  [/^[^，。；,;、\d一二三四五六七八九十]{0,5}?(?:及以上|以上|起步|或更多|或以上|之上|开外|往上)/, 'at-least'],
  [/^[^，。；,;、\d一二三四五六七八九十]{0,5}?(?:及以下|以下|以内|之内|或更少|或以下|封顶|之下)/, 'at-most'],
  [/^[^，。；,;、\d一二三四五六七八九十]{0,4}?(?:左右|上下|前后|许(?!可|多))/, 'about'],
  [/^(?:多|余)(?!元化|种|样|边|年来的|少|数|方|次|为|地|下|额|热)/, 'more-than'],
];

const tables: Record<Language, { before: Table; after: Table }> = {
  en: { before: enBefore, after: enAfter },
  zh: { before: zhBefore, after: zhAfter },
};
const reach = 32;

/** How the words around `start`…`end` bound the figure. Only the nearest 32 characters on each side are looked at. */
export function comparatorAround(text: string, lang: Language, start: number, end: number): Comparator {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const { before: prefixes, after: suffixes } = tables[lang];
  const prefix = prefixes.find(([pattern]) => pattern.test(before));
  if (prefix !== undefined) return prefix[1];
  return suffixes.find(([pattern]) => pattern.test(after))?.[1] ?? 'exactly';
}
