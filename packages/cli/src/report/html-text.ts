/** Text that stands in HTML as what it is, never as markup. */
import type { Link } from './blocks.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** A link when it leads to the web; anything else, such as a script's address, stays text. */
export function linkHtml({ text, href }: Link): string {
  if (href === undefined || !/^https?:\/\//i.test(href)) return escapeHtml(text);
  return `<a href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(text)}</a>`;
}
