/** Which options a query of the options page finds: every word of it somewhere in the text, case and accents aside. */

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function isFound(query: string, ...texts: readonly string[]): boolean {
  const text = fold(texts.join(' '));
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
