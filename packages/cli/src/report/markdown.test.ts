import { describe, expect, it } from 'vitest';
import { inventReport } from './invented.fixture.ts';
import { markdownReport } from './markdown.ts';

describe('report.md', () => {
  const text = markdownReport(inventReport());

  it('says every sentence of the findings', () => {
    expect(text).toContain('- By the end of 2027, China has 15% (6% to 24%) more compute for inference');
  });

  it('has as many cells in every row of a table as in its head', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) expect(row.endsWith('|')).toBe(true);
  });

  it('keeps text of the data from being markup, and links from breaking', () => {
    expect(text).toContain(
      '[An invented report \\<1\\>. Nobody & Sons, 14 July 2025](<https://example.org/report?a=1&b=2>)',
    );
  });

  it('is in the language that was asked for', () => {
    expect(markdownReport(inventReport({ language: 'zh' }))).toContain('# 一项虚构的决定');
  });
});
