/**
 * Draws the picture of the README anew: China's compute for inference with and without the July 2025 decision, as it could
 * be judged on 25 July 2025. Takes the chart out of the report that any user gets. Run: node scripts/readme-figure.js
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'floodgate-figure-'));
try {
  const call = ['evaluate', 'h20-reversal-2025-07', '--as-of', '2025-07-25', '--out', folder];
  execFileSync(process.execPath, [join(root, 'packages/cli/bin/floodgate.js'), ...call], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const html = readFileSync(join(folder, 'report.html'), 'utf8');
  const from = html.lastIndexOf(
    '<svg',
    html.indexOf("China's installed compute, for inference (H100-equivalents). Lines"),
  );
  if (from < 0) throw new Error('the report holds no such chart');
  const svg = html.slice(from, html.indexOf('</svg>', from) + '</svg>'.length);
  const colours =
    'background:#fff;color:#222;--with:#005fb8;--without:#777;--paper:#fff;font:12px system-ui,sans-serif';
  const standing = svg
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/ style="[^"]*"/, ` style="${colours}"`);
  writeFileSync(join(root, 'docs/images/h20-reversal.svg'), `${standing}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
