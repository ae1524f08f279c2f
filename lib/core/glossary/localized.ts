import { languageOf } from '../i18n/languages.ts';
import type { Localized } from './concept.ts';

const OTHER_CHINESE: Readonly<Record<string, string>> = { 'zh-Hans': 'zh-Hant', 'zh-Hant': 'zh-Hans' };

/** The value in a language, in one that its readers know as well, or in English; and which language it is. */
export function localized<T>(all: Localized<T>, lang: string): { value: T; lang: string } {
  const language = languageOf(lang);
  const candidates = [lang, language, OTHER_CHINESE[language] ?? 'en'];
  const found = candidates.find((tag) => Object.hasOwn(all, tag)) ?? 'en';
  return { value: all[found]!, lang: found };
}
