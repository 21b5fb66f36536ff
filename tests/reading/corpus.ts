/** The annotated corpus as it lies on disk: the paragraphs of each text beside what its annotator found in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import mammoth from 'mammoth';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { parse as parseYaml } from 'yaml';

export type Lang = 'en' | 'zh';

export interface AnnotatedQuantity {
  pair: number;
  lang: Lang;
  text: string;
  /** Which occurrence of `text` within the paragraph; 1 where left out. */
  nth?: number;
  kind: 'number' | 'percent' | 'multiple' | 'money' | 'duration' | 'date';
  value?: number;
  interval?: { low: number; high: number };
  unit?: string | null;
  date?: { from: string; until: string } | null;
  comparator: string;
}

/** The opening words of the paragraphs on one side; several where one side splits what the other keeps together. */
type Side = string | string[] | null;

export interface Annotation {
  published: string;
  layout: string;
  encoding?: string;
  pairs: { en: Side; zh: Side }[];
  /** By-lines, date lines, captions and headings in one language: no pair, and nothing in them is annotated. */
  apart?: { lang: Lang | null; role: string; text: string }[];
  quantities: AnnotatedQuantity[];
  mismatches: { pair: number; kind: 'number' | 'missing' | 'strength'; en: string | null; zh: string | null }[];
  claims: { pair: number; claim: string }[];
}

export interface Passage {
  name: string;
  file: string;
  annotation: Annotation;
  paragraphs: string[];
}

const root = fileURLToPath(new URL('./corpus/', import.meta.url));

export async function corpusHalf(half: 'looked-at' | 'held-out'): Promise<Passage[]> {
  const names = readdirSync(root + half).sort();
  return Promise.all(
    names.map(async (name) => {
      const folder = `${root}${half}/${name}/`;
      const file = folder + readdirSync(folder).find((entry) => entry.startsWith('text.'))!;
      const annotation: Annotation = parseYaml(readFileSync(`${folder}annotation.yaml`, 'utf8'));
      return { name, file, annotation, paragraphs: await paragraphsOf(file, annotation.encoding ?? 'utf-8') };
    }),
  );
}

/** Each side's opening words as a list. */
export const openings = (side: Side): string[] => (side === null ? [] : [side].flat());

async function paragraphsOf(file: string, encoding: string): Promise<string[]> {
  const bytes = readFileSync(file);
  if (file.endsWith('.docx')) return htmlParagraphs((await mammoth.convertToHtml({ buffer: bytes })).value);
  const text = iconv.decode(bytes, encoding);
  if (file.endsWith('.html')) return htmlParagraphs(text);
  const blocks = text.trim().split(/\n\n+/);
  return file.endsWith('.md') ? blocks.flatMap(markdownParagraphs) : blocks;
}

/** One block of the little Markdown that the corpus uses: headings, captions, bold, links, tables with two columns. */
function markdownParagraphs(marked: string): string[] {
  const block = marked.replace(/\*\*/g, '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  if (!block.startsWith('|')) return [block.replace(/^#+ /, '').replace(/^\*(.*)\*$/, '$1')];
  const [, , ...rows] = block.split('\n');
  return rows.flatMap((row) => row.slice(2, -2).split(/ \| |<br>/));
}

const ends = new Set(['p', 'td', 'th', 'figcaption', 'h1', 'h2', 'h3', 'br']);

function htmlParagraphs(html: string): string[] {
  const found = [''];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === 'head' || node.nodeName === 'script') return;
    if ('value' in node) found[found.length - 1] += node.value;
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if (ends.has(node.nodeName)) found.push('');
  };
  parseHtml(html).childNodes.forEach(walk);
  return found.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
}
