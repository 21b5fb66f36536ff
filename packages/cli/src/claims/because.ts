/** The sentence behind a verdict, built in each language from the numbers that decided it. */
import { type Comparison, dayOfNumber, type Ground, type ReadingVerdict, type Side } from '@floodgate/engine/claims';
import type { Language, Text } from '@floodgate/engine/core';
import type { Dataset } from '@floodgate/engine/world';
import { formatEstimate, formatNumber } from '../report/number.ts';
import { createWords, type Words } from '../report/words.ts';
import { type Fields, translate } from '../view/translate.ts';

/** Everything that a sentence needs besides what was found. */
export interface Telling {
  language: Language;
  words: Words;
  asOf: string;
  draws: number;
  say(key: string, fields?: Fields): string;
  has(key: string): boolean;
}

export function createTelling({ messages }: Dataset, language: Language, asOf: string, draws: number): Telling {
  return {
    language,
    words: createWords(messages, language),
    asOf,
    draws,
    say: (key, fields) => translate(messages, language, key, fields),
    has: (key) => Object.hasOwn(messages, key),
  };
}

/** One sentence or two for each language. */
export function inBoth(dataset: Dataset, asOf: string, draws: number, tell: (telling: Telling) => string): Text {
  const one = (language: Language) => tell(createTelling(dataset, language, asOf, draws));
  return { en: one('en'), zh: one('zh') };
}

/** Every reading with its verdict and the comparison that decided it. */
export function becauseOfClaim(telling: Telling, readings: readonly ReadingVerdict[]): string {
  return readings
    .map((reading) =>
      telling.say('claims.because.reading', {
        says: telling.words.text(reading.says).replace(/[.。]$/, ''),
        verdict: verdictWord(telling, reading),
        ground: becauseOfReading(telling, reading),
      }),
    )
    .join(telling.language === 'zh' ? '' : ' ');
}

export function becauseOfReading(telling: Telling, reading: ReadingVerdict): string {
  if (reading.needs) return telling.say('claims.ground.needs', { needs: telling.words.text(reading.needs) });
  return decidingGrounds(reading)
    .map((ground) => groundSentence(telling, ground))
    .join(telling.language === 'zh' ? '' : ' ');
}

/** Where nothing was known yet, that is what is said, rather than that nothing can be. */
export function verdictWord(
  telling: Telling,
  { verdict, uncheckable }: Pick<ReadingVerdict, 'verdict' | 'uncheckable'>,
) {
  return telling.say(`claims.verdict.${uncheckable === 'unknown' ? 'unknown' : verdict}`);
}

/** A reading that holds rests on all its parts; one that fails, on the part that fails most. */
function decidingGrounds({ verdict, grounds }: ReadingVerdict): Ground[] {
  if (verdict === 'supported') return grounds;
  const failing = (ground: Ground) => (verdict === 'not-checkable' ? ground.shares.open : ground.shares.no);
  return grounds.toSorted((a, b) => failing(b) - failing(a)).slice(0, 1);
}

export function groundSentence(telling: Telling, ground: Ground): string {
  const { left, right, shares } = ground;
  const says = telling.words.text(ground.says);
  const asOf = telling.words.day(telling.asOf);
  for (const side of [left, right]) {
    if (side.kind === 'unknown')
      return telling.say(`claims.ground.${side.why === 'open' ? 'untold' : side.why}`, { says, asOf });
  }
  const fields = {
    says,
    left: sideWords(telling, left),
    right: telling.say(`claims.is.${isDay(right) ? 'day.' : ''}${IS[ground.is]}`, { n: sideWords(telling, right) }),
  };
  if (left.kind === 'name') return telling.say(`claims.ground.name.${shares.yes === 1 ? 'yes' : 'no'}`, fields);
  if (shares.open === 1) return telling.say('claims.ground.open', fields);
  if (shares.yes === 1) return telling.say('claims.ground.yes', fields);
  if (shares.no === 1) return telling.say('claims.ground.no', fields);
  const share = chanceWords(shares.yes);
  return telling.say('claims.ground.share', { ...fields, share, draws: formatNumber(telling.draws, telling.language) });
}

const IS: Record<Comparison, string> = {
  '>': 'more',
  '>=': 'least',
  '<': 'less',
  '<=': 'most',
  '=': 'same',
  '!=': 'other',
};

function isDay(side: Side): boolean {
  return side.kind === 'quantity' && side.unit === 'day';
}

function sideWords(telling: Telling, side: Side): string {
  switch (side.kind) {
    case 'quantity':
      return amountWords(telling, side.p50, side.unit, side);
    case 'bounds': {
      const [low, high] = [side.low, side.high].map((value) => amountWords(telling, value, side.unit));
      if (side.low === side.high) return high;
      if (!(side.low > 0)) return telling.say('claims.bounds.most', { high });
      return Number.isFinite(side.high)
        ? telling.say('claims.bounds.between', { low, high })
        : telling.say('claims.bounds.least', { low });
    }
    case 'name': {
      const key = [`claims.name.${side.name}`, `rules.policy.${side.name}`].find((one) => telling.has(one));
      return key ? telling.say(key) : side.name;
    }
    case 'unknown':
      return '';
  }
}

/** Whole per cents; never all or nothing where it is only nearly so. */
export function chanceWords(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '>99%';
  return percent === 0 && share > 0 ? '<1%' : `${percent}%`;
}

/** A day, or a number in the words of the reports. */
export function amountWords(
  { words }: Telling,
  value: number,
  unit: string,
  spread: { p5: number; p50: number; p95: number } = { p5: value, p50: value, p95: value },
): string {
  if (unit === 'day') return words.day(dayOfNumber(value));
  // A point is told with the digit that may put it on one side of a line.
  const digits = spread.p5 === spread.p95 ? 4 : 3;
  return Number.isFinite(value) ? formatEstimate(spread, unit, words, { digits }) : '∞';
}
