/** Blocks of a report as HTML. */
import type { Block, ChartBlock, Comparison, Entry, Pair, Table } from './blocks.ts';
import { drawChart } from './charts/draw.ts';
import { escapeHtml, linkHtml } from './html-text.ts';
import type { Words } from './words.ts';

/** Up to here a table fits on a phone. */
const FEW_COLUMNS = 3;

export function blockHtml(block: Block, words: Words): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${linkHtml(item)}</li>`).join('')}</ul>`;
    case 'pairs':
      return pairsHtml(block.pairs);
    case 'table':
      return tableHtml(block.table);
    case 'comparisons':
      return `<ul class="findings">${block.comparisons.map(findingHtml).join('\n')}</ul>\n${tableHtml(block.table)}`;
    case 'entries':
      return block.entries.map(entryHtml).join('\n');
    case 'chart':
      return chartHtml(block, words);
  }
}

function pairsHtml(pairs: Pair[]): string {
  const rows = pairs.map(({ name, values }) => {
    const lines =
      values.length === 1 ? linkHtml(values[0]) : values.map((value) => `<p>${linkHtml(value)}</p>`).join('');
    return `<dt>${escapeHtml(name)}</dt><dd>${lines}</dd>`;
  });
  return `<dl>${rows.join('\n')}</dl>`;
}

/** Reachable by keyboard because a wide table scrolls sideways on a phone. */
function tableHtml({ caption, columns, rows }: Table): string {
  const style = (i: number) => (columns[i].numeric ? ' class="numeric"' : '');
  const wide = columns.length > FEW_COLUMNS ? ' class="wide"' : '';
  const head = columns.map(({ title }, i) => `<th scope="col"${style(i)}>${escapeHtml(title)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0 ? headCell(cell) : `<td${style(i)}>${columns[i].numeric ? numberHtml(cell) : escapeHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="table" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table${wide}>
<caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`;
}

/** The interval stands under its median. */
function numberHtml(cell: string): string {
  const at = cell.search(/ \(|（/);
  if (at < 0) return escapeHtml(cell);
  return `<span class="median">${escapeHtml(cell.slice(0, at))}</span> <span class="range">${escapeHtml(cell.slice(at).trim())}</span>`;
}

function headCell(cell: string): string {
  return `<th scope="row">${escapeHtml(cell)}</th>`;
}

function findingHtml({ years }: Comparison): string {
  const [last, ...earlier] = years.map(({ sentence }) => escapeHtml(sentence));
  return `<li>${last}${earlier.map((sentence) => `<div class="earlier">${sentence}</div>`).join('')}</li>`;
}

function entryHtml({ id, title, pairs }: Entry): string {
  return `<div class="entry"><h4>${escapeHtml(title)} <code>${escapeHtml(id)}</code></h4>${pairsHtml(pairs)}</div>`;
}

function chartHtml(block: ChartBlock, words: Words): string {
  const { title, legend, source, note, table, chart } = block;
  const drawings = drawChart(block, words).map(
    ({ heading, svg }) => `<div class="drawing">${heading === '' ? '' : `<h4>${escapeHtml(heading)}</h4>`}${svg}</div>`,
  );
  const worlds = (['with', 'without', 'interval'] as const).map(
    (key) => `<span class="${key}">${escapeHtml(legend[key])}</span>`,
  );
  const shown = chart.kind === 'stock' || chart.kind === 'flows' ? `<div class="legend">${worlds.join('')}</div>` : '';
  return `<figure><figcaption><h3>${escapeHtml(title)}</h3>${shown}</figcaption>
<div class="drawings ${chart.kind}">${drawings.join('\n')}</div>
${note ? `<p class="note">${escapeHtml(note)}</p>` : ''}
<p class="source">${escapeHtml(source)}</p>
<details><summary>${escapeHtml(words.say('chart.table'))}</summary>${tableHtml(table)}</details>
</figure>`;
}
