import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPassageFinder, findAll } from '../../core/anchoring/passage-finder.ts';
import { describe as describePassage } from '../../core/anchoring/selector.ts';
import { createNote, type Note } from '../../core/notes/note.ts';
import { createSafeDom } from '../../dom/tree/safe-dom.ts';
import { createShadowRoots } from '../../dom/tree/shadow-roots.ts';
import { createFakeNotes, type FakeNotes } from '../../testing/fake-notes.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { until } from '../../testing/until.ts';
import { outlineOf } from './notes-outline.ts';
import { createPageNotes, type PageNotes } from './page-notes.ts';

const PAGE = 'https://example.org/article';
const TEXT = 'Twelve tired sailors elected a council.';

const noteOn = (id: string, changes: Partial<Note> = {}): Note => ({
  ...createNote({ id, nowIso: '2026-12-01T00:00:00.000Z', page: PAGE, text: id }),
  ...changes,
});
function passage(quote: string): Note['selectors'] {
  const start = TEXT.indexOf(quote);
  return describePassage(TEXT, start, start + quote.length);
}

let page: FakePage;
let stop: AbortController;
let fake: FakeNotes;
let notes: PageNotes;
let noted: string[];
let errors: unknown[];
let timer: ReturnType<typeof setInterval>;
const onChanged = vi.fn();
const onLoaded = vi.fn();
const paintNotes = vi.fn();

beforeEach(() => {
  for (const mock of [onChanged, onLoaded, paintNotes]) mock.mockReset();
  errors = [];
  noted = [PAGE];
});
afterEach(() => {
  clearInterval(timer);
  stop.abort();
  page.close();
});

function start(stored: Note[] = [], { url = PAGE, html = `<p>${TEXT}</p>` } = {}): void {
  page = createFakePage(html, url);
  timer = setInterval(() => page.idle(), 5);
  stop = new AbortController();
  fake = createFakeNotes(stored);
  fake.answer['notes.forPage'] = (params) =>
    [...fake.notes.values()].filter((note) => note.page === (params as { page: string }).page);
  fake.answer['notes.seen'] = () => ({ done: true });
  notes = createPageNotes({
    signal: stop.signal,
    sender: fake.sender,
    reading: {
      dom: createSafeDom(page.window),
      shadows: createShadowRoots(),
      painter: { paintNotes },
      state: 'on',
      order: (a: Node, b: Node) => (a.compareDocumentPosition(b) & 4 ? -1 : 1),
    } as never,
    scripts: { loadFinder: async () => ({ createPassageFinder, findAll }) } as never,
    notedPages: { has: (address) => noted.includes(address) },
    askNotedPages: async () => ({ has: (address) => noted.includes(address) }),
    onChanged,
    onLoaded,
    onError: (error) => errors.push(error),
  });
}
const textNode = (): Text => page.document.querySelector('p')!.firstChild as Text;
const placed = (id: string) =>
  until(() => notes.locator.stateOf(id) === 'placed', { what: `the passage of ${id}` });
function rangeOf(quote: string): Range {
  const range = page.document.createRange();
  const start = TEXT.indexOf(quote);
  range.setStart(textNode(), start);
  range.setEnd(textNode(), start + quote.length);
  return range;
}
const idsOf = (list: readonly Note[]): string[] => list.map(({ _id }) => _id);

test('a page that carries no note does not wake the background, unless it is forced', async () => {
  start();
  noted = [];
  await notes.load();
  expect(fake.sent).toEqual([]);
  await notes.load(true);
  expect(fake.sent).toEqual(['notes.forPage']);
  expect(onLoaded).toHaveBeenCalledOnce();
});

test('loads the notes of its page, and finds their passages', async () => {
  start([noteOn('a', { selectors: passage('elected a council') }), noteOn('b', { page: 'https://a.org/' })]);
  await notes.load();
  await placed('a');
  expect(idsOf(notes.ofPage())).toEqual(['a']);
  expect(paintNotes).toHaveBeenCalled();
  const first = TEXT.indexOf('elected');
  expect(notes.noteAt(textNode(), first)).toBe('a');
  expect(notes.noteAt(textNode(), first - 1)).toBeNull();
  expect(notes.notesAround(notes.piecesFor(rangeOf('a council')))).toEqual(['a']);
  expect(notes.notesAround(notes.piecesFor(rangeOf('Twelve')))).toEqual([]);
});

