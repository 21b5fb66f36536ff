/** The answer to a question of law, and its history, in words for the terminal. */
import type { Language } from '@floodgate/engine/core';
import type { Answer, Item, Shown, Stretch, TraceEntry } from '@floodgate/engine/rules';
import type { Rulebook } from '@floodgate/engine/world';
import { countryName } from '../country.ts';
import { plainTable } from './table.ts';
import type { Fields } from './translate.ts';

type Say = (key: string, fields?: Fields) => string;

interface AnswerInput {
  answer: Answer;
  item: Item;
  rulebook: Rulebook;
  language: Language;
  say: Say;
  explain: boolean;
}

/** The answer, what it rests on and what it leaves open; with `explain`, the whole argument. */
export function answerView(input: AnswerInput): string {
  const { answer, item, language, say } = input;
  const title = say('rules.title', {
    item: item.name[language],
    from: place(answer.from, language),
    to: place(answer.to, language),
    on: answer.on,
  });
  const rows = [
    [say('rules.classification'), classificationLine(answer, say)],
    ...(computes(item) ? [[say('rules.metrics'), metricsLine(answer, say)]] : []),
    [say('rules.licence'), licenceLine(answer.licence, say)],
  ];
  const sections = [
    section(
      say('rules.by'),
      answer.controlledBy.map((id) => instrumentLine(input.rulebook, id, language, say)),
    ),
    section(
      say('rules.exceptions'),
      answer.licence.exceptions.map(
        ({ code, conditions }) => `${code}: ${conditions.map(({ text }) => text[language]).join(' ')}`,
      ),
    ),
    section(
      say('rules.conditions'),
      answer.licence.conditions.map(({ text }) => text[language]),
    ),
    section(say('rules.cap'), answer.licence.cap ? [answer.licence.cap.text[language]] : []),
    section(say('rules.fee'), answer.licence.fee ? [answer.licence.fee.text[language]] : []),
    section(
      say('rules.charges'),
      answer.charges.map(({ text, by }) => `${text[language]} (${by})`),
    ),
    section(
      say('rules.missing'),
      answer.missing.map(({ text, because }) => `${text[language]} ${neededBy(because, language, say)}`),
    ),
    section(
      say('rules.near'),
      answer.nearThreshold.map((near) => say('rules.near.line', { ...near, margin: percent(near.margin) })),
    ),
    section(
      say('rules.assumed'),
      answer.assumptions.map((text) => text[language]),
    ),
    section(
      say('rules.notes'),
      answer.notes.map(({ instrument, text }) => `${instrument}: ${text[language]}`),
    ),
    input.explain ? section(say('rules.because'), argument(answer.trace, language, say)) : '',
  ];
  return `${title}\n\n${plainTable(rows)}${sections.join('')}\n${say('rules.disclaimer')}\n`;
}

interface TimelineInput {
  stretches: readonly Stretch[];
  item: Item;
  from: string;
  to: string;
  rulebook: Rulebook;
  language: Language;
  say: Say;
}

/** One line for each stretch in which the answer stayed the same. */
export function timelineView({ stretches, item, from, to, rulebook, language, say }: TimelineInput): string {
  const title = say('rules.timeline.title', {
    item: item.name[language],
    from: place(from, language),
    to: place(to, language),
  });
  const answerOf = (stretch: Stretch) => [licenceLine(stretch.licence, say), ...extras(stretch, say)].join(', ');
  const rows = stretches.map((stretch, i) => {
    const last = stretches[i - 1];
    const reads = answerOf(stretch);
    const isTwin = last && answerOf(last) === reads && last.classification === stretch.classification;
    return [
      stretch.from,
      stretch.until ?? say('rules.timeline.on'),
      stretch.classification === 'none' ? say('rules.class.none') : stretch.classification,
      isTwin ? `${reads} (${changes(last, stretch, say).join('; ')})` : reads,
      stretch.because === null ? '' : titleOf(rulebook, stretch.because, language),
    ];
  });
  const head = ['from', 'until', 'class', 'licence', 'because'].map((key) => say(`rules.timeline.${key}`));
  return `${title}\n\n${plainTable([head, ...rows])}`;
}

/** Materials, technologies and tools have no figures of performance. */
function computes({ values }: Item): boolean {
  return ['chip', 'memory'].includes(String(values.get('kind')));
}

function extras({ licence, charges }: Stretch, say: Say): string[] {
  return [
    ...licence.exceptions.map(({ code }) => code),
    ...(licence.cap ? [say('rules.short.cap', { share: licence.cap.share * 100 })] : []),
    ...(licence.fee ? [say('rules.short.fee', { share: licence.fee.share * 100 })] : []),
    ...(charges.length > 0 ? [say('rules.short.charge')] : []),
  ];
}

