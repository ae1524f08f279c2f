/** Which options a query of the options page finds: every word of it somewhere in the text, case and accents aside. */
import { foldQuery } from '../base/folding.ts';

export function isFound(query: string, ...texts: readonly string[]): boolean {
  const { text } = foldQuery(texts.join(' '));
  return foldQuery(query)
    .text.split(/\s+/)
    .every((word) => text.includes(word));
}
