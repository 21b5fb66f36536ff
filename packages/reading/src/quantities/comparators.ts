/** The words before and after a figure that bound it: `more than`, `nearly`, `or more`; 超过, 近, 以上, 左右. */
import type { Draft } from './draft.ts';
import type { Comparator, Language } from './quantity.ts';

type Bounds = readonly (readonly [Comparator, string])[];

const signs: Bounds = [
  ['at-least', '≥|>='],
  ['at-most', '≤|<='],
  ['more-than', '>'],
  ['less-than', '<'],
  ['about', '[~≈∼]'],
];
const enBefore: Bounds = [
  [
    'at-most',
    "(?:no|not|nothing|(?:can(?:not|\\s?not|'t|’t)|could(?:\\s+not|n't|n’t)|unable\\s+to)\\s+[a-z]+)\\s+(?:more|higher|greater|larger|bigger|longer)\\s+than",
  ],
  ['at-least', '(?:no|not|nothing)\\s+(?:less|fewer|lower|smaller)\\s+than'],
  ['at-least', 'at\\s+least|at\\s+a\\s+minimum|minimum\\s+of|as\\s+few\\s+as|as\\s+little\\s+as'],
  [
    'at-most',
    'at\\s+most|at\\s+the\\s+most|up\\s+to|(?:maximum|ceiling|cap)\\s+of|capped\\s+at|as\\s+(?:much|many|high|large|long)\\s+as|(?:not|never)\\s+exceed(?:ing)?',
  ],
  [
    'more-than',
    '(?:more|greater|higher|larger|bigger|longer|better)\\s+than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|pass(?:ed|es|ing)|cross(?:ed|es|ing)|above|beyond|in\\s+excess\\s+of|upwards?\\s+of|north\\s+of|(?<!\\b(?:hand|hands|handed|handing|take|takes|took|taken|taking|turn|turns|turned|turning|carry|carries|carried|win|wins|won)\\s+)over',
  ],
  [
    'less-than',
    'not\\s+even|(?:less|fewer|lower|smaller|shorter)\\s+than|below|under|beneath|short\\s+of|shy\\s+of|south\\s+of',
  ],
  [
    'nearly',
    'nearly|almost|close\\s+to|approaching|approach(?:es|ed)?|near|nearing|not\\s+quite|virtually|verging\\s+on',
  ],
  [
    'about',
    'about|around|roughly|approximately|approx\\.?|some|circa|ca\\.|estimated|(?:in|on)\\s+the\\s+(?:region|order|neighbou?rhood|vicinity)\\s+of|something\\s+like|barely|hardly\\s+more\\s+than',
  ],
];
const enAfter: Bounds = [
  ['at-least', '\\s?\\+(?![\\d\\w])|[\\s-]plus\\b'],
  [
    'at-least',
    '(?:\\s+[a-z]+){0,2}\\s+(?:(?:or|and)\\s+(?:more|above|over|higher|greater|better|longer|up)|at\\s+least(?!\\s+[\\d$a-z])|upwards)\\b',
  ],
  [
    'at-most',
    '(?:\\s+[a-z]+){0,2}\\s+(?:(?:or|and)\\s+(?:less|fewer|below|under|lower|smaller)|at\\s+(?:the\\s+)?most(?!\\s+[\\d$a-z]))\\b',
  ],
  ['about', '(?:\\s+[a-z]+){0,2}\\s+or\\s+(?:so|thereabouts)\\b|,?\\s+give\\s+or\\s+take\\b|[\\s-]ish\\b'],
  ['more-than', '[\\s-]odd\\b'],
];
const zhBefore: Bounds = [
  [
    'at-most',
    '不超过|不会超过|不得超过|不高于|不多于|不大于|不逾|至多|最多|最高(?:可达|达)?(?!的|点|值|价|法)|上限|封顶|顶多',
  ],
  ['at-least', '不低于|不少于|不小于|不下于|不下|至少|最少|起码|最低(?!的|点|值|价)|下限|少说'],
  ['less-than', '不到|不足|不满|未满|未到|未达|低于|少于|小于|不及|未及|短于|跌破'],
  ['more-than', '超过|突破|超出|高出|高于|多于|大于|不止|远超|超逾|超|逾|长于|多过'],
  ['nearly', '接近|将近|逼近|几乎|差不多|几近|(?<![附最临远就])近'],
  ['about', '大约|大概|约莫|大致|(?<![条合签契节预制特])约'],
];
/** 上 before a bare magnitude (上百万), 过 before a bare half: words that mean something else elsewhere. */
const zhTight: readonly (readonly [Comparator, RegExp, RegExp])[] = [
  ['at-least', /(?<![以加接之追])上$/, /^[百千万亿]/],
  ['more-than', /(?<![经通不])过$/, /^[半百千万亿]/],
  ['at-most', /(?:高达|多达|可达)\s?$/, /^/],
];
const zhAfter: Bounds = [
  ['at-least', '\\s?\\+(?![\\d\\w])'],
  ['at-least', '[^，。；,;、\\d一二三四五六七八九十]{0,5}?(?:及以上|或以上|以上|起步|或更多|之上|开外|往上)'],
  ['less-than', '不到(?![\\d一二三四五六七八九十百千万])'],
  ['at-most', '[^，。；,;、\\d一二三四五六七八九十]{0,5}?(?:及以下|或以下|以下|以内|之内|或更少|封顶)'],
  [
    'about',
    '[^，。；,;、\\d一二三四五六七八九十]{0,4}?(?:左右|上下|前后)|许(?!可|多)|的?样子|来(?=[个家年名种项天位万亿])',
  ],
  ['more-than', '(?:多|余|有余)(?!元化|种|样|边|年来的|少|数|方|次|为|地|下|额|热|项|家|国)|[多余](?=[家项国种次])'],
];

