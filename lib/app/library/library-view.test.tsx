// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { binNote } from '../../core/notes/bin.ts';
import { createNote, type NewNote, type Note } from '../../core/notes/note.ts';
import { createLocalNoteTools } from '../../platform/drafts/drafts-client.ts';
import { createFakeLibrary, FAKE_NOW, type FakeLibrary } from '../../testing/fake-library.ts';
import { controlNamed, dispatchTrusted, enter, pressTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';
import { createLibraryView } from './library-view.tsx';

const PAGE = 'https://a.example/one';
const note = (id: string, more: Partial<NewNote> = {}): Note =>
  createNote({ id, nowIso: '2026-11-15T12:00:00.000Z', text: `Text of ${id}.`, ...more });
const NOTES = [
  note('a', { text: 'Compare with **Burawoy**.', tags: ['strike'], concept: 'hukou' }),
  note('b', {
    page: PAGE,
    title: 'One',
    selectors: [{ type: 'TextQuoteSelector', exact: 'zebras graze', prefix: '', suffix: '' }],
  }),
  ...Array.from({ length: 30 }, (_, index) => note(`m${index}`, { tags: [`t${index}`] })),
  binNote(note('e'), FAKE_NOW),
];

/** One step of the reader, drawn to the end. */
const step = (run: () => void): void => void act(run);

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  // Parts that jsdom lacks.
  Object.assign(globalThis, {
    IntersectionObserver: class {
      observe(): void {}
      disconnect(): void {}
    },
  });
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
});
afterEach(() => {
  render(null, root);
  root.remove();
});

interface Shown extends FakeLibrary {
  press(name: string, inside?: string): void;
  sees(...words: string[]): Promise<unknown>;
}

const element = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;

async function show(hash = ''): Promise<Shown> {
  let draw = (): void => undefined;
  const fake = await createFakeLibrary(NOTES, { onChanged: () => draw() });
  await fake.background.storage.local.set({ orphans: { b: FAKE_NOW } });
  const view = createLibraryView({
    controller: fake.controller,
    strings: fake.strings,
    tools: createLocalNoteTools({ list: () => [] }),
    concepts: [
      { id: 'danwei', term: 'danwei' },
      { id: 'hukou', term: 'hukou' },
    ],
    optionsUrl: 'options.html#backup',
    termOf: (concept) => `the ${concept}`,
  });
  // An earlier test may still have work under way: it draws nowhere.
  const own = root;
  draw = () => void (own.isConnected && act(() => render(view(), own)));
  fake.controller.start(hash);
  await fake.until('the notes', ({ isLoaded, facets }) => isLoaded && facets.orphans === 1);
  return {
    ...fake,
    press: (name, inside) => step(() => pressTrusted(controlNamed(inside ? element(inside) : root, name))),
    sees: (...words) =>
      until(() => words.every((word) => root.textContent.includes(word)), { what: words.join(' and ') }),
  };
}

const key = (selector: string, name: string): void =>
  void act(() =>
    dispatchTrusted(
      element(selector),
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    ),
  );

