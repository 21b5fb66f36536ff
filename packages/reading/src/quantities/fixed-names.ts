/** Names and turns of phrase that hold a numeral and tell no quantity, by language and theme; entries are regular expressions. */
import type { Language } from './quantity.ts';

const groups: Record<Language, Record<string, string>> = {
  en: {
    blocs:
      'Five Eyes|Three Gorges|Four Asian Tigers|Four Little Dragons|Seven Sisters|Two Sessions|Three-Body|Big 4|G-?\\d{1,2}|(?:Group|Gang) of (?:Two|Three|Four|Five|Seven|Eight|Ten|Twenty|\\d{1,2})|(?:Big|Magnificent|Mag) (?:Two|Three|Four|Five|Six|Seven|Eight|Ten|\\d{1,2})',
    pronouns:
      '(?:no|any ?|some ?|every ?|this|that|which|each|the|a|another) ?one(?![- ](?:third|half|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundred|thousand|million|billion|trillion|year|month|week|day))|one another|one of|one by one|one or the other|one or another|one-to-one|one-for-one|one hand|one thing|one day|one way or|one-two|one and only',
    one: 'number (?:one|two|three|four|five)|day one|square one|one-(?:off|sided|way|stop|child|time|size|upmanship)|at one point|at one time|once',
    zero: 'zero[- ](?:sum|tolerance|day|carbon|emissions?|in|hour)|ground zero|net[- ]zero',
    two: 'two-(?:way|sided|faced|pronged|edged|track|thirds majority)|two (?:cents|birds)|second-hand|second to none',
    figures:
      "7-Eleven|10-[KQ]|8-K|20-F|6-K|Seven Sons|24/7|9/11|360[- ]degrees?|180[- ]degrees?|90[- ]degrees?|fifty-fifty|50[-/]50|sixes and sevens|four-letter|three R's|cloud nine|million-dollar question|(?:hundred|thousand) (?:flowers|cuts|schools)|a thousand times|perfect ten|one in a million|first-class|ten to one|double-digits?",
    programmes:
      'Made in China 2025|Agenda 2030|Vision 2030|China Standards 2035|Industry 4\\.0|Web ?[23](?:\\.0)?|Fortune 500|Nasdaq[- ]100|S&P 500|Dow 30|CSI 300|FTSE 100|Nikkei 225|Russell 2000|Hang Seng 50',
    works: '(?:May|March)(?= (?:be|have|not|well|also|yet|I|we|the|he|she|they|you|it)\\b)',
  },
  zh: {
    plans:
      '[本这]个?十年[初中末底]?|十[二三四五]五(?:规划|计划|期间|时期)?|一带一路|中国制造2025|工业4\\.0|三步走|两个一百年|五位一体|四个全面',
    blocs: '五眼联盟|五眼|[七八]国集团|二十国集团|六方会谈|四方安全|三方(?=会谈|机制)|金砖五国',
    places: '五角大楼|四川|三峡|三亚|三明|三角洲|三角|二连浩特|九江|九龙|六安|五台|百慕大|万隆|万象|双十|七台河|十堰',
    companies:
      '360(?=公司|集团|安全)|58同城|51job|3M(?=公司)|三星|三菱|三井|三洋|三一重工|三安|三七互娱|四维图新|四方精创|五粮液|六福|七牛|八达|九号|百度|百川|百胜|百济|百奥|百思买|千问|千寻|千方|万科|万达|万华|万方|万向|万维|万国数据|万业|万兴|一汽|一加|第四范式|零一万物|零跑',
    party:
      '二十大|十[五六七八九]大|[一二]?十?[一二三四五六七八九]届[一二三四五六七]中全会|[一二三四五六七]中全会|两会|两岸|三农|三权|三公|两高|一国两制|三中一华',
    days: '双十一|双11|双十二|三八(?:妇女)?节|五一(?:节|假期|劳动节|黄金周)|十一(?:假期|黄金周)|六一|七一|八一(?:建军)?节|五四|六四|九一八|七夕|九九|六合',
    dual: '两用|两弹一星|两极|两性|两难|两手|两面|两全|两头|两败俱伤|两相|两栖|两税|二手|二极管|三极管|二进制|十进制|十六进制|二维|三维|二级市场|一级市场|一二级|二次元|三元(?=锂|电池|材料|正极|催化)|二期|三体|四大发明|[一二三四五]线城市|[二三四五]线|十字|五金|五官|八股|八卦|九章|三方物流',
    parts: '零(?:部件|售|件|配件|食|散|星|和|容忍|距离|关税|碳|排放)|[一二三]级火箭',
    idioms:
      '十之八九|十分(?![之钟])|十足|十全十美|一成不变|九牛一毛|三心二意|三番五次|接二连三|再三|一而再|五五开|三七开|四舍五入|五花八门|七嘴八舌|三令五申|三言两语|九九归一|千变万化|千方百计|千家万户|千军万马|千载|千差万别|千丝万缕|千篇一律|千里之外|万不得已|万万|万无一失|万全|万分|万能|万物|万众|万一|千万(?=不|别|要|莫)|百分百|百年(?=大计|未有|变局|老店)|百家(?=争鸣|号)|百姓|百科|百货|百花|八仙|四处|四周(?=[都是的有围])|四面|四方|四起|四通八达|一心一意|说一不二|独一无二|数一数二|不二|二话|一五一十|三三两两|五湖四海|半空(?!军|间)|半导体|半成品|半壁|半途|一半一半|九死一生|十拿九稳|八九不离十|千禧|千兆|七上八下|二者|三者|四者|二选一|三缺一|以一当十|一知半解|多半',
    indices:
      '沪深300|中证500|上证50|科创50|标普500|财富500强|世界500强|纳斯达克100|日经225|富时100|(?:985|211)(?=工程|院校|高校)',
  },
};

/** A numeral before a Chinese name would make it part of a number: 三万一千 holds no 万一. */
const edges: Record<Language, [string, string, string]> = {
  en: ["(?<![A-Za-z0-9'’])", '(?![A-Za-z0-9])', 'gi'],
  zh: ['(?<![\\d一二两三四五六七八九十百千万亿几数])', '', 'g'],
};

const compiled = (lang: Language): RegExp => {
  const [before, after, flags] = edges[lang];
  return new RegExp(`${before}(?:${Object.values(groups[lang]).join('|')})${after}`, flags);
};

export const fixedNames: Record<Language, RegExp> = { en: compiled('en'), zh: compiled('zh') };
