/**
 * Writes docs/methods/claims.md anew from the data: how claims are judged, then claim by claim the readings, tests and
 * limits. Run after a build: node scripts/claims-page.js
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadDataset } from '../packages/dataset/dist/index.js';
import { LOOKUPS } from '../packages/engine/dist/claims/index.js';

/** The whole page as Markdown. */
export function claimsPage({ claims, verdicts, facts, sources }) {
  const urls = new Map(sources.map(({ id, url }) => [id, url]));
  const factUrl = new Map(facts.map((fact) => [fact.id, urls.get(fact.source)]));
  return `${method(verdicts)}\n${lookups()}\n## The claims\n\n${claims.map((claim) => section(claim, factUrl, urls)).join('\n')}`;
}

function method({ supportedFrom, contradictedTo, decision, until, reason }) {
  return `# Claims: what of the argument holds

This page is written by \`scripts/claims-page.js\` from \`data/claims\` and \`data/verdicts.yaml\`; a test holds it to them.

\`\`\`
floodgate claims                        # every claim, its verdict on several days, and which of them time changed
floodgate claims C5 --lang zh           # one claim in full: readings, numbers, limits, evidence, sources
floodgate claims --as-of 2025-07-25 --json
floodgate claims --claims mine.yaml     # your own beside them; floodgate schema claims prints the shape
\`\`\`

## How a verdict comes about

A claim has one or more **readings**: what it may mean, so that it can be checked. A reading has a **test**, a comparison
or \`all\`, \`any\`, \`not\` of comparisons, in the shape of the rules' conditions. Nobody writes a verdict down: the test is run
in every future of one evaluation (\`${decision}\`, to ${until}) that all claims share, with the uncertainty of the facts drawn beside it, each fact on its own.

- A fact with both ends is a distribution (its middle the median, its ends the 5th and 95th percentile); a point is a
  point, and its own error is not in the probability; one end alone is a bound, and a comparison that the bound cannot settle is open.
- Of conflicting facts \`question\` takes the one that the data prefer; before that one was published, and always with \`views\`, each
  gets an equal share of the draws. That weighs sources by head, which is a convention and no measure of their worth.
- The probability of a reading is the share of the decided draws in which its test holds.

From ${supportedFrom} on a reading is **supported**, up to ${contradictedTo} **contradicted**; between them it is **contested** where facts for and against
it were published, else it holds **in part**. (${reason.en}) A reading whose test is open in half of the draws or more is **not
checkable**: not known yet, or left open by what is published. So is a judgement that no figure decides; it says what would be needed.

A claim whose readings agree has their verdict; where they differ it holds in part. Its probability is the mean over the
readings that can be checked. A judgement beside supported readings leaves the claim supported in part; a judgement that is the claim's
first reading leaves the whole claim not checkable, whatever the other readings say.

**Two clocks.** \`--as-of\` builds the world of that day. A fact, an estimate or a rule published later is not in it, and the law
of a day that had not come says nothing. Before the decision was known both worlds are the recorded law.

**What the probabilities do not hold.** The choice of readings; errors that all sources share; the model's form. The methods pages on
[capability](capability.md) and [supply](supply.md) give the size of the errors that we know of.

## How a text that makes a claim is recognised

Each claim lists patterns: groups of words, in both languages, one of each group to stand in a sentence, in two that follow each
other, or in the paragraph, with a figure in a range where the claim has one, and words that must not stand there. A word is plain text;
\`make*\` stands for all that begin so, \`@huawei\` for the names of a glossary term, \`rose ... tenfold\` for parts in this order. The
score is 1, 0.85 or 0.7 by how many sentences the passage takes, with half the doubt taken away where both languages say it; over three sentences and
more it counts only where both do. A paraphrase in words that nobody listed is missed;
irony, quotation and denial ("nobody claims that …") are not told from assertion.
`;
}

function lookups() {
  const rows = Object.entries(LOOKUPS).map(
    ([name, { parameters, says }]) => `| \`${name}(${parameters.join(', ')})\` | ${says.en} |`,
  );
  return `## What a test may ask for\n\n| look-up | what it is |\n| --- | --- |\n${rows.join('\n')}\n
\`item\` is a chip, material or tool; \`figure\` one of the figures that the law reads; \`index\` is training or inference; \`study\` is
dense-grouped-query or mixture-latent. Between them + - * / with spaces around, and parentheses.
`;
}

function section({ id, says, readings, evidence, sensitivity, statedIn }, factUrl, urls) {
  const link = (fact) => `[${fact}](${factUrl.get(fact)})`;
  const list = (ids) => (ids.length === 0 ? 'none' : ids.map(link).join(', '));
  const stated = statedIn.map((source) => `[${source}](${urls.get(source)})`).join(', ');
  return [
    `### ${id}: ${says.en}`,
    '',
    `${says.zh}`,
    '',
    ...readings.flatMap(readingLines),
    `Evidence for: ${list(evidence.for)}. Against: ${list(evidence.against)}. ${stated === '' ? '' : `Stated in: ${stated}. `}Sensitivity: ${sensitivity.en}`,
    '',
  ].join('\n');
}

function readingLines({ id, says, test, needs, limits }) {
  const checked = test
    ? `Test:\n\n  \`\`\`\n${conditionLines(test, '  ').join('\n')}\n  \`\`\`\n`
    : `No figure decides this. Needed: ${needs.en}\n`;
  return [`- **${id}** – ${says.en} ${checked}`, `  Limits: ${limits.en}`, ''];
}

function conditionLines(condition, indent) {
  if ('test' in condition) return [`${indent}${condition.test.trim()}`];
  if ('not' in condition) return [`${indent}not`, ...conditionLines(condition.not, `${indent}  `)];
  const [word, parts] = 'all' in condition ? ['all of', condition.all] : ['any of', condition.any];
  return [`${indent}${word}`, ...parts.flatMap((part) => conditionLines(part, `${indent}  `))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/methods/claims.md', import.meta.url), claimsPage(loadDataset()));
}
