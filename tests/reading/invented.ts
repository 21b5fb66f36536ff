/** A small text in both languages, and the ways in which files lay it out. */
import { readText } from '@floodgate/reading';

export const ENGLISH = [
  'Huawei made 350,000 chips in 2025, more than twice as many as in the year before.',
  'The ministry said that exports of gallium fell by 60% in the third quarter.',
  'Nobody outside the company has seen the new fab, and few believe in its yields.',
  'A rack of 72 processors draws 120 kW; a data center with a thousand racks needs its own power plant.',
  'Whether the rule will last is another question. Lawyers for three exporters expect it to be rewritten.',
];

export const CHINESE = [
  '华为2025年生产了35万枚芯片，是上一年的两倍以上。',
  '商务部表示，第三季度镓的出口下降了60%。',
  '公司以外没有人见过这座新晶圆厂，也很少有人相信它的良率。',
  '一个装有72颗处理器的机柜耗电120千瓦；拥有一千个机柜的数据中心需要自己的发电厂。',
  '这项规则能否持久是另一个问题。三家出口商的律师预计它会被改写。',
];

export const options = { terms: [], recognisers: [] };

export function read(text: string, name = 'text.txt') {
  return readText(new TextEncoder().encode(text), name, options);
}

/** Which of the five paragraphs stand side by side; −1 for a side that is missing or no paragraph of the text. */
export async function pairsOf(text: string, name?: string): Promise<[number, number][]> {
  const { paragraphs } = await read(text, name);
  return paragraphs
    .map(({ en, zh }): [number, number] => [ENGLISH.indexOf(en ?? ''), CHINESE.indexOf(zh ?? '')])
    .filter(([en, zh]) => en >= 0 || zh >= 0);
}

export const STRAIGHT: [number, number][] = [0, 1, 2, 3, 4].map((i) => [i, i]);
