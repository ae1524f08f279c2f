/** What a document says of itself. */

/** Headings beyond the first few are not the title of the page. */
const HEADINGS = 3;
const LONGEST = 2000;

/** BCP 47 language of the document; '' if it names none. */
export const documentLanguage = (document: Document): string =>
  document.documentElement?.getAttribute('lang')?.trim() ?? '';

/**
 * Whether the browser shows the source of this XML in a way of its own, as Firefox does: nothing of the document itself
 * has a place on the screen then.
 */
export function isShownAsSource({ contentType, documentElement }: Document): boolean {
  if (!/xml$/.test(contentType) || /xhtml|svg/.test(contentType)) return false;
  const parts = [...documentElement.children];
  return parts.length > 0 && !parts.some((part) => part.checkVisibility());
}

/** Title, headings and author in one text: for telling the essay from other pages. */
export function headingOf(document: Document): string {
  const texts = [document.title];
  for (const heading of [...document.querySelectorAll('h1')].slice(0, HEADINGS)) {
    texts.push(heading.textContent ?? '');
  }
  const author = document.querySelector('meta[name="author" i], meta[property="article:author"]');
  texts.push(author?.getAttribute('content') ?? '');
  return texts.join('\n').slice(0, LONGEST);
}
