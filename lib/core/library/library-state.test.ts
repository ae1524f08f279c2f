import { describe, expect, test } from 'vitest';
import { LIBRARY_START, reduceLibrary, type LibraryEvent } from './library-state.ts';

const shown = ['a', 'b', 'c', 'd'];
const select = (id: string, isSelected = true, isRange = false): LibraryEvent => ({
  type: 'selected',
  id,
  isSelected,
  isRange,
  shown,
});
const play = (...events: LibraryEvent[]) => events.reduce(reduceLibrary, LIBRARY_START);

describe('selection', () => {
  test.each<[string, LibraryEvent[], string[]]>([
    ['one and another', [select('a'), select('c')], ['a', 'c']],
    ['a range, downwards', [select('a'), select('c', true, true)], ['a', 'b', 'c']],
    ['a range, upwards', [select('d'), select('b', true, true)], ['b', 'c', 'd']],
    ['a range from nowhere', [select('b', true, true)], ['b']],
    ['a range from a note that is not listed', [select('x'), select('b', true, true)], ['b', 'x']],
    ['all but one', [{ type: 'selectedAll', ids: shown }, select('b', false)], ['a', 'c', 'd']],
    [
      'all but a range',
      [{ type: 'selectedAll', ids: shown }, select('a', false), select('c', false, true)],
      ['d'],
    ],
    ['none', [select('a'), { type: 'selectedNone' }], []],
    [
      'nothing that is no longer listed',
      [select('a'), select('b'), { type: 'listed', shown: new Set(['b']) }],
      ['b'],
    ],
    ['nothing after another query', [select('a'), { type: 'typed', query: 'x' }], []],
    ['nothing after another filter', [select('a'), { type: 'filtered', filter: { kind: 'bin' } }], []],
    ['the same after another grouping', [select('a'), { type: 'grouped', grouping: 'page' }], ['a']],
  ])('%s', (_, events, expected) => expect([...play(...events).selected].sort()).toEqual(expected));

  test('a list without a change is no change', () => {
    const state = play(select('a'));
    expect(reduceLibrary(state, { type: 'listed', shown: new Set(shown) })).toBe(state);
  });
});

test('a dialog opens and closes; facets close when a filter was chosen', () => {
  const opened = play(
    { type: 'facetsToggled' },
    { type: 'questionOpened', question: { kind: 'purge', ids: ['a'] } },
    { type: 'filtered', filter: { kind: 'bin' } },
  );
  expect(opened).toMatchObject({ areFacetsOpen: false, question: { kind: 'purge' } });
  expect(reduceLibrary(opened, { type: 'questionClosed' }).question).toBeNull();
});

test('a toast stays until another or until it is closed', () => {
  const toasted = play({ type: 'toasted', toast: { kind: 'copied' } }, { type: 'typed', query: 'x' });
  expect(toasted.toast).toEqual({ kind: 'copied' });
  expect(reduceLibrary(toasted, { type: 'toastClosed' }).toast).toBeNull();
});
