import { describe, expect, test } from 'vitest';
import {
  lastSelected,
  noteGroups,
  outlineOfTab,
  shownName,
  type OutlinedNote,
  type PageOutline,
  type SelectedPassage,
} from './page-notes-outline.ts';

const note = (id: string, state: OutlinedNote['state'], score = state === 'placed' ? 1 : null) => ({
  id,
  state,
  score,
});
const outline = (page: string | null, ...notes: OutlinedNote[]): PageOutline => ({
  page: page === null ? null : `https://${page}`,
  title: `Title of ${page}`,
  notes,
});

/** Each note as `id state`, with its frame and any score that is not 1. */
const told = (top: PageOutline, frames: PageOutline[]): string[] =>
  outlineOfTab(top, frames).notes.map(
    ({ id, state, score, frame }) =>
      `${id} ${state}${score === null || score === 1 ? '' : ` ${score}`}${frame ? ` in ${frame.page.slice(8)}` : ''}`,
  );

describe('the page and its frames', () => {
  test.each<[what: string, top: PageOutline, frames: PageOutline[], expected: string[]]>([
    [
      'a page alone is as it was',
      outline('a', note('2', 'placed'), note('1', 'orphan')),
      [],
      ['2 placed', '1 orphan'],
    ],
    [
      'the page comes first, then its frames in their order',
      outline('a', note('1', 'orphan')),
      [outline('c', note('3', 'placed')), outline('b', note('2', 'whole'))],
      ['1 orphan', '3 placed in c', '2 whole in b'],
    ],
    [
      'a page without notes has those of its frames',
      outline('a'),
      [outline('b', note('1', 'placed'))],
      ['1 placed in b'],
    ],
    [
      'two frames of one address know the same notes: the place wins over the loss',
      outline('a'),
      [outline('b', note('1', 'orphan')), outline('b', note('1', 'placed'))],
      ['1 placed in b'],
    ],
    [
      '… over the search',
      outline('a'),
      [outline('b', note('1', 'looking')), outline('b', note('1', 'placed', 0.7))],
      ['1 placed 0.7 in b'],
    ],
    [
      '… and the search over the loss',
      outline('a'),
      [outline('b', note('1', 'orphan')), outline('b', note('1', 'looking'))],
      ['1 looking in b'],
    ],
    [
      'the better of two places wins',
      outline('a'),
      [outline('b', note('1', 'placed', 0.7)), outline('b', note('1', 'placed', 0.9))],
      ['1 placed 0.9 in b'],
    ],
    [
      'of equals, the first',
      outline('a', note('1', 'whole'), note('2', 'whole')),
      [outline('a', note('2', 'whole'), note('1', 'whole'))],
      ['1 whole', '2 whole'],
    ],
    [
      'a frame that shows the address of the page adds to it, and is no frame to the reader',
      outline('a', note('1', 'orphan'), note('2', 'placed')),
      [outline('b', note('3', 'placed')), outline('a', note('1', 'placed'), note('2', 'orphan'))],
      ['2 placed', '1 placed', '3 placed in b'],
    ],
    [
      'frames of one address stand together',
      outline('a'),
      [
        outline('b', note('1', 'placed'), note('2', 'orphan')),
        outline('c', note('3', 'placed')),
        outline('b', note('1', 'orphan'), note('2', 'placed')),
      ],
      ['1 placed in b', '2 placed in b', '3 placed in c'],
    ],
    [
      'a note that has just been moved is told by where it is found',
      outline('a', note('1', 'orphan')),
      [outline('b', note('1', 'placed'))],
      ['1 placed in b'],
    ],
    [
      'a page without an address may have frames with one, and frames may have none',
      outline(null),
      [outline(null), outline('b', note('1', 'placed'))],
      ['1 placed in b'],
    ],
  ])('%s', (_, top, frames, expected) => {
    expect(told(top, frames)).toEqual(expected);
  });

  test('have each address once, that of the page first, and name a frame by the first that shows it', () => {
    const frames = [
      { ...outline('b', note('1', 'orphan')), title: 'First' },
      outline(null),
      outline('a'),
      { ...outline('b', note('1', 'placed')), title: 'Second' },
    ];
    const { page, pages, notes } = outlineOfTab(outline('a'), frames);
    expect([page, pages]).toEqual(['https://a', ['https://a', 'https://b']]);
    expect(notes[0]!.frame).toEqual({ page: 'https://b', title: 'First' });
    expect(outlineOfTab(outline(null), [])).toEqual({ page: null, pages: [], notes: [] });
  });
});

describe('what is selected', () => {
  const at = (page: string, atMs: number): SelectedPassage => ({ page, title: '', selectors: [], atMs });
  test.each<[what: string, all: (SelectedPassage | null)[], page: string | undefined]>([
    ['nothing, in no frame', [], undefined],
    ['nothing, in three frames', [null, null, null], undefined],
    ['what stands in the page', [at('a', 5), null], 'a'],
    ['what stands in a frame', [null, null, at('c', 5)], 'c'],
    ['the last of two', [at('a', 5), at('b', 9), at('c', 7)], 'b'],
    ['the last, though the page is asked first', [at('a', 9), at('b', 5)], 'a'],
    ['the first of those as old', [null, at('b', 5), at('c', 5)], 'b'],
  ])('is %s', (_, all, page) => {
    expect(lastSelected(all)?.page).toBe(page);
  });
});

test.each([
  [{ page: 'https://example.org/talk', title: ' What readers say ' }, 'What readers say'],
  [{ page: 'https://example.org/talk?of=3', title: ' ' }, 'example.org/talk?of=3'],
  [{ page: 'file:///books/a.html', title: '' }, 'books/a.html'],
])('a frame is named: %j', (frame, name) => {
  expect(shownName(frame)).toBe(name);
});

test('groups: the page, each of its frames, and at the end all that lost their passage', () => {
  const { notes } = outlineOfTab(
    outline('a', note('1', 'placed'), note('2', 'looking'), note('3', 'whole'), note('4', 'orphan')),
    [
      outline('b', note('5', 'whole'), note('6', 'placed'), note('7', 'orphan')),
      outline('c', note('8', 'orphan')),
      outline('d', note('9', 'looking')),
    ],
  );
  const groups = noteGroups(notes.map((place) => ({ place })));
  expect(
    groups.map((group) => [
      group.kind === 'frame' ? group.frame.page : group.kind,
      group.notes.map(({ place }) => place.id).join(),
    ]),
  ).toEqual([
    ['placed', '1,2'],
    ['whole', '3'],
    ['https://b', '6,5'],
    ['https://d', '9'],
    ['orphans', '4,7,8'],
  ]);
  expect(noteGroups([])).toEqual([]);
});
