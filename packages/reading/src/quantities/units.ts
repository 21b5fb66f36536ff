/** The units that a figure may carry, by how they are written in each language, and what makes two of them comparable. */
import { matchAt, oneOf } from './match-at.ts';

/** Written form (lower case unless case decides) to unit. */
const physical: Record<string, readonly string[]> = {
  'TB/s': [
    'TB/s',
    'TBps',
    'TB/sec',
    'TB per second',
    'terabytes per second',
    'terabytes a second',
    'TB/秒',
    'TB每秒',
    '太字节每秒',
    '太字节/秒',
  ],
  'GB/s': [
    'GB/s',
    'GBps',
    'GB/sec',
    'GB per second',
    'gigabytes per second',
    'gigabytes a second',
    'GB/秒',
    'GB每秒',
    '吉字节每秒',
    '吉字节/秒',
  ],
  'MB/s': ['MB/s', 'MBps', 'MB/秒'],
  'Tb/s': ['Tb/s', 'Tbps', 'terabits per second', '太比特每秒'],
  'Gb/s': ['Gb/s', 'Gbps', 'gigabits per second', 'Gbit/s', '吉比特每秒'],
  PB: ['PB', 'petabytes', 'petabyte', '拍字节'],
  TB: ['TB', 'TiB', 'terabytes', 'terabyte', '太字节'],
  GB: ['GB', 'GiB', 'gigabytes', 'gigabyte', '吉字节', '千兆字节'],
  MB: ['MB', 'MiB', 'megabytes', 'megabyte', '兆字节'],
  Gb: ['Gb', 'gigabits', 'gigabit'],
  W: ['W', 'watts', 'watt', '瓦特', '瓦'],
  kW: ['kW', 'KW', 'kilowatts', 'kilowatt', '千瓦'],
  MW: ['MW', 'megawatts', 'megawatt', '兆瓦'],
  GW: ['GW', 'gigawatts', 'gigawatt', '吉瓦'],
  TW: ['TW', 'terawatts', 'terawatt', '太瓦'],
  Wh: ['Wh', 'watt-hours', 'watt-hour', '瓦时'],
  kWh: [
    'kWh',
    'KWh',
    'kilowatt-hours',
    'kilowatt-hour',
    'kilowatt hours',
    'kilowatt hour',
    '千瓦时',
    '千瓦小时',
    '度电',
  ],
  MWh: ['MWh', 'megawatt-hours', 'megawatt-hour', 'megawatt hours', '兆瓦时'],
  GWh: ['GWh', 'gigawatt-hours', 'gigawatt-hour', 'gigawatt hours', '吉瓦时'],
  TWh: ['TWh', 'terawatt-hours', 'terawatt-hour', 'terawatt hours', '太瓦时'],
  nm: ['nm', 'nanometers', 'nanometer', 'nanometres', 'nanometre', '纳米'],
  um: ['µm', 'μm', 'microns', 'micron', 'micrometers', 'micrometres', '微米'],
  mm: ['mm', 'millimeters', 'millimeter', 'millimetres', 'millimetre', '毫米'],
  cm: ['cm', 'centimeters', 'centimetres', '厘米'],
  m: ['meters', 'meter', 'metres', 'metre', '米'],
  km: ['km', 'kilometers', 'kilometer', 'kilometres', 'kilometre', '公里', '千米'],
  mile: ['miles', 'mile', '英里'],
  inch: ['inches', 'inch', '英寸'],
  'g/cm3': [
    'g/cm³',
    'g/cm3',
    'g/cc',
    'grams per cubic centimetre',
    'grams per cubic centimeter',
    '克/立方厘米',
    '克每立方厘米',
  ],
  mm2: [
    'mm²',
    'mm2',
    'mm^2',
    'sq mm',
    'square millimeters',
    'square millimeter',
    'square millimetres',
    'square millimetre',
    '平方毫米',
  ],
  m2: ['m²', 'm2', 'square meters', 'square metres', '平方米'],
  km2: ['km²', 'km2', 'square kilometers', 'square kilometres', '平方公里'],
  sqft: ['square feet', 'square foot', 'square-foot', 'square-feet', 'sq ft', '平方英尺'],
  acre: ['acres', 'acre', '英亩'],
  mu: ['mu', '亩'],
  GFLOPS: ['GFLOPS', 'GFLOP/s', 'gigaflops'],
  TFLOPS: ['TFLOPS', 'TFLOP/s', 'TFLOPs/s', 'TFlops', 'TFLOPs', 'teraflops', 'teraFLOPS', 'teraflop'],
  PFLOPS: ['PFLOPS', 'PFLOP/s', 'PFLOPs', 'PFlops', 'petaflops', 'petaFLOPS', 'petaflop'],
  EFLOPS: ['EFLOPS', 'EFLOP/s', 'EFLOPs', 'EFlops', 'exaflops', 'exaFLOPS', 'exaflop'],
  FLOP: ['FLOPs', 'FLOP', 'floating-point operations', 'floating point operations', '次浮点运算'],
  TOPS: ['TOPS', 'TOPs'],
  GHz: ['GHz', 'gigahertz', '吉赫'],
  MHz: ['MHz', 'megahertz', '兆赫'],
  t: ['tonnes', 'tonne', 'metric tons', 'metric ton', 'tons', 'ton', '公吨', '吨'],
  kt: ['kt', 'kilotonnes', 'kilotons', '千吨'],
  Mt: ['Mt', 'megatonnes'],
  kg: ['kg', 'kilograms', 'kilogram', 'kilos', 'kilo', '公斤', '千克'],
  g: ['grams', 'gram', '克'],
  lb: ['pounds of', 'lbs', 'lb'],
  oz: ['ounces', 'ounce', '盎司'],
  bbl: ['barrels', 'barrel', '桶'],
  m3: ['m³', 'cubic meters', 'cubic metres', '立方米'],
  degC: ['°C', '℃', 'degrees Celsius', '摄氏度'],
  V: ['volts', '伏特', '伏'],
};