/** What changed between two answers that read the same in short: what came (+) and what went (−). */
function changes(before: Stretch, after: Stretch, say: Say): string[] {
  const parts: [string, (stretch: Stretch) => string[]][] = [
    ['rules.by', ({ controlledBy }) => controlledBy],
    ['rules.conditions', ({ licence }) => licence.conditions.map(({ id }) => id)],
    [
      'rules.exceptions',
      ({ licence }) =>
        licence.exceptions.flatMap(({ code, conditions }) => conditions.map(({ id }) => `${code} ${id}`)),
    ],
    ['rules.charges', ({ charges }) => charges],
    ['rules.fee', ({ licence }) => (licence.fee ? [licence.fee.of] : [])],
  ];
  return parts.flatMap(([title, read]) => {
    const [was, is] = [read(before), read(after)];
    const came = is.filter((one) => !was.includes(one)).map((one) => `+${one}`);
    const went = was.filter((one) => !is.includes(one)).map((one) => `−${one}`);
    return came.length + went.length === 0 ? [] : [`${say(title)}: ${[...came, ...went].join(' ')}`];
  });
}

function classificationLine({ classification, possible }: Answer, say: Say): string {
  if (classification === 'unknown')
    return say('rules.class.unknown', {
      possible: possible.map((one) => (one === 'none' ? say('rules.class.none') : one)).join(' / '),
    });
  return classification === 'none' ? say('rules.class.none') : classification;
}

function metricsLine({ metrics, precision, derivations }: Answer, say: Say): string {
  const parts = [
    say('rules.metric.tpp', {
      value: shown(metrics.tpp),
      how: derivations.tpp ? ` (${[precision.join('/'), derivations.tpp].filter(Boolean).join(': ')})` : '',
    }),
    say('rules.metric.density', { value: shown(metrics.performanceDensity) }),
    say('rules.metric.memory', { value: shown(metrics.memoryBandwidthGBs) }),
    say('rules.metric.io', { value: shown(metrics.ioBandwidthGBs) }),
  ];
  return parts.join(' · ');
}

function licenceLine({ required, reviewPolicy }: Answer['licence'], say: Say): string {
  if (required === null) return say('rules.required.unknown');
  if (!required) return say('rules.required.no');
  return say('rules.required.yes', { policy: say(`rules.policy.${reviewPolicy ?? 'unknown'}`) });
}

function instrumentLine(rulebook: Rulebook, id: string, language: Language, say: Say): string {
  const one = rulebook.instruments.find((instrument) => instrument.id === id);
  if (!one) return id;
  return say('rules.instrument', {
    id,
    title: one.title[language],
    effective: one.effective,
    published: one.published,
    kind: say(`rules.kind.${one.kind}`),
    confidence: say(`rules.confidence.${one.confidence}`),
    url: one.citation.url,
  });
}

/** The trace as an indented argument; of a requirement or a term that does not apply only the first line. */
function argument(trace: readonly TraceEntry[], language: Language, say: Say): string[] {
  const lines: string[] = [];
  let skipping = false;
  let paragraph = '';
  for (const entry of trace) {
    if (entry.depth === 0) skipping = entry.result === false && entry.kind !== 'classification';
    if (skipping && entry.depth > 0) continue;
    const verdict = say(`rules.result.${partOf(entry)}.${entry.result}`);
    const says = entry.says[language];
    const isNamed = entry.depth > 0 && (entry.paragraph === paragraph || says === entry.paragraph);
    const named = entry.depth === 0 ? `${entry.paragraph} (${entry.rule})` : entry.paragraph;
    const place = isNamed ? '' : say('rules.place', { place: named });
    lines.push(`${'  '.repeat(entry.depth)}${verdict}${place}${says}${valueOfTest(entry, say)}`);
    paragraph = entry.paragraph;
  }
  return lines;
}

/** A provision applies, an exception excepts, a test is met. */
function partOf({ depth, test }: TraceEntry): 'provision' | 'exception' | 'test' {
  return depth === 0 ? 'provision' : test === 'unless' ? 'exception' : 'test';
}

/** What the item or the buyer has; a group or a reference has no value of its own. */
function valueOfTest({ value, test, result }: TraceEntry, say: Say): string {
  const isFact = / (>=|<=|!=|=|>|<|in) /.test(test);
  if (!isFact || (value === null && result !== null)) return '';
  const told =
    typeof value === 'boolean'
      ? say(`rules.value.${value}`)
      : value === null
        ? say('rules.value.unknown')
        : shown(value);
  return say('rules.value', { value: told });
}

function neededBy(because: Answer['missing'][number]['because'], language: Language, say: Say): string {
  const tests = because.map(({ paragraph, says }) => `${say('rules.place', { place: paragraph })}${says[language]}`);
  return say('rules.missing.because', { tests: tests.join(language === 'zh' ? '；' : '; ') });
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function shown(value: Shown | string | boolean): string {
  if (value === null) return '?';
  return typeof value === 'object' ? `${value.low}–${value.high ?? '∞'}` : String(value);
}

function place(code: string, language: Language): string {
  return `${countryName(code, language)} (${code})`;
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(2)}%`;
}

function titleOf(rulebook: Rulebook, id: string, language: Language): string {
  return `${id}: ${rulebook.instruments.find((one) => one.id === id)?.title[language] ?? ''}`;
}
