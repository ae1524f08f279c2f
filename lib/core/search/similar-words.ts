/** Finds, in a vocabulary, the words that a mistyped one may stand for. */
import Fuse from 'fuse.js';
import { lettersOf, maxErrorsFor, missingLetters } from './query-words.ts';

/** Candidates only; the caller counts the errors of each. */
export type SimilarWords = (typed: string) => readonly string[];

/** Generous, since every candidate is verified letter by letter afterwards. SEARCH-01 */
const FUSE_OPTIONS = { threshold: 0.5, ignoreLocation: true, shouldSort: false, minMatchCharLength: 2 };

/** Fuse is asked only about words that have enough of the letters typed: about one in ten. */
export function createSimilarWords(vocabulary: readonly string[]): SimilarWords {
  const words = vocabulary.filter((word) => word.length > 2);
  const letters = Uint32Array.from(words, lettersOf);
  return (typed) => {
    const typedLetters = lettersOf(typed);
    const maxErrors = maxErrorsFor(typed.length);
    const likely = words.filter(
      (word, i) =>
        word.length >= typed.length - maxErrors && missingLetters(typedLetters, letters[i]!) <= maxErrors,
    );
    return new Fuse(likely, FUSE_OPTIONS).search(typed).map(({ item }) => item);
  };
}
