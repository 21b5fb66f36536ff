/** A test in words, in both languages, for the reader of a trace. */
import type { Text } from '../core/text.ts';
import { type Law, reachId } from './law.ts';
import type { Compiled } from './predicate.ts';
import { toNumber } from './show.ts';
import type { Comparison, Tree } from './tree.ts';

const QUANTITIES: Record<Comparison, Text> = {
  '>=': { en: 'at least', zh: '不低于' },
  '>': { en: 'above', zh: '高于' },
  '<': { en: 'below', zh: '低于' },
  '<=': { en: 'at most', zh: '不高于' },
  '=': { en: 'exactly', zh: '等于' },
  '!=': { en: 'not', zh: '不等于' },
};

const DAYS: Record<Comparison, Text> = {
  '>=': { en: 'on or after', zh: '不早于' },
  '>': { en: 'after', zh: '晚于' },
  '<': { en: 'before', zh: '早于' },
  '<=': { en: 'on or before', zh: '不晚于' },
  '=': { en: 'on', zh: '为' },
  '!=': { en: 'not on', zh: '不为' },
};

/** The law's own words where the data give them, else words made from the test. */
export function wordsOf(law: Law, node: Compiled): Text {
  return node.tree.at.says ?? madeUp(law, node);
}

function madeUp(law: Law, { tree, threshold }: Compiled): Text {
  switch (tree.op) {
    case 'all':
      return { en: 'all of these', zh: '以下全部' };
    case 'any':
      return { en: 'any of these', zh: '以下任一' };
    case 'not':
      return { en: 'that the following is not so', zh: '以下不成立' };
    case 'unless':
      return { en: 'unless an exception applies', zh: '除非适用例外' };
    case 'constant':
      return tree.value ? { en: 'always', zh: '一律适用' } : { en: 'no longer', zh: '不再适用' };
    case 'open':
      return law.questions.get(tree.question) ?? { en: `open: ${tree.question}`, zh: `未决：${tree.question}` };
    case 'meets':
      return meetsWords(law, tree.provision);
    default:
      return attributeWords(law, tree, threshold === undefined ? '' : String(toNumber(threshold.value)));
  }
}

type AttributeTest = Extract<Tree, { attribute: string }>;

function attributeWords(law: Law, tree: AttributeTest, threshold: string): Text {
  const { title, unit = '' } = law.attribute(tree.attribute);
  const measured = [threshold, unit === 'TPP' ? '' : unit].filter((part) => part !== '').join(' ');
  const both = (en: string, zh: string): Text => ({
    en: `${title.en}${en.startsWith(':') ? '' : ' '}${en}`,
    zh: `${title.zh}${zh}`,
  });
  switch (tree.op) {
    case 'compare':
      return both(`${QUANTITIES[tree.is].en} ${measured}`, `${QUANTITIES[tree.is].zh}${measured}`);
    case 'day':
      return both(`${DAYS[tree.is].en} ${tree.than}`, `${DAYS[tree.is].zh}${tree.than}`);
    case 'holds':
      return both(tree.value ? ': must be yes' : ': must be no', tree.value ? '：须为是' : '：须为否');
    case 'member': {
      const names = [...tree.groups, ...tree.names];
      return both(
        `${tree.negated ? 'not ' : ''}in ${names.join(', ')}`,
        `${tree.negated ? '不属于' : '属于'}${names.join('、')}`,
      );
    }
  }
}

function meetsWords(law: Law, id: string): Text {
  const rule = law.byId.get(id);
  const title = rule?.provision?.title;
  const regime = law.rulebook.regimes.find((one) => reachId(one.id) === id);
  if (regime) return { en: `is subject to the ${regime.title.en}`, zh: `受${regime.title.zh}管辖` };
  if (rule === undefined) return { en: `falls under ${id}, which is not in force`, zh: `适用${id}（当日无效）` };
  if (title === undefined) return { en: `falls under ${id}`, zh: `适用${id}` };
  const paragraph = rule?.version?.paragraph ?? id;
  return { en: `falls under ${paragraph} (${title.en})`, zh: `适用${paragraph}（${title.zh}）` };
}
