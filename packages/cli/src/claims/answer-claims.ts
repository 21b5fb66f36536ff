/** Claims answered as the public contract has it: verdict, probability, why, and what a reader can open. */
import {
  type ClaimVerdict,
  decisionOf,
  judgeClaim,
  type Origin,
  prepareSetting,
  type ReadingVerdict,
} from '@floodgate/engine/claims';
import type { Text } from '@floodgate/engine/core';
import type { RunBlocks } from '@floodgate/engine/scenario';
import { type Claim, createWorld, type Dataset } from '@floodgate/engine/world';
import { becauseOfClaim, becauseOfReading, inBoth } from './because.ts';

export interface ReadingAnswer extends ReadingVerdict {
  because: Text;
}

export interface ClaimAnswer extends Omit<ClaimVerdict, 'origin' | 'readings'> {
  because: Text;
  /** Facts, by id, that the evidence and the tests rest on. */
  facts: string[];
  /** Outcomes of the model, by id, that the tests ask for. */
  outcomes: string[];
  readings: ReadingAnswer[];
  /** What a reader can open. */
  sources: OpenSource[];
  asOf: string;
  draws: number;
  seed: number;
}

export interface OpenSource {
  title: string;
  url: string;
  published: string;
}

export interface ClaimsCall {
  claims: readonly Claim[];
  asOf: string;
  draws: number;
  seed: number;
}

/** All claims on one day, from one evaluation. */
export async function answerClaims(dataset: Dataset, call: ClaimsCall, run: RunBlocks): Promise<ClaimAnswer[]> {
  const { asOf, draws, seed } = call;
  const decision = decisionOf(dataset.decisions, dataset.verdicts);
  const { until } = dataset.verdicts;
  const setting = await prepareSetting({ world: createWorld(dataset, asOf), decision, until, draws, seed }, run);
  return call.claims.map((claim) => answerOf(dataset, judgeClaim(setting, claim, dataset.verdicts), call));
}

function answerOf(dataset: Dataset, verdict: ClaimVerdict, { asOf, draws, seed }: ClaimsCall): ClaimAnswer {
  const { origin, readings, id, says, verdict: word, probability, ...rest } = verdict;
  return {
    id,
    says,
    verdict: word,
    probability,
    because: inBoth(dataset, asOf, draws, (telling) => becauseOfClaim(telling, readings)),
    facts: origin.facts,
    outcomes: origin.outcomes,
    readings: readings.map((reading) => ({
      ...reading,
      because: inBoth(dataset, asOf, draws, (telling) => becauseOfReading(telling, reading)),
    })),
    ...rest,
    sources: openSources(dataset, asOf, origin),
    asOf,
    draws,
    seed,
  };
}

/** Cards of the sources and documents of the law that were out by the day, each address once. */
function openSources(dataset: Dataset, asOf: string, { sources, citations }: Origin): OpenSource[] {
  const cards = dataset.sources.filter(({ id, published }) => sources.includes(id) && published <= asOf);
  const all = [...cards, ...citations].map(({ title, url, published }) => ({ title, url, published }));
  return [...new Map(all.map((one) => [`${one.url} ${one.title}`, one])).values()];
}
