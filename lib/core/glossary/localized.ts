import type { Localized } from './concept.ts';

/** The text in the reader's language, in a language that is near to it, or in English; and which it is. */
export function localized<T>(all: Localized<T>, lang: string): { value: T; lang: string } {
  const wanted = /^zh-(Hant|TW|HK|MO)/i.test(lang)
    ? ['zh-Hant', 'zh-Hans']
    : /^zh/i.test(lang)
      ? ['zh-Hans', 'zh-Hant']
      : [lang, lang.split('-')[0]!];
  const found = wanted.find((tag) => Object.hasOwn(all, tag)) ?? 'en';
  return { value: all[found]!, lang: found };
}