const durations: Record<string, readonly string[]> = {
  century: ['centuries', 'century', '个世纪', '世纪'],
  decade: ['decades', 'decade'],
  yr: ['years', 'year', 'yrs', 'yr', '周年', '个年头', '年'],
  quarter: ['quarters', 'quarter', '个季度'],
  mo: ['months', 'month', '个月', '个多月'],
  wk: ['weeks', 'week', '个星期', '星期', '周'],
  fortnight: ['fortnights', 'fortnight'],
  d: ['days', 'day', '天', '日'],
  h: ['hours', 'hour', 'hrs', '个小时', '小时', '个钟头'],
  min: ['minutes', 'minute', 'mins', '分钟'],
  s: ['seconds', 'second', 'secs', '秒钟', '秒'],
  ms: ['milliseconds', 'millisecond', 'ms', '毫秒'],
  us: ['microseconds', 'microsecond', 'μs', 'µs', '微秒'],
};

/** Stretches written in one word, in the unit they are counted in. */
const composed: Record<string, { unit: string; each: number }> = {
  century: { unit: 'yr', each: 100 },
  decade: { unit: 'yr', each: 10 },
  quarter: { unit: 'mo', each: 3 },
  fortnight: { unit: 'd', each: 14 },
};

/** A bare 元 is read as yuan, a bare `$` as US dollars: what they mean in texts about this trade. */
const currencies: Record<string, readonly string[]> = {
  USD: [
    'US$',
    'USD',
    'U.S.$',
    '$',
    'U.S. dollars',
    'US dollars',
    'U.S. dollar',
    'US dollar',
    'dollars',
    'dollar',
    '美元',
    '美金',
    '美圆',
  ],
  CNY: ['RMB', 'CNY', 'CN¥', '¥', 'yuan', 'renminbi', 'yuan renminbi', '人民币', '元人民币', '元', '块钱', '块人民币'],
  EUR: ['EUR', '€', 'euros', 'euro', '欧元'],
  GBP: ['GBP', '£', 'pounds sterling', 'pounds', '英镑'],
  JPY: ['JPY', 'JP¥', 'Japanese yen', 'yen', '日元', '日圆'],
  TWD: ['NT$', 'TWD', 'NTD', 'New Taiwan dollars', 'Taiwan dollars', '新台币', '元新台币', '台币'],
  HKD: ['HK$', 'HKD', 'Hong Kong dollars', '港元', '港币'],
  KRW: ['KRW', '₩', 'South Korean won', 'Korean won', 'won', '韩元', '韩圆', '韩币'],
  INR: ['INR', '₹', 'rupees', '卢比'],
  AUD: ['A$', 'AUD', 'Australian dollars', '澳元'],
  CAD: ['C$', 'CAD', 'Canadian dollars', '加元'],
  SGD: ['S$', 'SGD', 'Singapore dollars', '新元', '新加坡元'],
  CHF: ['CHF', 'Swiss francs', '瑞士法郎'],
  RUB: ['RUB', 'roubles', 'rubles', '卢布'],
  MYR: ['RM', 'ringgit', '林吉特'],
};

