/**
 * Blanks out what has figures in it and is none: web addresses, model and product names, numbers of articles, sections and
 * lists, fixed names ("Group of Seven", 五角大楼). One character stands for one, so that offsets hold.
 */
import type { Language } from './quantity.ts';

const blank = '_';
const numeral =
  '(?:\\d[\\w.-]{0,15}(?:\\(\\w{1,4}\\)){0,4}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\\w%])';

const anywhere: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[!-~]{1,2000}/gi,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g,
  /(?:arXiv:|doi:|ISBN\s?|DOI\s?)[\w./-]{4,40}/g,
  /\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{2,5}){1,4}/g,
  // [12] and (3) are references, ① a list.
  /\[\d{1,3}\]|\(\d{1,2}\)|（\d{1,2}）/g,
  /^\s{0,8}(?:\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z][a-z])|\d{1,2}[.)、．](?!\d)|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、．])/gm,
  // A name that mixes letters and digits: H100, GPT-4o, HBM3E, MI300X. Currencies, quarters, halves and fiscal years are none.
  /(?<![A-Za-z0-9_.$€£¥])(?!(?:RMB|USD|CNY|EUR|GBP|JPY|TWD|NTD|HKD|KRW|INR|AUD|CAD|SGD|CHF|RM|Q|FY|CY|US|H(?=[12](?:\s+(?:of\s+)?(?:19|20)\d\d)))-?\d)(?!(?:mid|early|late|end|post|pre|sub|year|near|over|the)-\d)[A-Za-z]{1,12}(?:-[A-Za-z]{1,12}){0,2}-?\d{1,6}(?:[A-Za-z][\w-]{0,12}|-[\w-]{1,12})?(?![\d])/g,
  /(?<![\d.,$€£¥])9[1-5]0[A-D](?![A-Za-z])/g,
  /(?<![\d.,$€£¥])\d[A-E]\d{3}(?:\.[a-z0-9]{1,3}){0,4}/g,
];