/** A few words may stand between: "about every seven months", 大约需要120千瓦. */
const enGap = '\\s+(?:(?:an?|the|every|only|as\\s+(?:much|many)\\s+as)\\s+)?';
/** These bound the verb and all that follows it: 最多有能力生产20万片, 大约够华为制造160万片. */
const zhAdverbs: Bounds = [
  ['at-most', '最多|至多|顶多'],
  ['at-least', '至少|最少|起码'],
  ['about', '大约|大概'],
];
const zhClause = '[^，。；：、！？\\d零一二两三四五六七八九十百千万亿半数几]{0,8}';
const zhGap = '(?:每[^，。；\\d]{1,3})?[了达有为值需要占合是在每卖售花费耗产等于出到]{0,3}\\s?';
/** A share or multiple may have its whole before it: 约为上期的一半, 不超过对美交付量的五成. */
const zhWhole = '([^，。；！？、\\n]{1,40})的$';

type Matcher = readonly (readonly [Comparator, RegExp])[];
const compile = (bounds: Bounds, wrap: (words: string) => string, flags = ''): Matcher =>
  bounds.map(([comparator, words]) => [comparator, new RegExp(wrap(words), flags)]);

const before: Record<Language, Matcher> = {
  en: [
    ...compile(enBefore, (words) => `(?<![a-z])(?:${words})${enGap}$`, 'i'),
    ...compile(signs, (words) => `(?:${words})\\s?$`),
  ],
  zh: [
    ...compile(zhBefore, (words) => `(?:${words})${zhGap}$`),
    ...compile(zhAdverbs, (words) => `(?:${words})${zhClause}$`),
    ...compile(signs, (words) => `(?:${words})\\s?$`),
  ],
};
const after: Record<Language, Matcher> = {
  en: compile(enAfter, (words) => `^(?:${words})`, 'i'),
  zh: compile(zhAfter, (words) => `^(?:${words})`),
};
const beforeWhole = compile(zhBefore, (words) => `^.*(?:${words})${zhWhole}`, 's');
const earlier = /此前|之前|去年|上年|上期|上一|前一|同期|先前|原先/;

/** How the words around a figure bound it. Only the nearest 48 characters on each side are looked at. */
export function comparatorAround(text: string, lang: Language, draft: Draft): Comparator {
  const [left, right] = [text.slice(Math.max(0, draft.start - 48), draft.start), text.slice(draft.end, draft.end + 48)];
  const [wordBefore, wordAfter] = [wordEnds.test(left), wordStarts.test(right)];
  if (!wordBefore && !wordAfter) return 'exactly';
  if (draft.kind === 'date') return isAbout(left, right, lang) ? 'about' : 'exactly';
  if (draft.kind === 'duration' && isCourse(left, right, lang)) return 'exactly';
  const figure = text.slice(draft.start, draft.end);
  // "As much as dozens of homes": a vague magnitude is no upper bound.
  if (draft.value === null && vague.test(figure) && /\bas\s+(?:much|many)\s+as\s+$/i.test(left)) return 'exactly';
  const bound =
    (wordBefore ? (tight(left, figure, lang) ?? first(before[lang], left)) : undefined) ??
    (wordAfter ? first(after[lang], right) : undefined);
  const share = lang === 'zh' && (draft.kind === 'percent' || draft.kind === 'multiple') && left.endsWith('的');
  return bound ?? (share ? nearest(beforeWhole, left) : undefined) ?? 'exactly';
}

const wordEnds = /[A-Za-z\u4e00-\u9fff.<>=≥≤~≈∼]\s{0,3}$/;
const wordStarts = /^\s?[A-Za-z\u4e00-\u9fff+,-]/;
const vague = /^(?:tens|hundreds|thousands|millions|billions|trillions|dozens|scores|[数几])/i;

function tight(left: string, figure: string, lang: Language): Comparator | undefined {
  return lang === 'zh' ? zhTight.find(([, words, is]) => words.test(left) && is.test(figure))?.[0] : undefined;
}

function first(matcher: Matcher, text: string): Comparator | undefined {
  return matcher.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The bound that stands last before the whole: 最高的约为最低的四倍 is about four times. */
function nearest(matcher: Matcher, text: string): Comparator | undefined {
  let [best, size]: [Comparator | undefined, number] = [undefined, 41];
  for (const [comparator, pattern] of matcher) {
    const rest = pattern.exec(text)?.[1];
    // 高于此前的60.5% compares with a figure, it does not bound it.
    if (rest !== undefined && rest.length < size && (comparator === 'about' || !earlier.test(rest)))
      [best, size] = [comparator, rest.length];
  }
  return best;
}

const aroundDate: Record<Language, { before: RegExp; after: RegExp }> = {
  en: { before: /\b(?:around|about|circa|roughly|approximately)\s+(?:the\s+)?$/i, after: /^\s+or\s+so\b/i },
  zh: { before: /(?:大约|约|大概)在?$/, after: /^(?:左右|前后)/ },
};

function isAbout(left: string, right: string, lang: Language): boolean {
  return aroundDate[lang].before.test(left) || aroundDate[lang].after.test(right);
}

/** "Over two years" and 两年之内 tell in the course of which time, unless a word shows that the length itself is meant. */
function isCourse(left: string, right: string, lang: Language): boolean {
  // 一年之内 is "within a year": the stretch itself, as 以内 of a number is not.
  if (lang === 'zh') return /^(?:之内|以内|内)/.test(right) && !/(?:超过|不到|近|约)$/.test(left);
  return (
    /\bover\s+$/i.test(left) &&
    !/\b(?:for|just|well|by|after|in|took|take|takes|lasted|lasting|than|little|been|is|was)\s+over\s+$/i.test(left)
  );
}
