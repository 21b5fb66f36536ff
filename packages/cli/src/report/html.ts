/** The report as one HTML file: both languages, charts as SVG, no script, nothing fetched. */
import type { Language } from '@floodgate/engine/core';
import type { Contents, Section } from './blocks.ts';
import { createContents } from './contents.ts';
import { blockHtml } from './html-blocks.ts';
import { styleOf } from './html-style.ts';
import { escapeHtml } from './html-text.ts';
import type { ReportInput } from './input.ts';
import { createWords, type Words } from './words.ts';

export const HTML_LANGUAGES: Record<Language, string> = { en: 'en', zh: 'zh-Hans' };

/** The asked language stands first; the other one shows when its link is followed. */
export function htmlReport(report: ReportInput): string {
  const first = report.language;
  const second: Language = first === 'en' ? 'zh' : 'en';
  const title = report.decision.title[first];
  return `<!doctype html>
<html lang="${HTML_LANGUAGES[first]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Floodgate">
<title>${escapeHtml(title)} · Floodgate</title>
<style>${styleOf(first)}</style>
</head>
<body>
${[first, second].map((language) => articleHtml(report, language)).join('\n')}
</body>
</html>
`;
}

const IN_FOOTER = ['reproduce', 'cite'];

function articleHtml(report: ReportInput, language: Language): string {
  const contents = createContents(report, language);
  const words = createWords(report.dataset.messages, language);
  const print = (inFooter: boolean) =>
    contents.sections
      .filter(({ id }) => IN_FOOTER.includes(id) === inFooter)
      .map((section) => sectionHtml(section, language, words))
      .join('\n');
  return `<article id="${language}" lang="${HTML_LANGUAGES[language]}">
${headerHtml(contents, words)}
<main>
${print(false)}
</main>
<footer>
${print(true)}
</footer>
</article>`;
}

function headerHtml({ title, answer, hangs, sections, language }: Contents, words: Words): string {
  const other = language === 'en' ? 'zh' : 'en';
  const entries = sections.map(({ id, title }) => `<li><a href="#${language}-${id}">${escapeHtml(title)}</a></li>`);
  return `<header>
<div class="top"><span>${escapeHtml(words.say('kicker'))}</span>
<a class="switch" href="#${other}" lang="${HTML_LANGUAGES[other]}">${escapeHtml(words.say('other-language'))}</a></div>
<h1>${escapeHtml(title)}</h1>
<p class="answer">${escapeHtml(answer)}</p>
${hangs ? `<p>${escapeHtml(hangs)}</p>` : ''}
<nav aria-label="${escapeHtml(words.say('contents'))}"><ul>${entries.join('')}</ul></nav>
</header>`;
}

/** Every assumption is there, folded: hundreds of them would bury the rest. */
function sectionHtml({ id, title, blocks }: Section, language: Language, words: Words): string {
  const body = blocks.map((block) => blockHtml(block, words)).join('\n');
  const heading = `<h2 id="${language}-${id}">${escapeHtml(title)}</h2>`;
  if (id !== 'assumptions') return `<section>${heading}\n${body}</section>`;
  return `<section>${heading}\n<details><summary>${escapeHtml(title)}</summary>${body}</details></section>`;
}
