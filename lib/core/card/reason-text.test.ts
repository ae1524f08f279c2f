import { expect, it } from 'vitest';
import { createStrings, withStrings } from '../i18n/strings.ts';
import { en } from '../i18n/tables/card/en.ts';
import type { Reason } from '../judge/judge-types.ts';
import { conceptsIn, reasonSentence } from './reason-text.ts';

const sentence = (reason: Reason): string =>
  reasonSentence(reason, createStrings(['en'], withStrings()), (id) => id.toUpperCase());

it.each<[reason: Reason, key: keyof typeof en, named: Record<string, string>]>([
  [{ kind: 'plain' }, 'reasonPlain', {}],
  [{ kind: 'words', words: ['party', 'village', 'party'] }, 'reasonWords', { words: 'party, village' }],
  [{ kind: 'concepts', concepts: ['a', 'b'] }, 'reasonConcepts', { concepts: 'A, B' }],
  [{ kind: 'self' }, 'reasonSelf', {}],
  [{ kind: 'page', concepts: ['a', 'a'] }, 'reasonPage', { concepts: 'A' }],
  [{ kind: 'years', years: [1989, 1989, 1871] }, 'reasonYears', { years: '1989, 1871' }],
  [{ kind: 'stated', name: 'x' }, 'reasonStated', { name: 'x' }],
  [{ kind: 'against', words: ['x'] }, 'reasonAgainst', { words: 'x' }],
  [{ kind: 'name', name: 'x' }, 'reasonName', { name: 'x' }],
  [{ kind: 'other', name: 'x' }, 'reasonOther', { name: 'x' }],
  [{ kind: 'language', lang: 'de' }, 'reasonLanguage', { lang: 'de' }],
  [{ kind: 'cut', word: 'x' }, 'reasonCut', { word: 'x' }],
  [{ kind: 'code' }, 'reasonCode', {}],
  [{ kind: 'adjective' }, 'reasonAdjective', {}],
  [{ kind: 'alone' }, 'reasonAlone', {}],
  [{ kind: 'chosen', as: 'sense' }, 'reasonChosen', {}],
  [{ kind: 'chosen', as: 'not-here' }, 'reasonNotHere', {}],
  [{ kind: 'chosen', as: 'wrong-sense' }, 'reasonWrong', {}],
  [{ kind: 'chosen', as: 'known' }, 'reasonKnown', {}],
  [{ kind: 'chosen', as: 'subject' }, 'reasonSubject', {}],
])('%o, each named once', (reason, key, named) => {
  let words: string = en[key];
  for (const [name, value] of Object.entries(named)) words = words.replace(`{${name}}`, value);
  expect(sentence(reason)).toBe(words);
});

it('knows the concepts that a sentence names', () => {
  expect(conceptsIn({ kind: 'page', concepts: ['a'] })).toEqual(['a']);
  expect(conceptsIn({ kind: 'plain' })).toEqual([]);
});
