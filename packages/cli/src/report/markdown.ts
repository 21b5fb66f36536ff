/** The report as Markdown: for wikis, notebooks and pull requests. */
import type { Block, Contents, Entry, Link, Pair, Table } from './blocks.ts';
import { createContents } from './contents.ts';
import type { ReportInput } from './input.ts';

/** The report in the language that was asked for. */
export function markdownReport(report: ReportInput): string {
  return printMarkdown(createContents(report, report.language));
}

export function printMarkdown({ title, answer, hangs, sections }: Contents): string {
  const lead = [`# ${plain(title)}`, `**${plain(answer)}**`, ...(hangs ? [plain(hangs)] : [])];
  const body = sections.flatMap((section) => [`## ${plain(section.title)}`, ...section.blocks.flatMap(printBlock)]);
  return `${[...lead, ...body].join('\n\n')}\n`;
}

function printBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [plain(block.text)];
    case 'heading':
      return [`### ${plain(block.text)}`];
    case 'code':
      return [`\`\`\`sh\n${block.text}\n\`\`\``];
    case 'list':
      return [block.items.map((item) => `- ${link(item)}`).join('\n')];
    case 'pairs':
      return [printPairs(block.pairs)];
    case 'table':
      return printTable(block.table);
    case 'comparisons':
      return [
        block.comparisons.flatMap(({ years }) => years.map(({ sentence }) => `- ${plain(sentence)}`)).join('\n'),
        ...printTable(block.table),
      ];
    case 'entries':
      return [block.entries.map(printEntry).join('\n')];
    case 'chart':
      return [
        `### ${plain(block.title)}`,
        ...printTable(block.table, ''),
        ...(block.note ? [plain(block.note)] : []),
        `_${plain(block.source)}_`,
      ];
  }
}

function printPairs(pairs: Pair[]): string {
  return pairs.map(({ name, values }) => `- **${plain(name)}**: ${values.map(link).join('; ')}`).join('\n');
}

function printEntry({ id, title, pairs }: Entry): string {
  const inner = pairs.map(({ name, values }) => `  - ${plain(name)}: ${values.map(link).join('; ')}`);
  return [`- **${plain(title)}** (\`${id}\`)`, ...inner].join('\n');
}

function printTable({ caption, columns, rows }: Table, heading = `**${plain(caption)}**`): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(columns.map(({ title }) => cell(title))),
    line(columns.map(({ numeric }) => (numeric ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
  ].join('\n');
  return heading === '' ? [table] : [heading, table];
}

function cell(text: string): string {
  return plain(text).replaceAll('\n', ' ');
}

function link({ text, href }: Link): string {
  return href ? `[${plain(text)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)` : plain(text);
}

/** Keeps text from being read as markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
}
