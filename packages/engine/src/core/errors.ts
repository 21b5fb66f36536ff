/**
 * What went wrong with the caller's input, as data. Codes are stable and free of language; the shells render them
 * in English or Chinese from `data/i18n` (key `error.<code>`). `fields` holds what the message needs: what was asked,
 * what is allowed, the nearest known id.
 */
export class InputError extends Error {
  readonly code: string;
  readonly fields: Record<string, string>;

  constructor(code: string, fields: Record<string, string> = {}) {
    super(`${code}: ${JSON.stringify(fields)}`);
    this.name = 'InputError';
    this.code = code;
    this.fields = fields;
  }
}

/** The input names an id that does not exist; `nearest` is the closest known one, or empty. */
export function unknownId(kind: string, id: string, known: Iterable<string>): InputError {
  const ids = [...known];
  return new InputError('unknown-id', { kind, id, nearest: nearest(id, ids), count: String(ids.length) });
}

/**
 * The known id that was probably meant: the shortest that contains what was asked, else the one with the smallest edit
 * distance, or '' when none is near (half of its letters or more differ).
 */
export function nearest(id: string, known: Iterable<string>): string {
  const asked = id.toLowerCase();
  const ids = [...known];
  const containing = asked.length >= 3 ? ids.filter((one) => one.toLowerCase().includes(asked)) : [];
  if (containing.length > 0) return containing.reduce((a, b) => (b.length < a.length ? b : a));
  let best = '';
  let bestDistance = Math.max(2, Math.ceil(asked.length / 2));
  for (const candidate of ids) {
    const distance = editDistance(asked, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance: the fewest insertions, deletions and replacements that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replace, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