describe('the list', () => {
  test('has headings, facets and the age of the backup; a long one is drawn in part', async () => {
    const { sees, press } = await show();
    await sees('Notes 32', 'November 2026', 'the hukou', '24 more');
    expect(element('[data-note=a] strong').textContent).toBe('Burawoy');
    expect(root.querySelectorAll('[data-note]')).toHaveLength(24);
    press('24 more');
    await sees('Fewer', '#t29');
  });

  test('shows what a search found in the words of a note, not in its Markdown', async () => {
    const { sees } = await show();
    const found = (selector: string, word: string): Promise<unknown> =>
      until(() => root.querySelector(`${selector} mark`)?.textContent === word, { what: word });
    step(() => enter(element('input[type=search]'), 'burawoy'));
    await found('[data-note=a] strong', 'Burawoy');
    expect(element('[data-note=a]').textContent).toContain('Compare with Burawoy.');
    step(() => enter(element('input[type=search]'), 'zebras'));
    await found('[data-note=b] blockquote', 'zebras');
    step(() => enter(element('input[type=search]'), 'nowhere'));
    await sees('Nothing found for “nowhere”.');
  });

  test.each<[grouping: string, heading: string]>([
    ['page', 'One'],
    ['page', 'On no page'],
    ['concept', 'the hukou'],
  ])('by %s has the heading %s', async (grouping, heading) => {
    const { controller } = await show();
    step(() => enter(element('.bar select'), grouping));
    expect(controller.model().state.grouping).toBe(grouping);
    expect([...root.querySelectorAll('h3.group')].map((each) => each.textContent)).toContain(heading);
  });

  test.each<[hash: string, heading: string]>([
    ['#notes/bin', 'Bin'],
    ['#notes/lost', 'Passage not found'],
    ['#notes/page', 'On no page'],
    [`#notes/page/${encodeURIComponent(PAGE)}`, 'One'],
    ['#notes/page/https%3A%2F%2Fb.example%2F', 'b.example'],
    ['#notes/concept/hukou', 'the hukou'],
    ['#notes/concept', 'On no concept'],
    ['#notes/tag/strike', '#strike'],
    ['#notes/tag/none', '#none'],
    ['#notes/month/2026-11', 'November 2026'],
  ])('of %s has the heading %s', async (hash, heading) => {
    await show(hash);
    expect(element('#list').textContent).toBe(heading);
  });

  test.each<[hash: string, words: string]>([
    ['#notes/tag/none', 'There are no notes here any more.'],
    ['#notes/bin', 'The bin is empty.'],
    ['#notes/lost', 'Every passage was found'],
    ['#notes', 'No notes yet'],
  ])('of %s without notes says: %s', async (hash, words) => {
    const { controller, sees, until: seen } = await show(hash);
    controller.bulk.purge(words.startsWith('There') ? [] : NOTES.map(({ _id }) => _id));
    await seen('the empty list', ({ groups }) => groups.length === 0);
    await sees(words);
  });
});

describe('a note', () => {
  test.each<[name: string, call: string]>([
    ['Open at the passage', 'open "b"'],
    ['Copy link', `copy "${PAGE}#:~:text=zebras%20graze"`],
    ['Re-attach', 'panel "b"'],
  ])('%s', async (name, call) => {
    const { calls, press } = await show('#notes/lost');
    press(name, '[data-note=b]');
    expect(calls).toContain(call);
  });

  test('goes into the bin by its button or by Delete, comes back, and goes for ever after a question', async () => {
    const { press, sees } = await show('#notes/lost');
    press('Delete', '[data-note=b]');
    await sees('1 note moved to the bin', 'Every passage was found');
    press('Undo');
    await sees('1 note is as it was');
    key('[data-note=b] input', 'Delete');
    await sees('1 note moved to the bin');
  });

  test('in the bin is restored, or purged after a question', async () => {
    const { controller, press, sees } = await show('#notes/bin');
    press('Delete for good …', '[data-note=e]');
    await sees('Delete 1 note for good?');
    press('Cancel');
    expect(controller.model().state.question).toBeNull();
    press('Restore', '[data-note=e]');
    await sees('1 note restored');
    press('Undo');
    await sees('1 note is as it was');
    press('Empty the bin …');
    step(() => dispatchTrusted(element('dialog form'), new Event('submit', { cancelable: true })));
    await sees('1 note deleted for good', 'The bin is empty');
  });

  test('keeps its passage as a quotation when it is put on the page as a whole', async () => {
    const { press, sees } = await show('#notes/lost');
    press('Keep as a note on the page', '[data-note=b]');
    await sees('1 note now belongs to its page as a whole');
  });

  test('is edited in place, and waits as a draft when the editor is left', async () => {
    const { controller, press, sees, until: seen } = await show('#notes/concept/hukou');
    press('Edit', '[data-note=a]');
    await seen('the editor', ({ edited }) => edited?.isListed === true);
    step(() => enter(element('textarea'), 'Changed.'));
    controller.navigate('#notes/tag/t1');
    expect(element('.row.apart textarea')).not.toBeNull();
    controller.bulk.bin(['a']);
    await sees('This note was deleted elsewhere while you were writing.');
    key('textarea', 'Escape');
    controller.navigate('#notes');
    await sees('Unfinished', 'Changed.');
  });

  test('is reached by the arrow keys', async () => {
    await show();
    const rows = [...root.querySelectorAll<HTMLElement>('[data-note] > input')];
    rows[0]!.focus();
    key('[data-note] > input', 'ArrowDown');
    expect(document.activeElement).toBe(rows[1]);
    step(() => dispatchTrusted(rows[1]!, new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true })));
    expect(document.activeElement).toBe(rows[0]);
  });
});

