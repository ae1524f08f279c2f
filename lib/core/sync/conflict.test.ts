import { expect, test } from 'vitest';
import { createNote, type Note } from '../notes/note.ts';
import { differs } from './conflict.ts';

const quote = (exact: string, prefix = ''): Note['selectors'] => [
  { type: 'TextQuoteSelector', exact, prefix, suffix: '' },
];
const position = (start: number): Note['selectors'] => [
  { type: 'TextPositionSelector', start, end: start + 5 },
];
const base: Note = {
  ...createNote({ id: 'a', nowIso: '2026-12-01T00:00:00.000Z', text: 'Text', page: 'https://a.example/' }),
  selectors: quote('the strike'),
};

test.each<[string, Partial<Note>, boolean]>([
  ['the time of the last change', { changed: '2026-12-02T00:00:00.000Z' }, false],
  ['the text around the passage', { selectors: quote('the strike', 'before ') }, false],
  ['the text', { text: 'Other' }, true],
  ['the tags', { tags: ['x'] }, true],
  ['the concept', { concept: 'hukou' }, true],
  ['the page', { page: 'https://b.example/' }, true],
  ['the bin', { binned: '2026-12-02T00:00:00.000Z' }, true],
  ['the quoted passage', { selectors: quote('the flood') }, true],
])('two versions that differ in %s alone: the reader has to choose is %s', (_, change, expected) => {
  expect(differs(base, { ...base, ...change })).toBe(expected);
});

test('a passage that stands elsewhere is another one', () => {
  const at = (start: number): Note => ({ ...base, selectors: position(start) });
  expect(differs(at(5), at(5))).toBe(false);
  expect(differs(at(5), at(6))).toBe(true);
});
