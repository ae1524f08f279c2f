import type { Reason } from './judge.ts';
import { createStrings, type Strings } from './strings.ts';

/** A reason of the judge as a sentence; `nameOf` turns a concept's id into its term. */
export function reasonSentence(reason: Reason, { t }: Strings, nameOf: (id: string) => string): string {
  switch (reason.kind) {
    case 'plain':
      return t('reasonPlain');
    case 'words':
      return t('reasonWords', { words: reason.words.join(', ') });
    case 'concepts':
      return t('reasonConcepts', { concepts: reason.concepts.map(nameOf).join(', ') });
    case 'alone':
      return t('reasonAlone');
  }
}

/** The same for the terminal, with ids. */
export const reasonText = (reason: Reason): string =>
  reasonSentence(reason, createStrings(['en']), (id) => id);