describe('many notes', () => {
  test('are selected, tagged and moved', async () => {
    const { controller, press, sees } = await show('#notes/concept/hukou');
    press('Select this note', '[data-note=a]');
    await sees('1 selected');
    press('Tag …');
    await sees('Tag 1 note', '#strike');
    step(() => enter(element('dialog input[type=text]'), 'seen'));
    step(() => pressTrusted(element('dialog input[type=checkbox]')));
    step(() => dispatchTrusted(element('dialog form'), new Event('submit', { cancelable: true })));
    await sees('Tags of 1 note changed', '#seen');
    press('Move …');
    await sees('Move 1 note');
    step(() => enter(element('dialog select'), 'danwei'));
    step(() => dispatchTrusted(element('dialog form'), new Event('submit', { cancelable: true })));
    await sees('1 note moved');
    expect(controller.model().state.selected.size).toBe(0);
  });

  test('are moved to a page that is listed, or to an address that is one', async () => {
    const { press, sees } = await show('#notes/concept/hukou');
    const submit = (): void =>
      step(() => dispatchTrusted(element('dialog form'), new Event('submit', { cancelable: true })));
    press('Select this note', '[data-note=a]');
    press('Move …');
    step(() => pressTrusted(root.querySelectorAll('dialog input[type=radio]')[1]!));
    step(() => enter(element('dialog select'), ' other'));
    step(() => enter(element('dialog input[type=text]'), 'nowhere'));
    submit();
    await sees('This is not a web address.');
    step(() => enter(element('dialog input[type=text]'), 'https://c.example/'));
    submit();
    await sees('1 note moved', 'c.example');
    press('Move …');
    step(() => pressTrusted(root.querySelectorAll('dialog input[type=radio]')[1]!));
    step(() => enter(element('dialog select'), PAGE));
    submit();
    await sees('1 note moved', 'One');
  });

  test('are all selected and none; the menu exports them', async () => {
    const { calls, press, sees } = await show();
    press('Select all');
    await sees('32 selected');
    press('Select none');
    press('Export');
    await sees('32 notes that are shown, as');
    key('.menu', 'Escape');
    press('Export');
    press('Markdown, to read');
    expect(calls.filter((call) => call.startsWith('save'))).toHaveLength(1);
  });
});

test('the facets open, and a backup is made, from the side', async () => {
  const { controller, press, sees } = await show();
  press('Pages, tags and more');
  expect(controller.model().state.areFacetsOpen).toBe(true);
  press('Back up now');
  await sees('Backup made.');
  press('Close');
  expect(controller.model().state.toast).toBeNull();
});

test('a database that cannot be read is said so, with a button to try again', async () => {
  const fake = await createFakeLibrary([], {}, ['notes.list']);
  const view = createLibraryView({
    controller: fake.controller,
    strings: fake.strings,
    tools: createLocalNoteTools({ list: () => [] }),
    concepts: [],
    optionsUrl: '',
    termOf: (concept) => concept,
  });
  fake.controller.start('');
  await fake.until('the problem', ({ problem }) => problem !== null);
  void act(() => render(view(), root));
  expect(element('[role=alert]').textContent).toContain('Try again');
  step(() => pressTrusted(controlNamed(root, 'Try again')));
});
