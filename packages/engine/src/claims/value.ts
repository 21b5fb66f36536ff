/** What a look-up gives: a quantity over the futures, a name, or nothing because it is not known; and where it is from. */
import type { Draws } from './draws.ts';

export interface Origin {
  /** Ids of facts, sources and outcomes that it rests on. */
  facts: string[];
  sources: string[];
  outcomes: string[];
  /** Documents of the law. */
  citations: Citation[];
}

export interface Citation {
  title: string;
  url: string;
  published: string;
}

export type Value =
  | { kind: 'quantity'; draws: Draws; unit: string; origin: Origin }
  | { kind: 'name'; name: string; origin: Origin }
  | { kind: 'unknown'; why: Unknown; origin: Origin };

/** Nothing was published by then; the day asked about has not come; the law or the chip leaves it open. */
export type Unknown = 'unpublished' | 'to-come' | 'open' | 'no-model';

export const NO_ORIGIN: Origin = { facts: [], sources: [], outcomes: [], citations: [] };

export function originOf(parts: Partial<Origin>): Origin {
  return { ...NO_ORIGIN, ...parts };
}

export function joinOrigins(origins: readonly Origin[]): Origin {
  const all = <K extends 'facts' | 'sources' | 'outcomes'>(key: K) => [...new Set(origins.flatMap((one) => one[key]))];
  const citations = new Map(origins.flatMap((one) => one.citations).map((one) => [`${one.url} ${one.title}`, one]));
  return {
    facts: all('facts'),
    sources: all('sources'),
    outcomes: all('outcomes'),
    citations: [...citations.values()],
  };
}

export function unknown(why: Unknown, origin: Partial<Origin> = {}): Value {
  return { kind: 'unknown', why, origin: originOf(origin) };
}
