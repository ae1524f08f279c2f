/** The languages of the interface. To add one, see CONTRIBUTING.md. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'es', 'fr', 'de'] as const;
export const DEFAULT_LANGUAGE = 'en';

/** The language a tag asks for: Chinese by its script, which a region tells where the tag does not. */
function languageOf(tag: string): string {
  if (/^zh-(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  return tag.split('-')[0]!.toLowerCase();
}

/** The first of the reader's languages that is there; English where none is. */
export const chooseLanguage = (wanted: readonly string[], there: readonly string[]): string =>
  wanted.map(languageOf).find((lang) => there.includes(lang)) ?? DEFAULT_LANGUAGE;
