import { describe, expect, it } from 'vitest';
import type { Condition } from '../world/rule.ts';
import { kindsOf } from './about.ts';
import { parseCondition } from './parse-condition.ts';

const attributes = new Map(
  (['kind', 'form'] as const).map((id) => [
    id,
    { id, of: 'item' as const, type: 'name' as const, title: { en: id, zh: id } },
  ]),
);
const tree = (condition: Condition) => parseCondition(condition, attributes, '1');
const known = new Map([['magnets', tree({ all: ['kind = material', 'form = magnet'] })]]);
const kinds = (condition: Condition) => {
  const found = kindsOf(tree(condition), (id) => known.get(id));
  return found && [...found].sort();
};

describe('the kinds of item that a condition can hold for', () => {
  it.each<[string, Condition, string[] | undefined]>([
    ['all kinds where none is named', 'form = magnet', undefined],
    ['the kinds named', { all: ['kind in tool chip', 'form = magnet'] }, ['chip', 'tool']],
    ['those common to all parts', { all: ['kind in tool chip', 'kind in chip memory'] }, ['chip']],
    ['none where the parts exclude each other', { all: ['kind = tool', 'kind = chip'] }, []],
    ['those of any part', { any: ['kind = tool', { all: ['kind = chip', 'form = magnet'] }] }, ['chip', 'tool']],
    ['all where one part names none', { any: ['kind = tool', 'form = magnet'] }, undefined],
    ['those of the provision that it rests on', { any: ['meets magnets'] }, ['material']],
    ['all where that provision is not in force', 'meets nothing', undefined],
    ['all where a kind is excluded', { all: ['kind != tool', { not: 'kind = chip' }] }, undefined],
  ])('are %s', (_, condition, expected) => {
    expect(kinds(condition)).toEqual(expected);
  });
});