/** What is counted stays outside the span; it gives the unit all the same. */
const counted: Record<string, readonly string[]> = {
  chips: [
    'chips',
    'chip',
    'GPUs',
    'GPU',
    'accelerators',
    'accelerator',
    'processors',
    'processor',
    'semiconductors',
    '芯片',
    '晶片',
    'AI芯片',
    'GPU芯片',
    '加速器',
    '处理器',
    '加速卡',
    '显卡',
  ],
  dies: ['dies', '裸片', '裸晶', '晶粒'],
  wafers: ['wafers', 'wafer', '晶圆'],
  stacks: ['stacks', 'stack', '堆叠', '堆栈'],
  tokens: ['tokens', 'token', '词元', '令牌'],
  parameters: ['parameters', '参数'],
  transistors: ['transistors', '晶体管'],
  people: [
    'people',
    'persons',
    'workers',
    'employees',
    'engineers',
    'jobs',
    'staff',
    'researchers',
    'students',
    'scientists',
    'residents',
    '工程师',
    '员工',
    '工人',
    '研究人员',
    '岗位',
    '人',
  ],
};

/** Written form to unit, and one expression that matches any form right where it stands. */
interface Lexicon {
  unitOf: ReadonlyMap<string, string>;
  pattern: RegExp;
}

function lexicon(table: Record<string, readonly string[]>, before = '', after = '(?![A-Za-z0-9])'): Lexicon {
  const unitOf = new Map(Object.entries(table).flatMap(([unit, forms]) => forms.map((form) => [form, unit] as const)));
  return { unitOf, pattern: new RegExp(`${before}(${oneOf(unitOf.keys())})${after}`, 'y') };
}

const latin = /[A-Za-z]$/;
const bounded = (table: Record<string, readonly string[]>) => {
  // A form in Latin letters ends at a word's end; one in Chinese characters may run on.
  const ends = (keep: (form: string) => boolean) =>
    Object.fromEntries(Object.entries(table).map(([unit, forms]) => [unit, forms.filter(keep)]));
  return [
    lexicon(ends((form) => latin.test(form) || /[²³23]$/.test(form))),
    lexicon(
      ends((form) => !latin.test(form) && !/[²³23]$/.test(form)),
      '',
      '',
    ),
  ];
};

const tables = {
  physical: bounded(physical),
  duration: bounded(durations),
  currency: bounded(currencies),
  counted: bounded(counted),
};

export interface UnitFound {
  unit: string;
  end: number;
}

