/**
 * Blanks out what has figures in it and is none: web addresses, model and product names, numbers of articles, sections and
 * lists, and the fixed names. One character stands for one, so that offsets hold.
 */
import { fixedNames } from './fixed-names.ts';
import type { Language } from './quantity.ts';

/** What an English number in a name follows: 'Article 5', 'Ascend 910', 'World War Two'. */
const numbered = [
  'Articles?|Sections?|Sec\\.|Chapters?|Titles?|Paragraphs?|Annex|Appendix|Tables?|Figures?|Fig\\.|Exhibit|Rules?|Nos?\\.|Number|Prohibition|Schedule|Items?|Notes?|Footnotes?|Parts?|Volume|Vol\\.|Pages?|pp?\\.|Clause|Public Law|Announcement|Order|Resolution|Law|Supplement(?: No\\.)?',
  'Levels?|Phase|Stage|Tiers?|Step|Category|Group|Top|Version|Route|Class|Type|Model|Mark|Box|Channel|Track|Round|Area|World War|Formula|Catch|Gen|Generation|Chapter',
].join('|');
/** Products whose number follows their name, in texts of either language. */
const products =
  'Ascend|Kirin|Kunpeng|RTX|GTX|GeForce|Quadro|Gaudi|Instinct|Trainium|Inferentia|TPU|Ironwood|Blackwell|Hopper|Rubin|Grace|Llama|Claude|Gemini|Gemma|Qwen|Grok|Kimi|GPT|Phi|Ernie|Pangu|Hunyuan|Doubao|Mistral|Sora|Opus|Sonnet|Xeon|Epyc|EPYC|Ryzen|Core|Snapdragon|Dimensity|Atlas|CloudMatrix|SuperPod|Siyuan|Kunlun|PCIe|NVLink|HBM|DDR|LPDDR|GDDR|Wi-Fi|USB|Windows|Android|iOS|CUDA|iPhone|Mate|Pura|Galaxy|Boeing|Airbus|Horizon|Tesla Model';
const numeral =
  '(?:\\d[\\w.-]{0,15}(?:\\(\\w{1,4}\\)){0,4}|[IVX]{1,5}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?![\\w%])(?!\\s(?:million|billion|trillion|percent))';
/** Codes before a figure that are money, quarters, halves or fiscal years, and no names. */
const notName =
  '(?:RMB|USD|CNY|EUR|GBP|JPY|TWD|NTD|HKD|KRW|INR|AUD|CAD|SGD|CHF|RM|Q|FY|CY|US|[kcm]?m(?=[23](?![\\dA-Za-z]))|H(?=[12](?:\\s+(?:of\\s+)?(?:19|20)\\d\\d)))-?\\d|(?:mid|early|late|end|post|pre|sub|year|near|over|the|over|under)-\\d';

const anywhere: readonly RegExp[] = [
  new RegExp(`(?<![A-Za-z])(?:${products})[\\s-]{1,2}${numeral}(?!\\s?[万亿])`, 'g'),
  /(?<![A-Za-z])(?:ISO|IEC|IEEE|RFC|UTC|GMT)\s?[+-]?\d[\d.:-]{0,8}/g,
  /(?:https?:\/\/|www\.)[!-~]{1,2000}/gi,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g,
  /(?:arXiv:|doi:|ISBN\s?|DOI\s?)[\w./-]{4,40}/g,
  /\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,5}){1,4}/g,
  // Times of day.
  /(?<![\d:.,])(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?![\d:])(?:\s?[ap]\.?m\b\.?)?|(?<![\d:.,])(?:1[0-2]|\d)\s?(?:[ap]\.m\.|[ap]m\b|o'clock)|(?:上午|下午|凌晨|晚上|中午|早上|傍晚|晚间)\s?[\d一二三四五六七八九十]{1,3}[点时](?:半|[\d一二三四五六七八九十]{1,3}分?)?/g,
  // [12] and (3) are references.
  /\[\d{1,3}\]|\(\d{1,2}\)|（\d{1,2}）/g,
  // Numbers of sections and lists, where a line begins.
  /^\s{0,8}(?:\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z][a-z])|\d{1,2}[.)、．](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、．]|[（(][一二三四五六七八九十]{1,3}[)）])/gm,
  // A name that mixes letters and digits: H100, GPT-4o, HBM3E, MI300X.
  new RegExp(
    `(?<![A-Za-z0-9_.$€£¥])(?!${notName})[A-Za-z]{1,12}(?:-[A-Za-z]{1,12}){0,2}-?\\d{1,6}(?:\\.\\d{1,2})?(?:[A-Za-z][\\w-]{0,12}|-[\\w-]{1,12})?(?!\\d)`,
    'g',
  ),
  // 910B, 3A090.a.1, 5G, 3D.
  /(?<![\d.,$€£¥])9[1-5]0[A-D](?![A-Za-z])/g,
  /(?<![\d.,$€£¥])\d[A-E]\d{3}(?:\.[a-z0-9]{1,3}){0,4}/g,
  /(?<![A-Za-z\d.,$€£¥])[2-8][DGK](?![A-Za-z\d])/g,
];

