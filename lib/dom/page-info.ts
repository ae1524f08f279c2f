import type { PageInfo } from '../core/judge.ts';

/** Headings beyond the first few are not the title of the page. */
const HEADINGS = 3;

/** What a document says of itself: its language, its title and who wrote it. */
export function pageInfoOf(document: Document): PageInfo {
  const texts = [document.title];
  for (const heading of [...document.querySelectorAll('h1')].slice(0, HEADINGS)) {
    texts.push(heading.textContent ?? '');
  }
  const author = document.querySelector('meta[name="author" i], meta[property="article:author"]');
  texts.push(author?.getAttribute('content') ?? '');
  const lang = document.documentElement?.getAttribute('lang') ?? '';
  return { lang: lang.trim(), heading: texts.join('\n').slice(0, 2000) };
}
