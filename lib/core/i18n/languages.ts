/** The languages of the interface. To add one, see CONTRIBUTING.md. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'es', 'fr', 'de'] as const;
export const DEFAULT_LANGUAGE = 'en';
/** The languages the glossary's entries are written in. */
export const ENTRY_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

/** A BCP 47 tag in the form of `LANGUAGES`: Chinese by its script, which the region implies if the tag has none. */
export function languageOf(tag: string): string {
  if (/^zh-(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  return tag.split('-')[0]!.toLowerCase();
}