const byLanguage: Record<Language, readonly RegExp[]> = {
  en: [
    new RegExp(`(?<![A-Za-z])(?:${numbered})[\\s-]{1,2}${numeral}`, 'g'),
    /(?<![A-Za-z])(?:sections?|paragraphs?|articles?|chapters?|clauses?|footnotes?|notes?|pages?|tables?|figures?|appendix|annex|rules?|regulations?|no\.|number)\s\d[\w.]{0,12}(?:\(\w{1,4}\)){0,4}(?![\d%]|,\d)/g,
    /(?<![\d,.])\d{1,3}\s(?:CFR|FR|U\.?S\.?C\.?|Fed\. Reg\.)\s(?:Parts?\s|§+\s?)?\d[\d.,-]{0,12}/g,
    /§+\s?\d[\w.()-]{0,20}/g,
    // Ordinals: "the 21st century", "twenty-first". Those of a day are read with their month before this matters.
    /(?<![A-Za-z0-9])(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\s+of\s+[A-Z])(?<!\b(?:of|January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:the\s+)?\S{1,16})/gi,
    /(?<![\d,.])\d{1,3}(?:st|nd|rd|th)(?=\s+(?:century|Congress|Party|National|Plenum|anniversary|place|largest|edition|round|generation|Street|Avenue|floor|birthday|time))/g,
  ],
  zh: [
    /\d{1,5}号(?:文|令|公告|决议|提案|总统令)|\d{2,4}强/g,
    /\d{3,5}(?:条款|调查|法案|号)(?!码)/g,
    /第(?!二天)[零〇一二三四五六七八九十百千两\d.]{1,8}(?![零〇一二三四五六七八九十百千\d])(?!\s?季)/g,
    /N\+[123]|〔\d{4}〕\d{1,4}号|(?:附件|附录|附表|脚注)\s?[\d一二三四五六七八九十]{1,3}|(?<=[（(，。见如])[表图注]\s?\d{1,2}/g,
    // 21世纪; the decades of the last one are read as dates.
    /(?:\d{1,2}|二?十[一二三四五六七八九]?)世纪(?!\s?[\d一二三四五六七八九]{1,2}0?十?年代)/g,
    // Compounds: 二氧化碳, 六氟化硫, 三氯硅烷.
    /[一二三四五六七八九十](?=[氧氟氯硫氮甲乙碘溴氢硼硅碳磷])/g,
    /(?:昇腾|升腾|小米|荣耀|混元|豆包|星火|长征|神舟|歼-|轰-|运-|东风-|麒麟|骁龙|鲲鹏|巴龙|天罡|天玑|通义千问|文心|盘古|玄铁|龙芯|申威|海光|思元|含光|昆仑芯?|奔腾|酷睿|锐龙|至强|寒武纪)\s?\d[\w.-]{0,10}(?![\d.]|\s?(?:[万亿年月%个款家名颗台部次倍成元]))/g,
  ],
};

export function blankNames(text: string, lang: Language): string {
  return [...anywhere, ...byLanguage[lang], fixedNames[lang]].reduce(
    (left, pattern) => left.replace(pattern, (name) => '_'.repeat(name.length)),
    text,
  );
}
