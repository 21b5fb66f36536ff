/** Keeps the HTML parser to pages that people write: its cost grows with the square of the nesting and of the attributes. */
import { InputError } from '@floodgate/engine/core';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, type TreeAdapter } from 'parse5';

const MOST_DEEP = 400;
const MOST_ELEMENTS = 600_000;
const MOST_ATTRIBUTES = 500;

/** A tree that throws `unreadable-…` when it grows too deep or too large. */
export function boundedTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let deep = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...of) => {
      if (++elements > MOST_ELEMENTS) throw new InputError('unreadable-html-large', { most: String(MOST_ELEMENTS) });
      return defaultTreeAdapter.createElement(...of);
    },
    onItemPush: () => {
      if (++deep > MOST_DEEP) throw new InputError('unreadable-html-deep', { most: String(MOST_DEEP) });
    },
    onItemPop: () => {
      deep--;
    },
  };
}

/** Counts what stands apart inside each tag, quoted values left out; one pass. Throws `unreadable-…`. */
export function refuseManyAttributes(html: string): void {
  let quote = '';
  let inTag = false;
  let parts = 0;
  for (let i = 0; i < html.length; i++) {
    const character = html[i];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (!inTag) {
      inTag = character === '<' && /[a-z/]/i.test(html[i + 1] ?? '');
      parts = 0;
    } else if (character === '>') inTag = false;
    else if ((character === '"' || character === "'") && html[i - 1] === '=') quote = character;
    else if (/[\s/]/.test(character) && ++parts > MOST_ATTRIBUTES) {
      throw new InputError('unreadable-html-attributes', { most: String(MOST_ATTRIBUTES) });
    }
  }
}
