/** Notes as one Markdown document, grouped by page. */
import { quoteOf } from '../anchoring/quote-of.ts';
import type { Note } from '../notes/note.ts';
import type { ExportContext } from './import-export.ts';
import { textFragmentLink } from './text-fragment.ts';
import { createPageNames } from '../sites/page-address.ts';

export function toMarkdown(notes: readonly Note[], { nowIso, termOf }: ExportContext): string {
  const pages = new Map<string | null, Note[]>();
  const nameOf = createPageNames();
  for (const note of inOrder(notes)) {
    const name = nameOf(note.page);
    pages.set(name, [...(pages.get(name) ?? []), note]);
  }
  const sections = [...pages].map(([page, own]) => {
    const title = own.find((note) => note.title !== '')?.title ?? page ?? '';
    const heading = page === null ? 'Without a page' : `[${escape(title)}](${linkTarget(page)})`;
    return `## ${heading}\n\n${own.map((note) => entry(note, termOf)).join('\n---\n\n')}`;
  });
  return [`# Notes, ${nowIso.slice(0, 10)}\n`, ...sections].join('\n');
}

/** By page, the last changed first; within a page by position, then by creation. */
function inOrder(notes: readonly Note[]): Note[] {
  const last = new Map<string | null, string>();
  const nameOf = createPageNames();
  for (const { page, changed } of notes) {
    if (changed > (last.get(nameOf(page)) ?? '')) last.set(nameOf(page), changed);
  }
  const start = ({ selectors }: Note): number =>
    selectors.find((selector) => selector.type === 'TextPositionSelector')?.start ?? Infinity;
  return [...notes].sort((a, b) => {
    const [pageOfA, pageOfB] = [nameOf(a.page), nameOf(b.page)];
    if (pageOfA !== pageOfB) {
      const [one, other] = [last.get(pageOfA)!, last.get(pageOfB)!];
      return one < other ? 1 : one > other ? -1 : (pageOfA ?? '') < (pageOfB ?? '') ? -1 : 1;
    }
    const [one, other] = [start(a), start(b)];
    return one === other ? (a.created < b.created ? -1 : 1) : one - other;
  });
}

function entry(note: Note, termOf: ExportContext['termOf']): string {
  const quote = quoteOf(note.selectors);
  const about = [
    ...(note.concept === null ? [] : [`**${escape(termOf(note.concept))}**`]),
    ...note.tags.map((tag) => `#${escape(tag.replace(/\s+/g, '-'))}`),
    ...(note.page !== null && quote !== ''
      ? [`[↗](${linkTarget(textFragmentLink(note.page, note.selectors))})`]
      : []),
    note.created.slice(0, 10),
  ].join(' · ');
  // `note.text` is Markdown already, so it is not escaped.
  const parts = [quote && quoted(quote), note.text.trim(), about].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

const quoted = (quote: string): string =>
  quote
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escape(line)}`.trimEnd())
    .join('\n');

/** Keeps quotes and titles from turning into markup. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

const linkTarget = (address: string): string =>
  address.replace(/[\s<>()\\]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29')),
  );
