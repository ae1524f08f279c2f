/** A saved page as it is read, with offsets in its letters, since white space differs from one reader to another. */
import { JSDOM, VirtualConsole } from 'jsdom';
import { createSafeDom } from '../../../lib/dom/tree/safe-dom.ts';
import { readPageText, type PageText } from '../../../lib/dom/notes/page-text.ts';
import { readText } from '../../spot/read-file.ts';

/** A text without its white space, and the offsets of both. */
export interface Letters {
  /** Without any white space. */
  letters: string;
  /** Letters before an offset of the text. */
  before(offset: number): number;
  /** Offset in the text of the letter with this number. */
  at(letter: number): number;
}

export interface Opened extends Letters {
  document: Document;
  page: PageText;
}

export function lettersOf(text: string): Letters {
  const counts = new Uint32Array(text.length + 1);
  const offsets: number[] = [];
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    counts[i] = offsets.length;
    if (/\s/.test(text[i]!)) continue;
    offsets.push(i);
    letters += text[i];
  }
  counts[text.length] = offsets.length;
  return {
    letters,
    before: (offset) => counts[Math.max(0, Math.min(offset, text.length))]!,
    at: (letter) => offsets[letter] ?? text.length,
  };
}

export function openHtml(html: string): Opened {
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const { document } = window;
  const page = readPageText(document, createSafeDom(window), { code: true });
  return { document, page, ...lettersOf(page.text) };
}

export const openFile = (path: string): Opened => openHtml(readText(path));
