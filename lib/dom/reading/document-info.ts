/** Language, headings and kind of a document. */

/** The page's title is among its first headings. */
const MAX_HEADINGS = 3;
const MAX_UNITS = 2000;

/** BCP 47 language of the document; '' if it names none. */
export const documentLanguage = (document: Document): string =>
  document.documentElement?.getAttribute('lang')?.trim() ?? '';

/** Whether the browser shows this XML as source, as Firefox does: none of the document's own elements is rendered then. */
export function isShownAsSource({ contentType, documentElement }: Document): boolean {
  if (!/xml$/.test(contentType) || /xhtml|svg/.test(contentType)) return false;
  const children = [...documentElement.children];
  return children.length > 0 && !children.some((child) => child.checkVisibility());
}

/** Title, first headings and author in one text, by which the essay is recognized. */
export function headingOf(document: Document): string {
  const texts = [document.title];
  for (const heading of [...document.querySelectorAll('h1')].slice(0, MAX_HEADINGS)) {
    texts.push(heading.textContent ?? '');
  }
  const author = document.querySelector('meta[name="author" i], meta[property="article:author"]');
  texts.push(author?.getAttribute('content') ?? '');
  return texts.join('\n').slice(0, MAX_UNITS);
}
