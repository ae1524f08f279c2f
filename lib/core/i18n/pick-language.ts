import { DEFAULT_LANGUAGE, languageOf } from './languages.ts';

/**
 * The first available language of the reader, else English; the page's language comes first unless it is English
 * (I18N-06). Tags are BCP 47; `available` and the result have the form of `LANGUAGES`.
 */
export function pickLanguage<L extends string>(
  page: string | null,
  languages: readonly string[],
  available: readonly L[],
): L | typeof DEFAULT_LANGUAGE {
  const pageLanguage = page === null ? DEFAULT_LANGUAGE : languageOf(page);
  const wanted = languages.map(languageOf);
  const inOrder = pageLanguage === DEFAULT_LANGUAGE ? wanted : [pageLanguage, ...wanted];
  const isAvailable = (language: string): language is L =>
    (available as readonly string[]).includes(language);
  return inOrder.find(isAvailable) ?? DEFAULT_LANGUAGE;
}
