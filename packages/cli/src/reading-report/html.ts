/**
 * The reading as one HTML file: no script, nothing fetched. The text stands there once, pair beside pair; what Floodgate
 * says of it stands there in both languages, of which one shows.
 */
import { HTML_LANGUAGES } from '../report/html.ts';
import { BASE_STYLE } from '../report/html-style.ts';
import { escapeHtml } from '../report/html-text.ts';
import { aboutPairs, answerOf, howItWasRead, titleOf } from './about.ts';
import { createBoth } from './both.ts';
import { claimsHtml } from './html-claims.ts';
import { mismatchesHtml } from './html-mismatches.ts';
import { pairsHtml } from './html-pairs.ts';
import { READING_STYLE } from './html-style.ts';
import { unclaimedHtml } from './html-unclaimed.ts';
import type { ReadingReport } from './input.ts';

const SECTIONS = ['mismatches', 'claims', 'text', 'unclaimed', 'how'] as const;

export function readingHtml(report: ReadingReport): string {
  const both = createBoth(report.dataset.messages);
  const heading = (id: string) => `<h2 id="${id}">${both.tell(`section.${id}`)}</h2>`;
  const list = SECTIONS.map((id) => `<li><a href="#${id}">${both.tell(`section.${id}`)}</a></li>`).join('');
  const about = both.each(
    (words) =>
      aboutPairs(report, words)
        .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
        .join(''),
    'dl',
  );
  const how = both.each(
    (words) =>
      howItWasRead(report, words)
        .map((line) => `<li>${escapeHtml(line)}</li>`)
        .join(''),
    'ul',
  );
  return `<!doctype html>
<html lang="${HTML_LANGUAGES[report.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Floodgate">
<title>${escapeHtml(titleOf(report, both.words[report.language]))} · Floodgate</title>
<style>${BASE_STYLE}${READING_STYLE}</style>
</head>
<body>
<article>
<header>
<div class="top"><span>${both.tell('kicker')}</span>
<fieldset class="switch"><legend>${both.tell('language-switch')}</legend>
${(['en', 'zh'] as const).map((language) => switchHtml(language, report.language)).join('\n')}
</fieldset></div>
<h1 dir="auto">${both.each((words) => escapeHtml(titleOf(report, words)))}</h1>
<p class="answer">${both.each((words) => escapeHtml(answerOf(report, words)))}</p>
${about}
<nav><ul>${list}</ul></nav>
</header>
<main>
<section>${heading('mismatches')}
${mismatchesHtml(report, both)}</section>
<section>${heading('claims')}
${claimsHtml(report, both)}</section>
<section>${heading('text')}
${pairsHtml(report, both)}</section>
<section>${heading('unclaimed')}
${unclaimedHtml(report, both)}</section>
</main>
<footer>${heading('how')}
${how}</footer>
</article>
</body>
</html>
`;
}

function switchHtml(language: 'en' | 'zh', shown: 'en' | 'zh'): string {
  const name = { en: 'English', zh: '中文' }[language];
  const checked = language === shown ? ' checked' : '';
  return `<label lang="${HTML_LANGUAGES[language]}"><input type="radio" name="language" id="show-${language}"${checked}>${name}</label>`;
}
