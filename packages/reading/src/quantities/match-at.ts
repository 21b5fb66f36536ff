/** What a sticky expression matches exactly at a place in a text, or null. Every reader here advances by this alone. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `words` as an alternation, longest first, so that `US$` is not read as `US`. */
export function oneOf(words: Iterable<string>): string {
  const escaped = [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return escaped.sort((a, b) => b.length - a.length).join('|');
}
