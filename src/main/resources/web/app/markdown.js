import { html } from 'lit';

/** The Markdown of cards: paragraphs, lists, bold, links. Everything else, raw HTML too, stays text. */

const INLINE = /\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)|\\([^\w\s])/g;

export const link = (label, url) => html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>`;

function inline(source) {
  const parts = [];
  let at = 0;
  for (const found of source.matchAll(INLINE)) {
    const [all, bold, label, url, escaped] = found;
    parts.push(source.slice(at, found.index));
    parts.push(bold ? html`<strong>${bold}</strong>` : label ? link(label, url) : escaped);
    at = found.index + all.length;
  }
  return [...parts, source.slice(at)];
}

function block(source) {
  const lines = source.split('\n').filter(line => line.trim());
  return lines.every(line => line.startsWith('- '))
    ? html`<ul>${lines.map(line => html`<li>${inline(line.slice(2))}</li>`)}</ul>`
    : html`<p>${inline(lines.join(' '))}</p>`;
}

export const markdown = source =>
  String(source ?? '')
    .split(/\n\s*\n/)
    .filter(part => part.trim())
    .map(block);