const named: Record<Language, readonly RegExp[]> = {
  en: [
    new RegExp(
      `(?<![A-Za-z])(?:Articles?|Sections?|Sec\\.|Chapters?|Titles?|Paragraphs?|Annex|Appendix|Tables?|Figures?|Fig\\.|Exhibit|Rules?|Nos?\\.|Number|Announcement(?: No\\.)?|Order|Law|Resolution|Levels?|Phase|Stage|Tiers?|Step|Category|Top|Version|Route|Pages?|pp?\\.|Schedule|Item|Notes?|Footnotes?|Parts?|Volume|Vol\\.|World War|Formula|Fortune|Nasdaq|S&P|Russell|CSI|FTSE|Nikkei|Dow|Catch|Ascend|Kirin|RTX|GTX|GeForce|Gaudi|Instinct|Trainium|Inferentia|Llama|Claude|Gemini|Qwen|Grok|Windows|iPhone|Mate|Pura|Snapdragon|Core|Xeon|Epyc|EPYC|Atlas|CloudMatrix|PCIe|NVLink|Wi-Fi|USB|Boeing|Airbus|Horizon|Agenda|Vision|Made in China|Web|Industry|Public Law|Gen|Generation|HBM|GPT|DDR|LPDDR|GDDR|Llama|Kimi|Phi|Gemma|Ernie|Pangu|Hunyuan|Doubao|Blackwell|Hopper|Rubin|TPU|Ironwood|Xbox|PlayStation|Model|Type|Class|Lot|Unit|Room|Suite|Box|Channel|Area|Track)[\\s-]{1,2}${numeral}`,
      'g',
    ),
    /(?<![A-Za-z])(?:sections?|paragraphs?|articles?|chapters?|clauses?|footnotes?|notes?|pages?|tables?|figures?|appendix|annex|rules?|regulations?|no\.)\s\d[\w.]{0,12}(?:\(\w{1,4}\)){0,4}(?![\d,%])/g,
    /§+\s?\d[\w.()-]{0,20}/g,
    /(?<![A-Za-z])(?:Group\s+of|Gang\s+of|the\s+Big|Big|Magnificent|Mag)\s+(?:Two|Three|Four|Five|Six|Seven|Eight|Ten|Twenty|\d{1,2})(?![a-z])/g,
    /(?<![A-Za-z])(?:Five Eyes|Three Gorges|Four Asian Tigers|Four Little Dragons|Seven Sisters|Big 4|G-?\d{1,2}|Two Sessions|Three-Body)/g,
    /(?<![A-Za-z])(?:no one|number one|one another|one of|any ?one|some ?one|every ?one|one-off|one-sided|one-way|one-stop|two-way|two-sided|two-faced|two-pronged|second-hand|day one|the one|this one|that one|which one|a one|each one|zero-sum|zero sum|zero-tolerance|zero tolerance|ground zero|net[- ]zero|zero-day|square one|one thing|one way or|one day|one or the other|one by one|one-to-one|one-for-one|hundred flowers|at one point|at sixes and sevens|24\/7|9\/11|360-degree|180-degree|fifty-fifty|50[-/]50|one-child|four-letter|one hand|two cents|two birds|two-edged|three R's|cloud nine|million-dollar question|thousand cuts|a thousand times|one-two|perfect ten)(?![A-Za-z])/gi,
    // Ordinals, also in letters: "the 21st century", "twenty-first".
    /(?<![A-Za-z0-9])(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)/gi,
    /(?<![\d,.])\d{1,3}(?:st|nd|rd|th)(?=\s+(?:century|Congress|Party|National|Plenum|anniversary|place|largest|edition|round|generation|Street|Avenue|floor|birthday|time))/gi,
    /(?<![A-Za-z0-9])[2-8]\s?[DGK](?![A-Za-z0-9])(?!\s+(?:chips|people))/g,
    /(?<![A-Za-z])(?:May|March)(?=\s+(?:be|have|not|well|also|yet|I|we|the|he|she|they|you|it)\b)/g,
  ],
  zh: [
    /\d{2,5}(?:条款|调查|法案|号)(?!码)/g,
    /第[零〇一二三四五六七八九十百千两\d.]{1,8}(?![零〇一二三四五六七八九十百千\d])(?!\s?季)/g,
    /十[二三四五]五(?:规划|计划|期间|时期)?|一带一路|五眼联盟|五眼|[七八二][十]?国集团|五角大楼|三星|三菱|三井|四川|三峡|三亚|三明|三维|二维|四大发明|二十大|十[五六七八九]大|二十届[一二三四五]中全会|[一二三四五六七]中全会|两会|两岸|两用|两弹一星|两极|两性|一国两制|三体|三农|三权|三国|九三|五四|六四|八一|五一|双十一|双11|三八|七一|十一黄金周|六方会谈|四方安全|千问|千寻|百度|百川|百胜|百济|百姓|百科|百货|万科|万达|万华|万方|万向|万隆|万维|万物|万一|万能|万众|万分|万万|万全|万象|千禧|千兆|千方百计|千家万户|千军万马|千载|千变万化|千万(?:不|别|要|莫)|三元(?:锂|电池|材料)|二手|二极管|三极管|二进制|十进制|十六进制|二级市场|一级市场|一二级|三角洲|三角|四处|四周(?![后内前以，。])|四面|四方|四起|五金|五官|五花八门|七嘴八舌|九牛一毛|三心二意|三番五次|接二连三|再三|一而再|五五开|八仙|八股|八卦|九章|七夕|六合|百年(?:大计|未有|变局|老店)|百分百|百家(?:争鸣|号)|十分(?!之)|十足|十字|十全十美|一成不变|半空(?!军|间)|九九归一|三令五申|三言两语|两难|两手|两面|两全|两头|两败俱伤|两相|二话|二者|三者|四者|三方(?=会谈|机制)|三七开|四舍五入|三点式|中国制造2025|工业4\.0|沪深300|标普500|财富500强|世界500强|纳斯达克100|恒生指数|985|211(?=工程|院校|高校)|十四五|十五五|[一二三四五]线城市|[二三四五]线|[零一二三四五]部件|零(?:部件|售|件|配件|食|散|星|和|日漏洞|容忍|距离|关税)/g,
    // Compounds: 二氧化碳, 六氟化硫, 三氯硅烷.
    /[一二三四五六七八九十](?=[氧氟氯硫氮甲乙碘溴氢硼硅碳磷])/g,
    /(?:昇腾|升腾|麒麟|骁龙|鲲鹏|巴龙|天罡|通义千问|文心|盘古|玄铁|龙芯|申威|海光|寒武纪思元|思元|含光|奔腾|酷睿|锐龙|至强)\s?\d[\w-]{0,10}/g,
    /(?<![A-Za-z0-9])[2-8]\s?[DGK](?![A-Za-z0-9])/g,
    /(?<![\d])[345]G(?![A-Za-z])/g,
  ],
};

export function blankNames(text: string, lang: Language): string {
  return [...anywhere, ...named[lang]].reduce(
    (left, pattern) => left.replace(pattern, (name) => blank.repeat(name.length)),
    text,
  );
}
