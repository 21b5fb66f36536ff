/** Which kinds of item a condition can hold for at all: a chip need not be held against the law of magnets. */
import type { Tree } from './tree.ts';

/** Kinds such as `chip` or `tool`; undefined where the condition is not about certain kinds. `meets` looks up a provision. */
export type Kinds = ReadonlySet<string> | undefined;

export function kindsOf(tree: Tree, meets: (provision: string) => Tree | undefined): Kinds {
  switch (tree.op) {
    case 'unless':
      return kindsOf(tree.rule, meets);
    case 'all':
      return tree.of.map((part) => kindsOf(part, meets)).reduce(both, undefined);
    case 'any':
      return tree.of.map((part) => kindsOf(part, meets)).reduce(either, new Set<string>());
    case 'meets': {
      const other = meets(tree.provision);
      return other && kindsOf(other, meets);
    }
    case 'member':
      return tree.attribute === 'kind' && !tree.negated ? new Set(tree.names) : undefined;
    default:
      return undefined;
  }
}

function both(a: Kinds, b: Kinds): Kinds {
  return a && b ? new Set([...a].filter((kind) => b.has(kind))) : (a ?? b);
}

function either(a: Kinds, b: Kinds): Kinds {
  return a && b && new Set([...a, ...b]);
}
