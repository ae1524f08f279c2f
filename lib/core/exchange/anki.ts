/** Notes as cards for Anki: tab-separated text with the header lines that its import reads (version 2.1.54 and later). */
import { quoteOf } from '../anchoring/quote-of.ts';
import type { Note } from '../notes/note.ts';
import type { ExportContext } from './import-export.ts';
import { textFragmentLink } from './text-fragment.ts';

/** The `guid` column lets a second import update the cards of the first. */
const HEADER = [
  '#separator:tab',
  '#html:false',
  '#guid column:1',
  '#tags column:5',
  '#columns:Id\tFront\tBack\tSource\tTags',
];

export function toAnki(notes: readonly Note[], { termOf }: Pick<ExportContext, 'termOf'>): string {
  const rows = notes.map((note) => {
    const quote = quoteOf(note.selectors);
    const term = note.concept === null ? '' : termOf(note.concept);
    // A card needs a front: the passage, else the term, else the page.
    const front = quote || term || note.title || note.text;
    const back = [quote && term, note.text].filter((part) => part !== '').join('\n\n');
    const link = note.page === null ? '' : textFragmentLink(note.page, note.selectors);
    const source = [note.title, link].filter((part) => part !== '').join('\n');
    return [note._id, front, back, source, note.tags.map(ankiTag).join(' ')].map(cell).join('\t');
  });
  return `${[...HEADER, ...rows].join('\n')}\n`;
}

/** Anki separates tags by blanks. */
const ankiTag = (tag: string): string => tag.replace(/\s+/g, '_');

/** Always quoted, as Anki reads a line that begins with a number sign as a comment. */
const cell = (text: string): string =>
  `"${text.replace(/"/g, '""').replace(/\r\n?/g, '\n').replace(/\0/g, '')}"`;
