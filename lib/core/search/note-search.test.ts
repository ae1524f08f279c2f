import { expect, test } from 'vitest';
import { createNote } from '../notes/note.ts';
import { searchNotes } from './note-search.ts';

test('notes by text, quote and tag', () => {
  const note = (id: string, text: string, tags: string[], exact: string) =>
    createNote({
      id,
      nowIso: '2026-01-01T00:00:00.000Z',
      page: 'https://x.org/',
      text,
      tags,
      selectors: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    });
  const notes = [
    note('a', 'storm, then a commune', [], ''),
    note('b', '', ['councils'], ''),
    note('c', '', [], 'By spring the workers met'),
  ];
  const found = (query: string): string[] => searchNotes(notes, query).map(({ note: { _id } }) => _id);
  expect(found('storm')).toEqual(['a']);
  expect(found('commune storm')).toEqual(['a']);
  expect(found('councls')).toEqual(['b']);
  expect(found('#councils')).toEqual(['b']);
  expect(found('spring the')).toEqual(['c']);
  expect(found('')).toEqual([]);
  const [{ text, ranges }] = searchNotes(notes, 'spring') as [ReturnType<typeof searchNotes>[number]];
  expect(text.slice(...ranges[0]!)).toBe('spring');
});
