/** Rule evaluations per second, over every chip, some destinations, and every day on which the law changed. */
import { changeDays, classify, flowTerms, itemOf } from '../packages/engine/dist/rules/index.js';
import { measureInTurn, timed } from './measure.js';
import { rate, timeRatio } from './table.js';

/** China and its special region, a country of group D:4, and others that the law has treated differently over time. */
const DESTINATIONS = ['CN', 'HK', 'AE', 'SG', 'JP', 'GB'];
const ROUNDS = 7;

/** @param {import('../packages/engine/dist/world/index.js').World} world */
export async function measureRules({ rules, chips }) {
  const days = changeDays(rules);
  const items = chips.map((chip) => ({ chip, item: itemOf(chip) }));
  const questions = items.flatMap((each) =>
    DESTINATIONS.flatMap((to) => days.map((on) => ({ ...each, from: 'US', to, on }))),
  );
  // The trace is an order of magnitude slower; a prime step still touches every chip, destination and day.
  const some = questions.filter((_, i) => i % 17 === 0);
  const terms = {
    name: 'flowTerms (no trace)',
    count: questions.length,
    run: timed(() => questions.map(({ chip, from, to, on }) => flowTerms(rules, chip, { from, to }, on))),
  };
  const answers = {
    name: 'classify (with trace)',
    count: some.length,
    run: timed(() => some.map(({ item, from, to, on }) => classify(rules, item, { from, to, on }))),
  };
  const [termsSeconds, answersSeconds] = await measureInTurn([terms, answers], ROUNDS);
  return {
    rows: [
      rate(terms, termsSeconds, 'questions/s'),
      rate(answers, answersSeconds, 'questions/s'),
      timeRatio(
        'classify over flowTerms',
        { ...answers, seconds: answersSeconds },
        { ...terms, seconds: termsSeconds },
      ),
    ],
    notes: [`Rules: ${chips.length} chips, ${DESTINATIONS.length} destinations, ${days.length} days of change.`],
  };
}