test('an answer for an address that was left meanwhile is dropped', async () => {
  start([noteOn('a')]);
  const loading = notes.load();
  page.window.history.pushState(null, '', '/other');
  await loading;
  expect([notes.ofPage(), onLoaded.mock.calls]).toEqual([[], []]);
});

test('another address in the same document has its own notes', async () => {
  const other = 'https://example.org/other';
  start([noteOn('a'), noteOn('b', { page: other })]);
  noted = [PAGE, other];
  await notes.load();
  page.window.history.pushState(null, '', '/other');
  notes.pageChanged();
  await until(() => idsOf(notes.ofPage()).join() === 'b', { what: 'the notes of the other address' });
  expect([notes.address(), errors]).toEqual([other, []]);
});

test('a canonical address counts only for the address that the page was opened with', () => {
  start([], { html: `<link rel="canonical" href="https://example.org/named"><p>${TEXT}</p>` });
  expect(notes.address()).toBe('https://example.org/named');
  page.window.history.pushState(null, '', '/other');
  expect(notes.address()).toBe('https://example.org/other');
});

test('notes on concepts are listed once each, with those of the page first', async () => {
  start([noteOn('a')]);
  await notes.load();
  await notes.loadForConcepts([]);
  expect(fake.sent).toEqual(['notes.forPage']);
  fake.answer['notes.onConcepts'] = () => [noteOn('a'), noteOn('c', { page: null })];
  await notes.loadForConcepts(['hukou']);
  expect(idsOf(notes.list())).toEqual(['a', 'c']);
  expect(notes.list().map(notes.mayChange)).toEqual([true, false]);
});

test('a note is saved, deleted and restored on its page or elsewhere', async () => {
  start();
  const here = noteOn('a');
  const elsewhere = noteOn('b', { page: 'https://a.org/' });
  await notes.save(here);
  await notes.save(elsewhere);
  expect([idsOf(notes.ofPage()), idsOf(notes.list())]).toEqual([['a'], ['a', 'b']]);
  expect(await notes.remove('a')).toEqual(here);
  expect(await notes.remove('b')).toEqual(elsewhere);
  expect(notes.list()).toEqual([]);
  await notes.restore(here);
  await notes.restore(elsewhere);
  expect([idsOf(notes.ofPage()), idsOf(notes.list())]).toEqual([['a'], ['a', 'b']]);
});

test('the selection is described by its words; nothing selected is no passage', () => {
  start();
  expect([notes.selected(), notes.selection()]).toEqual([null, null]);
  page.document.getSelection()!.addRange(rangeOf('tired sailors'));
  expect(notes.selection()).toMatchObject({ page: PAGE, selectors: passage('tired sailors') });
  expect(notes.describe(rangeOf('council'))!.quote).toBe('council');
  expect(notes.describePieces(notes.piecesFor(rangeOf('sailors elected')))!.quote).toBe('sailors elected');
  expect(notes.describePieces([])).toBeNull();
});

test('a range outside of the text that is read is no passage', () => {
  start([], { html: `<script>let a;</script><p>${TEXT}</p>` });
  const range = page.document.createRange();
  range.selectNodeContents(page.document.querySelector('script')!);
  expect([notes.describe(range), notes.piecesFor(range)]).toEqual([null, []]);
});

test('a new note is stamped with page, title and time', () => {
  start();
  page.document.title = 'Sailors';
  const { id, nowIso, ...stamp } = notes.stamp();
  expect(stamp).toEqual({ page: PAGE, title: 'Sailors' });
  expect([id.length, new Date(nowIso).toISOString()]).toEqual([36, nowIso]);
});

test('tells the background which passages were found', async () => {
  start([noteOn('a', { selectors: passage('council') })]);
  await notes.load();
  await until(() => fake.sent.includes('notes.seen'), { what: 'the report' });
});

test('the outline lists notes as their passages follow on the page, then those without one', async () => {
  start([
    noteOn('whole', { selectors: [] }),
    noteOn('later', { selectors: passage('council') }),
    noteOn('earlier', { selectors: passage('tired sailors') }),
  ]);
  page.document.title = 'Sailors';
  await notes.load();
  await placed('later');
  expect(outlineOf(notes)).toMatchObject({
    page: PAGE,
    title: 'Sailors',
    notes: [
      { id: 'earlier', state: 'placed' },
      { id: 'later', state: 'placed' },
      { id: 'whole', state: 'whole' },
    ],
  });
});
