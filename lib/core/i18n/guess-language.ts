const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/^\P{L}*\p{Script=Han}/u, 'zh'],
  [/^\P{L}*\p{Script=Hangul}/u, 'ko'],
  [/^\P{L}*\p{Script=Cyrillic}/u, 'ru'],
];

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [word('der|das|und|für|zur|zum|von'), 'de'],
  [word("le|les|des|du|dans|une|l['’]\\p{L}+"), 'fr'],
  [word('los|las|y|en la|en el'), 'es'],
  [word('della|delle|nella|gli|degli|generale'), 'it'],
  [/[łęą]|(?<!\p{L})w(?!\p{L})/u, 'pl'],
  [word('och|att|om|på|för'), 'sv'],
];

/**
 * Guesses the language of a title or name by script, then by common words, so that screen readers pronounce it right.
 * English by default, as most titles and names in the glossary are.
 */
export const guessLanguage = (text: string): string =>
  [...BY_SCRIPT, ...BY_WORDS].find(([sign]) => sign.test(text))?.[1] ?? 'en';
