import type { Strings } from '../../core/i18n/strings.ts';

/** Sets the language and the title of a page of the extension. */
export function setPageLanguage({ lang, dir }: Strings, title: string): void {
  Object.assign(document.documentElement, { lang, dir });
  document.title = title;
}