/** The unit of a table that stands at `at`, longest form first. */
export function unitAt(table: keyof typeof tables, text: string, at: number): UnitFound | null {
  let best: UnitFound | null = null;
  for (const { pattern, unitOf } of tables[table]) {
    const found = matchAt(pattern, text, at);
    const end = found === null ? 0 : at + found[0].length;
    if (found !== null && end > (best?.end ?? 0)) best = { unit: unitOf.get(found[1]!)!, end };
  }
  return best;
}

/** A decade is counted as ten years, a quarter as three months. */
export function countedIn(unit: string): { unit: string; each: number } {
  return composed[unit] ?? { unit, each: 1 };
}

const yenNear = /\byen\b|Japan|日本|日元|日圆/;

/** The currency of a sign before a figure. `¥` is yen where Japan or the yen is named within 120 characters, else yuan. */
export function currencyOf(sign: string, text: string, at: number): string {
  if (sign === '¥' && yenNear.test(text.slice(Math.max(0, at - 120), at + 120))) return 'JPY';
  return unitAt('currency', sign, 0)!.unit;
}

/** Every way to write money before its figure, for the scan. */
export const currencySigns = Object.values(currencies)
  .flat()
  .filter((form) => /[$€£¥₩₹]$|^[A-Z]{2,3}$/.test(form) || /^(?:人民币|新台币|港币)$/.test(form));

/** Units of one dimension as multiples of its first: what makes 4.0 TB/s and 4,000 GB/s the same figure. */
const dimensions: readonly Record<string, number>[] = [
  { 'GB/s': 1, 'TB/s': 1000, 'MB/s': 1e-3, 'Gb/s': 0.125, 'Tb/s': 125 },
  { GB: 1, TB: 1000, PB: 1e6, MB: 1e-3, Gb: 0.125 },
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9, TW: 1e12 },
  { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  { mm: 1, nm: 1e-6, um: 1e-3, cm: 10, m: 1e3, km: 1e6, mile: 1609344, inch: 25.4 },
  { TFLOPS: 1, GFLOPS: 1e-3, PFLOPS: 1e3, EFLOPS: 1e6 },
  { GHz: 1, MHz: 1e-3 },
  { kg: 1, g: 1e-3, t: 1e3, kt: 1e6, Mt: 1e9, lb: 0.4536, oz: 0.02835 },
  { m2: 1, km2: 1e6, sqft: 0.0929, acre: 4047, mu: 666.7, mm2: 1e-6 },
  { mo: 1, yr: 12 },
  { d: 1, wk: 7 },
  { s: 1, ms: 1e-3, us: 1e-6, min: 60, h: 3600 },
];

/** Told in one unit, whichever was written, so that figures of chips stand beside each other. */
const told: Record<string, { unit: string; exponent: number }> = {
  'TB/s': { unit: 'GB/s', exponent: 3 },
  'MB/s': { unit: 'GB/s', exponent: -3 },
  TB: { unit: 'GB', exponent: 3 },
  PB: { unit: 'GB', exponent: 6 },
  MB: { unit: 'GB', exponent: -3 },
  PFLOPS: { unit: 'TFLOPS', exponent: 3 },
  EFLOPS: { unit: 'TFLOPS', exponent: 6 },
  GFLOPS: { unit: 'TFLOPS', exponent: -3 },
};

/** The unit that a figure is reported in, and by which power of ten its number moves: 4 `TB/s` is 4000 `GB/s`. */
export function reportedIn(unit: string): { unit: string; exponent: number } {
  return told[unit] ?? { unit, exponent: 0 };
}

/** A unit as a multiple of the one that its dimension is compared in: `TB/s` is 1000 `GB/s`; an unknown one is itself. */
export function inBase(unit: string): { base: string; factor: number } {
  for (const dimension of dimensions) {
    const factor = dimension[unit];
    if (factor !== undefined) return { base: Object.keys(dimension)[0]!, factor };
  }
  return { base: unit, factor: 1 };
}
