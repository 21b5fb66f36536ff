import { InputError } from '@floodgate/engine/core';
import { type DefaultTreeAdapterTypes, html } from 'parse5';
import { describe, expect, it } from 'vitest';
import { boundedTree, refuseManyAttributes } from './html-bounds.ts';

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error instanceof InputError ? error.code : String(error);
  }
}

const element = {} as DefaultTreeAdapterTypes.Element;

function grow(elements: number, deep: number): void {
  const tree = boundedTree();
  for (let i = 0; i < elements; i++) {
    tree.createElement('p', html.NS.HTML, []);
    tree.onItemPush?.(element);
    if (i >= deep) tree.onItemPop?.(element, element);
  }
}

describe('a page', () => {
  it('may be as deep as 400 elements', () => {
    expect(codeOf(() => grow(400, 400))).toBe('allowed');
    expect(codeOf(() => grow(401, 401))).toBe('unreadable-html-deep');
  });

  it('may have as many as 600,000 elements', () => {
    expect(codeOf(() => grow(600_000, 1))).toBe('allowed');
    expect(codeOf(() => grow(600_001, 1))).toBe('unreadable-html-large');
  });

  it('may have tags with as many as 500 attributes, whatever stands inside quotes', () => {
    const tag = (attributes: number) => `text < 3 <p${' a="x y z > / b"'.repeat(attributes)}>`;
    expect(codeOf(() => refuseManyAttributes(tag(500).repeat(3)))).toBe('allowed');
    expect(codeOf(() => refuseManyAttributes(tag(501)))).toBe('unreadable-html-attributes');
  });
});
