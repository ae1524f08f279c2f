import type { Reason } from '../judge/judge-types.ts';
import { createStrings, withStrings, type Strings } from '../i18n/strings.ts';

const CHOSEN = {
  sense: 'reasonChosen',
  'not-here': 'reasonNotHere',
  'wrong-sense': 'reasonWrong',
  known: 'reasonKnown',
  subject: 'reasonSubject',
} as const;

/** Ids of the concepts that its sentence names. */
export const conceptsIn = (reason: Reason): readonly string[] =>
  reason.kind === 'concepts' || reason.kind === 'page' ? reason.concepts : [];

const listed = (items: readonly (string | number)[]): string => [...new Set(items)].join(', ');

/** A reason of the judge as a sentence; `nameOf` turns a concept's id into its term. */
export function reasonSentence(reason: Reason, { t }: Strings, nameOf: (id: string) => string): string {
  switch (reason.kind) {
    case 'plain':
      return t('reasonPlain');
    case 'words':
      return t('reasonWords', { words: listed(reason.words) });
    case 'concepts':
      return t('reasonConcepts', { concepts: listed(reason.concepts.map(nameOf)) });
    case 'self':
      return t('reasonSelf');
    case 'page':
      return t('reasonPage', { concepts: listed(reason.concepts.map(nameOf)) });
    case 'years':
      return t('reasonYears', { years: listed(reason.years) });
    case 'stated':
      return t('reasonStated', { name: reason.name });
    case 'against':
      return t('reasonAgainst', { words: listed(reason.words) });
    case 'name':
      return t('reasonName', { name: reason.name });
    case 'other':
      return t('reasonOther', { name: reason.name });
    case 'language':
      return t('reasonLanguage', { lang: reason.lang });
    case 'cut':
      return t('reasonCut', { word: reason.word });
    case 'chosen':
      return t(CHOSEN[reason.as]);
    case 'code':
      return t('reasonCode');
    case 'adjective':
      return t('reasonAdjective');
    case 'alone':
      return t('reasonAlone');
  }
}

/** The same for the terminal, with ids. */
export const reasonText = (reason: Reason): string =>
  reasonSentence(reason, createStrings(['en'], withStrings()), (id) => id);
