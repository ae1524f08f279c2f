/** True if every word of the query occurs in the texts, regardless of case and accents. */
import { foldQuery } from '../base/folding.ts';

export function isFound(query: string, ...texts: readonly string[]): boolean {
  const { text } = foldQuery(texts.join(' '));
  return foldQuery(query)
    .text.split(/\s+/)
    .every((word) => text.includes(word));
}
