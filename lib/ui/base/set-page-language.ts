import type { Strings } from '../../core/i18n/strings.ts';

/** A page of ours says which language it speaks and what it is called. */
export function setPageLanguage({ lang, dir }: Strings, title: string): void {
  Object.assign(document.documentElement, { lang, dir });
  document.title = title;
}
