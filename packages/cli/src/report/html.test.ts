import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { htmlReport } from './html.ts';
import { linkHtml } from './html-text.ts';
import { inventReport } from './invented.fixture.ts';

const html = htmlReport(inventReport());
const { document } = parseHTML(html);

describe('report.html', () => {
  it('has no script and no handler', () => {
    expect(document.querySelectorAll('script')).toHaveLength(0);
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
  });

  it('fetches nothing: every address is a link for the reader', () => {
    expect(document.querySelectorAll('link, img, iframe, object, embed, video, audio, source, use')).toHaveLength(0);
    expect(document.querySelectorAll('[src], [srcset], [data], [poster], [background]')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import/i);
    const addresses = [...document.querySelectorAll('[href]')].filter((element) => element.tagName !== 'A');
    expect(addresses).toEqual([]);
  });

  it('lets a link lead to the web or into the page, and nowhere else', () => {
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    expect(targets.filter((target) => !/^(https?:\/\/|#)/.test(target))).toEqual([]);
    const broken = targets.filter((target) => target.startsWith('#') && !document.getElementById(target.slice(1)));
    expect(broken).toEqual([]);
  });

  it('keeps text of the data from being markup', () => {
    expect(html).toContain('An invented report &lt;1&gt;. Nobody &amp; Sons');
    expect(html).not.toContain('<1>');
    expect(linkHtml({ text: 'x', href: 'javascript:alert(1)' })).toBe('x');
  });

  it('holds both languages, the asked one first', () => {
    const order = (page: string) => [...page.matchAll(/<article id="(\w+)"/g)].map(([, id]) => id);
    expect(order(html)).toEqual(['en', 'zh']);
    expect(order(htmlReport(inventReport({ language: 'zh' })))).toEqual(['zh', 'en']);
  });

  it('gives every chart a title, words for those who cannot see it, a source and its numbers', () => {
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBeGreaterThanOrEqual(8);
    for (const figure of figures) {
      expect(figure.querySelector('h3')!.textContent).not.toBe('');
      expect(figure.querySelector('.source')!.textContent).toContain('Floodgate');
      expect(figure.querySelectorAll('details tbody tr').length).toBeGreaterThan(0);
      const drawings = [...figure.querySelectorAll('svg')];
      expect(drawings.length).toBeGreaterThan(0);
      for (const svg of drawings) expect(svg.getAttribute('aria-label')).toMatch(/\S{3,}/);
    }
  });

  it('says digest, data version, call and licence', () => {
    const footer = document.querySelector('#en footer')!.textContent;
    for (const part of ['d16e57', 'ab12cd34', 'floodgate evaluate invented --seed 1', 'CC BY 4.0']) {
      expect(footer).toContain(part);
    }
  });
});
