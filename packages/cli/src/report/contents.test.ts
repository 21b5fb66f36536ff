import type { Messages } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { createContents } from './contents.ts';
import { htmlReport } from './html.ts';
import { inventReport, readMessages, type Variation } from './invented.fixture.ts';
import { markdownReport } from './markdown.ts';
import { printContents } from './terminal.ts';
import { createWords } from './words.ts';

const section = (variation: Variation, id: string, language: 'en' | 'zh' = 'en') =>
  JSON.stringify(createContents(inventReport(variation), language).sections.find((one) => one.id === id));

describe('contents of a report', () => {
  it('answer with the first headline outcome of the last year, and say what it hangs on', () => {
    const { answer, hangs } = createContents(inventReport(), 'en');
    expect(answer).toMatch(/^By the end of 2027, China has 15% \(6% to 24%\) more compute for inference/);
    expect(hangs).toBe('The answer hangs most on: Invented uptake.china (62%).');
  });

  it('tell each headline outcome for the last and the first year', () => {
    const text = section({}, 'outcomes');
    expect(text).toContain('By the end of 2027, the US has');
    expect(text).toContain('By the end of 2025, the US has');
  });

  it('name who decided, from the law that the decision touches, and nobody for what was never decided', () => {
    expect(section({}, 'decision')).toContain('United States');
    expect(section({}, 'decision', 'zh')).toContain('美国');
    expect(section({ hypothetical: true }, 'decision')).not.toContain('United States');
  });

  it('put the baseline in words', () => {
    expect(section({}, 'method')).toContain('the world without the decision: The letter is never sent.');
    expect(section({ baseline: 'recorded-law' }, 'method')).toContain('the law as recorded');
    expect(section({ baseline: 'other' }, 'method')).toContain('Another invented one');
  });

  it('set what was expected beside what is known now', () => {
    const text = section({}, 'clocks');
    expect(text).toContain('above the interval');
    expect(text).toContain('below the interval');
    expect(section({ foreseen: false }, 'clocks')).toContain('no second clock');
  });

  it('show an assumption that the caller set as such, and not as sourced', () => {
    const text = section({ overrides: { 'price.h20': '5' } }, 'assumptions');
    expect(text).toContain('set by the caller: 5');
    expect(section({}, 'assumptions')).toContain('https://example.org/report');
  });

  it('say the same thing for the same run', () => {
    expect(createContents(inventReport(), 'zh')).toEqual(createContents(inventReport(), 'zh'));
  });

  it('leave no placeholder unfilled in either language', () => {
    for (const variation of VARIATIONS) {
      for (const language of ['en', 'zh'] as const) {
        expect(JSON.stringify(createContents(inventReport(variation), language))).not.toMatch(/\{[a-z]+\}/i);
      }
    }
  });
});

const VARIATIONS: Variation[] = [
  {},
  { swapped: true },
  { certain: true },
  { certain: true, swapped: true },
  { hypothetical: true, foreseen: false, baseline: 'recorded-law' },
  { baseline: 'other', overrides: { 'price.h20': '5' }, drivers: false },
];

describe('strings of report.yaml', () => {
  it('are all used by some report', () => {
    const used = new Set<string>();
    for (const variation of VARIATIONS) useEverything(variation, used);
    const keys = Object.keys(readMessages()).filter(
      (key) => key.startsWith('report.') && !key.startsWith('report.unit.'),
    );
    expect(keys.filter((key) => !used.has(key) && !NEARLY.includes(key))).toEqual([]);
  });
});

/** Told only of futures that nearly all agree; sentence.test.ts reads them. */
const NEARLY = ['report.odds.over', 'report.odds.under'];

/** Prints every form of a report and notes which messages it read. */
function useEverything(variation: Variation, used: Set<string>): void {
  const report = inventReport({ ...variation, language: 'en' });
  report.dataset.messages = new Proxy<Messages>(report.dataset.messages, {
    get: (messages, key: string) => {
      used.add(key);
      return messages[key];
    },
  });
  htmlReport(report);
  markdownReport(report);
  const words = createWords(report.dataset.messages, 'en');
  const plain = (text: string | number) => String(text);
  const colours = { bold: plain, dim: plain, cyan: plain, green: plain };
  printContents(manyEntries(createContents(report, 'en')), { width: 100, colours, explain: false, words });
}

/** More inputs than a brief report tells. */
function manyEntries(contents: ReturnType<typeof createContents>): ReturnType<typeof createContents> {
  const sections = contents.sections.map((one) => ({
    ...one,
    blocks: one.blocks.map((block) =>
      block.kind === 'entries' ? { ...block, entries: [...block.entries, ...block.entries, ...block.entries] } : block,
    ),
  }));
  return { ...contents, sections };
}
