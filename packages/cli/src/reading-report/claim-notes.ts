/** For each claim that the text makes: what it says, what it came to then and now, why, and on which evidence. */

import { createWorld } from '@floodgate/engine/world';
import type { Paragraph } from '@floodgate/reading';
import type { Link } from '../report/blocks.ts';
import { citeFact } from '../report/sections/assumption.ts';
import type { ReadingReport } from './input.ts';
import { claimIds } from './summary.ts';
import { type ReadingWords, verdictWords } from './words.ts';

export interface DatedVerdict {
  when: 'then' | 'now';
  /** `24 July 2025: supported, 95%`. */
  title: string;
  verdict: string;
  /** Each way in which the claim can be read, what it came to and why. */
  readings: { says: string; verdict: string; because: string }[];
}

export interface ClaimNote {
  id: string;
  says: string;
  /** Then, where it is known, and now. */
  verdicts: DatedVerdict[];
  evidence: Link[];
  /** Numbers of the paragraphs, from 1. */
  madeIn: number[];
  outcomes: string[];
}

export function claimNotes(report: ReadingReport, words: ReadingWords): ClaimNote[] {
  const { reading, dataset, now } = report;
  const world = createWorld(dataset, now.day);
  const facts = new Map(world.facts.map((fact) => [fact.id, fact]));
  return [...claimedIn(reading.paragraphs)].map(([id, madeIn]) => {
    const answer = now.answers.get(id);
    const evidence = (answer?.facts ?? []).flatMap((fact) => facts.get(fact) ?? []);
    return {
      id,
      says: answer ? words.text(answer.says) : id,
      verdicts: verdictsOf(report, id, words),
      evidence: evidence.map((fact) => citeFact(world, words, fact)),
      madeIn,
      outcomes: answer?.outcomes ?? [],
    };
  });
}

function verdictsOf({ whenPublished, now }: ReadingReport, id: string, words: ReadingWords): ClaimNote['verdicts'] {
  const days = [
    ...(whenPublished ? [{ when: 'then' as const, on: whenPublished }] : []),
    { when: 'now' as const, on: now },
  ];
  return days.flatMap(({ when, on }) => {
    const answer = on.answers.get(id);
    if (!answer) return [];
    const readings = answer.readings.map(({ says, verdict, because }) => ({
      says: words.text(says),
      verdict: words.tell(`verdict.${verdict}`),
      because: words.text(because),
    }));
    return [{ when, title: verdictWords(on, answer, words), verdict: answer.verdict, readings }];
  });
}

/** Ids in their order, with the numbers of the paragraphs that make them. */
function claimedIn(paragraphs: readonly Paragraph[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [i, paragraph] of paragraphs.entries()) {
    for (const id of claimIds(paragraph)) found.set(id, [...(found.get(id) ?? []), i + 1]);
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
}
