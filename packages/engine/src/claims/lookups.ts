/**
 * What a claim's test may ask for. One table: the name, what it takes, what it is, and how it is answered from a
 * setting. A look-up never reads anything but the setting, so it cannot know what its day did not.
 */
import { nearest } from '../core/errors.ts';
import type { Text } from '../core/text.ts';
import { ClaimError } from './claim-error.ts';
import { chipFigure, decodeRatio, prefillRatio, speedIndex, workloadRatio } from './look-up/capability.ts';
import { factBegins, factValue, questionValue, viewsOfQuestion } from './look-up/facts.ts';
import { outcomeDifference, outcomeWith, outcomeWithout, parameterValue } from './look-up/futures.ts';
import {
  classificationOf,
  instrumentEffective,
  instrumentPublished,
  legalThreshold,
  licenceRequired,
  reviewPolicyOf,
} from './look-up/law.ts';
import type { Setting } from './setting.ts';
import type { Value } from './value.ts';

/** What kind of id or value stands at a place. */
export type Parameter =
  | 'fact'
  | 'question'
  | 'chip'
  | 'figure'
  | 'index'
  | 'workload'
  | 'study'
  | 'number'
  | 'outcome'
  | 'year'
  | 'parameter'
  | 'item'
  | 'country'
  | 'day'
  | 'threshold'
  | 'instrument';

export interface Lookup {
  parameters: readonly Parameter[];
  says: Text;
  answer(setting: Setting, ...given: string[]): Value;
}

export const LOOKUPS: Readonly<Record<string, Lookup>> = {
  fact: { parameters: ['fact'], says: { en: 'the value of a fact', zh: '某项事实的数值' }, answer: factValue },
  begins: {
    parameters: ['fact'],
    says: { en: 'first day of the period that a fact speaks of', zh: '某项事实所述时期的首日' },
    answer: factBegins,
  },
  question: {
    parameters: ['question'],
    says: {
      en: 'the preferred answer among conflicting facts; before it was published, all views alike',
      zh: '相互冲突的事实中被采信的一项；其公布之前，各项同等对待',
    },
    answer: questionValue,
  },
  views: {
    parameters: ['question'],
    says: { en: 'all conflicting facts alike, each in its share of the draws', zh: '相互冲突的各项事实，同等抽样' },
    answer: viewsOfQuestion,
  },
  chip: {
    parameters: ['chip', 'figure'],
    says: { en: 'a figure of a chip, as the law reads it', zh: '芯片的某项参数（按法律口径）' },
    answer: chipFigure,
  },
  index: {
    parameters: ['chip', 'index', 'chip'],
    says: { en: 'training or inference index of one chip over another', zh: '一款芯片相对另一款的训练或推理指数' },
    answer: speedIndex,
  },
  workload: {
    parameters: ['chip', 'workload', 'chip'],
    says: {
      en: 'speed of one chip over another on a reference workload',
      zh: '在某参考负载上一款芯片相对另一款的速度',
    },
    answer: workloadRatio,
  },
  decode: {
    parameters: ['chip', 'study', 'number', 'number', 'chip'],
    says: {
      en: 'decode speed of one chip over another, at a number of sequences and tokens of context',
      zh: '给定并发序列数与上下文长度下，一款芯片相对另一款的解码速度',
    },
    answer: decodeRatio,
  },
  prefill: {
    parameters: ['chip', 'study', 'chip'],
    says: { en: 'prefill speed of one chip over another', zh: '一款芯片相对另一款的预填充速度' },
    answer: prefillRatio,
  },
  outcome: {
    parameters: ['outcome', 'year'],
    says: { en: 'an outcome of the model under the law as it is', zh: '现行法律下的模型结果' },
    answer: outcomeWith,
  },
  without: {
    parameters: ['outcome', 'year'],
    says: { en: 'an outcome in the world without the decision', zh: '没有该决定时的模型结果' },
    answer: outcomeWithout,
  },
  difference: {
    parameters: ['outcome', 'year'],
    says: { en: 'what the decision adds to an outcome', zh: '该决定使结果增加多少' },
    answer: outcomeDifference,
  },
  parameter: {
    parameters: ['parameter'],
    says: { en: 'an uncertain input of the model', zh: '模型的某项不确定输入' },
    answer: parameterValue,
  },
  licence: {
    parameters: ['item', 'country', 'country', 'day'],
    says: {
      en: 'required or not-required, for an item from a country to another on a day',
      zh: '某日某物项由一国运往另一国是否须许可',
    },
    answer: licenceRequired,
  },
  review: {
    parameters: ['item', 'country', 'country', 'day'],
    says: { en: 'by which policy the licence is judged', zh: '许可证的审查政策' },
    answer: reviewPolicyOf,
  },
  classification: {
    parameters: ['item', 'country', 'country', 'day'],
    says: { en: 'the paragraph of the list, or none', zh: '清单条目编号，或不在清单内' },
    answer: classificationOf,
  },
  threshold: {
    parameters: ['threshold', 'day'],
    says: { en: 'a legal threshold on a day', zh: '某日的法律阈值' },
    answer: legalThreshold,
  },
  published: {
    parameters: ['instrument'],
    says: { en: 'the day on which an instrument was published', zh: '某项文件的公布日' },
    answer: instrumentPublished,
  },
  effective: {
    parameters: ['instrument'],
    says: { en: 'the day from which an instrument holds', zh: '某项文件的生效日' },
    answer: instrumentEffective,
  },
};

/** Throws ClaimError for a look-up that does not exist, or too few or many things in its parentheses. */
export function findLookup(name: string, given: readonly string[]): Lookup {
  const lookup = Object.hasOwn(LOOKUPS, name) ? LOOKUPS[name] : undefined;
  if (!lookup) {
    const near = nearest(name, Object.keys(LOOKUPS));
    const known = Object.keys(LOOKUPS).join(', ');
    throw new ClaimError(`no look-up "${name}"${near === '' ? '' : ` (nearest: ${near})`}; there are ${known}`);
  }
  if (given.length !== lookup.parameters.length || given.includes('')) {
    throw new ClaimError(`${name} takes (${lookup.parameters.join(', ')}), not (${given.join(', ')})`);
  }
  return lookup;
}
