import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPassageFinder, findAll, type PassageSearch } from '../../core/anchoring/passage-finder.ts';
import { describe as describePassage } from '../../core/anchoring/selector.ts';
import { createSafeDom } from '../tree/safe-dom.ts';
import { createPassageLocator, type NoteAnchor } from './passage-locator.ts';

const SEARCH: PassageSearch = { createPassageFinder, findAll };
const TEXT = 'Twelve tired sailors elected a council.\nA second paragraph says something else.';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) =>
    setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 })),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function anchor(_id: string, quote: string, text = TEXT): NoteAnchor {
  const start = text.indexOf(quote);
  return { _id, selectors: describePassage(text, start, start + quote.length) };
}

function open(paragraphs = TEXT.split('\n')) {
  const { window } = new JSDOM(`<body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body>`);
  const { document } = window;
  Object.defineProperty(document, 'readyState', { value: 'complete' });
  const stop = new AbortController();
  const state = { search: SEARCH as PassageSearch | Error, loads: 0, located: 0, errors: [] as unknown[] };
  const locator = createPassageLocator({
    document,
    dom: createSafeDom(window),
    signal: stop.signal,
    loadSearch() {
      state.loads++;
      return state.search instanceof Error ? Promise.reject(state.search) : Promise.resolve(state.search);
    },
    onLocated: () => state.located++,
    onError: (error) => state.errors.push(error),
    nowMs: () => Date.now(),
  });
  const textOf = (id: string): string =>
    locator
      .piecesOf(id)
      .map(({ node, start, end }) => node.data.slice(start, end))
      .join('|');
  return { document, locator, state, stop: () => stop.abort(), textOf };
}

const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('a passage', () => {
  it('is placed where its words are', async () => {
    const { locator, state, textOf } = open();
    locator.setNotes([anchor('a', 'elected a council')]);
    expect(locator.stateOf('a')).toBe('looking');
    await settle();
    expect([locator.stateOf('a'), textOf('a'), locator.scoreOf('a')]).toEqual([
      'placed',
      'elected a council',
      1,
    ]);
    expect([...locator.placed.keys()]).toEqual(['a']);
    expect(state.located).toBe(1);
  });

  it('that is missing is orphaned after the page was quiet, and placed when it comes', async () => {
    const { document, locator, state, textOf } = open(['Nothing of it is here.']);
    locator.setNotes([anchor('a', 'elected a council')]);
    await settle(1999);
    expect(locator.stateOf('a')).toBe('looking');
    await settle(1);
    expect(locator.stateOf('a')).toBe('orphan');
    const before = state.located;
    document.body.insertAdjacentHTML('beforeend', `<p>${TEXT.split('\n')[0]!}</p>`);
    locator.pageChanged();
    await settle();
    expect([locator.stateOf('a'), textOf('a')]).toEqual(['placed', 'elected a council']);
    expect(state.located).toBe(before + 1);
  });

  it('that is missing for more than a minute is not searched at each change', async () => {
    const { document, locator } = open(['Nothing of it is here.']);
    locator.setNotes([anchor('a', 'elected a council')]);
    await settle(60_001);
    document.body.insertAdjacentHTML('beforeend', `<p>${TEXT.split('\n')[0]!}</p>`);
    locator.pageChanged();
    await settle();
    expect(locator.stateOf('a')).toBe('orphan');
  });

  it('is searched again when the text under it changed, and only then', async () => {
    const { document, locator, state } = open();
    locator.setNotes([anchor('a', 'elected a council')]);
    await settle();
    document.querySelectorAll('p')[1]!.textContent = 'Another end.';
    locator.pageChanged();
    await settle();
    expect(state.located).toBe(1);
    document.querySelector('p')!.textContent = 'Nothing.';
    locator.pageChanged();
    await settle();
    expect(state.located).toBe(2);
    expect(locator.stateOf('a')).toBe('looking');
    expect(locator.piecesOf('a')).toEqual([]);
  });
});

describe('notes', () => {
  it('on the whole page have no passage', async () => {
    const { locator, state } = open();
    locator.setNotes([{ _id: 'a', selectors: [] }]);
    await settle(20_000);
    expect(locator.stateOf('a')).toBe('whole');
    expect(state.loads).toBe(0);
  });

  it('that are gone lose their passages', async () => {
    const { locator, state } = open();
    locator.setNotes([anchor('a', 'elected a council')]);
    await settle();
    locator.setNotes([]);
    expect(locator.placed.size).toBe(0);
    expect(state.located).toBe(2);
  });

  it('that come while the search is loading are found by it', async () => {
    const { locator, state } = open();
    locator.setNotes([anchor('a', 'elected a council')]);
    locator.setNotes([anchor('a', 'elected a council'), anchor('b', 'second paragraph')]);
    await settle();
    expect([locator.stateOf('a'), locator.stateOf('b')]).toEqual(['placed', 'placed']);
    expect(state.loads).toBe(1);
  });
});

it('a search that could not be loaded is loaded at the next change', async () => {
  const { locator, state } = open();
  state.search = new Error('no');
  locator.setNotes([anchor('a', 'elected a council')]);
  await settle();
  expect(state.errors).toEqual([state.search]);
  state.search = SEARCH;
  locator.pageChanged();
  await settle();
  expect(locator.stateOf('a')).toBe('placed');
  expect(state.loads).toBe(2);
});

it('nothing is searched after the end', async () => {
  const { locator, state, stop } = open();
  stop();
  locator.setNotes([anchor('a', 'elected a council')]);
  await settle(20_000);
  expect(state).toMatchObject({ loads: 0, located: 0 });
});
