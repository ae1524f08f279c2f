import type { Reason } from './judge.ts';

/** A reason of the judge in words, as the card and the terminal give it. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'plain':
      return 'the form means nothing else';
    case 'words':
      return `near it stand: ${reason.words.join(', ')}`;
    case 'concepts':
      return `spotted near it: ${reason.concepts.join(', ')}`;
    case 'alone':
      return 'the form has other meanings, and nothing near speaks for this one';
  }
}
