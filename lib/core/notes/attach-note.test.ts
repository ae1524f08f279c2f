import { expect, test } from 'vitest';
import { attachNote, type Attached } from './attach-note.ts';
import type { Selector } from '../anchoring/selector.ts';
import { createNote } from './note.ts';
import type { SelectedPassage } from './page-notes-outline.ts';

const quote = (exact: string): Selector[] => [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
const NOW = '2026-11-28T00:00:00.000Z';
const PAGE = 'https://example.org/';
const FRAME = 'https://frame.org/';
const note = createNote({
  id: 'n',
  nowIso: '2026-11-01T00:00:00.000Z',
  page: PAGE,
  title: 'As it was called',
  selectors: quote('gone'),
  text: 'x',
  tags: ['a'],
});
const selected = (page: string | null): SelectedPassage => ({
  page,
  title: 'Called otherwise',
  selectors: quote('new'),
  atMs: 1,
});
const moved = { ...note, selectors: quote('new'), changed: NOW };

test.each<[what: string, selected: SelectedPassage | null, expected: Attached]>([
  ['nothing is selected', null, { why: 'nothing' }],
  ['what is selected has no address', selected(null), { why: 'noAddress' }],
  ['on its page it keeps the title it was pinned under', selected(PAGE), { note: moved }],
  [
    'elsewhere in the tab it goes along',
    selected(FRAME),
    { note: { ...moved, page: FRAME, title: 'Called otherwise' } },
  ],
  ['the place it has already is no change', { ...selected(PAGE), selectors: quote('gone') }, { note }],
])('%s', (_, passage, expected) => {
  expect(attachNote(note, passage, NOW)).toEqual(expected);
});
