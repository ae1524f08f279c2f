import { describe, expect, test } from 'vitest';
import { binNote } from '../../core/notes/bin.ts';
import { createNote, type NewNote, type Note } from '../../core/notes/note.ts';
import { createFakeLibrary, FAKE_NOW, type FakeLibrary } from '../../testing/fake-library.ts';
import type { LibraryModel, LibraryParts } from './library-controller.ts';

const A = 'https://a.example/one';
const quote = (exact: string): Note['selectors'] => [
  { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
];
const note = (id: string, more: Partial<NewNote> = {}): Note =>
  createNote({ id, nowIso: '2026-11-15T12:00:00.000Z', text: `Text of ${id}.`, page: A, ...more });
const NOTES = [
  note('a', { tags: ['strike'], concept: 'hukou' }),
  note('b', { tags: ['strike'] }),
  note('c', { selectors: quote('zebras graze'), nowIso: '2026-10-15T12:00:00.000Z' }),
  note('d', { page: null }),
  binNote(note('e'), FAKE_NOW),
];

async function start(
  hash = '',
  parts: Partial<LibraryParts> = {},
  refused: string[] = [],
): Promise<FakeLibrary> {
  const fake = await createFakeLibrary(NOTES, parts, refused);
  fake.controller.start(hash);
  await fake.until('the notes', ({ isLoaded }) => isLoaded);
  return fake;
}
const noteOf = ({ controller }: FakeLibrary, id: string): Note =>
  controller.model().notes.find(({ _id }) => _id === id)!;
const toastOf = (model: LibraryModel): string => {
  const { toast } = model.state;
  if (!toast) return '';
  return toast.kind === 'done' ? `${toast.action} ${toast.count}` : toast.kind;
};
const selectedIn = ({ state }: LibraryModel): string => [...state.selected].sort().join('');

describe('the list', () => {
  test.each<[hash: string, ids: string]>([
    ['', 'abdc'],
    ['#notes/tag/strike', 'ab'],
    ['#notes/concept/hukou', 'a'],
    ['#notes/bin', 'e'],
  ])('of “%s” is %s', async (hash, ids) => {
    const fake = await start(hash);
    expect([...fake.listed()].sort().join('')).toBe([...ids].sort().join(''));
    expect(fake.controller.model().facets).toMatchObject({ all: 4, bin: 1 });
  });

  test('follows the address, the query, and what others change', async () => {
    const fake = await start();
    fake.controller.navigate('#notes/tag/strike');
    expect(fake.listed()).toHaveLength(2);
    fake.controller.navigate('#notes');
    fake.controller.search('zebras');
    await fake.until('the find', ({ searchedQuery }) => searchedQuery === 'zebras');
    expect(fake.listed()).toEqual(['c']);
    fake.controller.search('');
    await fake.until('all', ({ searchedQuery }) => searchedQuery === '');
    await fake.put([note('f')]);
    fake.notify();
    await fake.until('the new note', ({ notes }) => notes.some(({ _id }) => _id === 'f'));
  });

  test('is reloaded when the reader asks', async () => {
    const fake = await start();
    await fake.put([note('f')]);
    fake.controller.reload();
    await fake.until('the new note', ({ notes }) => notes.some(({ _id }) => _id === 'f'));
  });
});

describe('bulk actions', () => {
  type Act = (fake: FakeLibrary) => void;
  test.each<[name: string, hash: string, act: Act, toast: string, selected: string]>([
    ['tagged', '', (f) => f.controller.bulk.tag(['a', 'b'], { add: 'x', remove: [] }), 'tagged 2', 'ab'],
    [
      'untagged',
      '#notes/tag/strike',
      (f) => f.controller.bulk.tag(['a', 'b'], { add: '', remove: ['strike'] }),
      'tagged 2',
      '',
    ],
    ['moved', '', (f) => f.controller.bulk.move(['a', 'b'], { concept: 'danwei' }), 'moved 2', 'ab'],
    ['moved nowhere', '', (f) => f.controller.bulk.move(['a'], { concept: 'hukou' }), 'moved 0', 'ab'],
    ['detached', '', (f) => f.controller.bulk.detach(['c']), 'detached 1', 'ab'],
    // A deleted note is still in the library, in its bin.
    ['deleted', '', (f) => f.controller.bulk.bin(['a', 'b']), 'binned 2', ''],
    ['deleted in part', '', (f) => f.controller.bulk.bin(['a']), 'binned 1', 'b'],
    ['restored', '#notes/bin', (f) => f.controller.bulk.restore(['e']), 'restored 1', ''],
    ['purged', '#notes/bin', (f) => f.controller.bulk.purge(['e']), 'purged 1', ''],
  ])(
    '%s: the toast counts, and only what is listed stays selected',
    async (_, hash, act, toast, selected) => {
      const fake = await start(hash);
      if (hash === '#notes/bin') fake.controller.selectAll();
      else for (const id of ['a', 'b']) fake.controller.select(id, true, false);
      act(fake);
      await fake.until(toast, (model) => toastOf(model) === toast);
      expect(selectedIn(fake.controller.model())).toBe(selected);
    },
  );

  test('the last one is undone, once', async () => {
    const fake = await start();
    fake.controller.bulk.bin(['a', 'b']);
    await fake.until('the bin', ({ facets }) => facets.bin === 3);
    fake.controller.bulk.undo();
    await fake.until('the undo', (model) => toastOf(model) === 'undone 2');
    expect(fake.controller.model().facets).toMatchObject({ all: 4, bin: 1 });
    fake.controller.dispatch({ type: 'toastClosed' });
    fake.controller.bulk.undo();
    expect(toastOf(fake.controller.model())).toBe('');
  });

  test('a refusal is a problem, and nothing is undone by it', async () => {
    const fake = await start('', {}, ['notes.putAll', 'notes.purge']);
    for (const act of [() => fake.controller.bulk.bin(['a']), () => fake.controller.bulk.purge(['e'])]) {
      fake.controller.dispatch({ type: 'toastClosed' });
      act();
      await fake.until('the problem', (model) => toastOf(model) === 'problem');
    }
  });
});

describe('one note', () => {
  test.each<[name: string, openAtPassage: LibraryParts['openAtPassage'], toast: string]>([
    ['is opened', async () => null, ''],
    ['is opened without its passage', async () => 'orphan', 'notShown'],
    ['cannot be opened', () => Promise.reject(new Error('No such page.')), 'notOpened'],
  ])('%s', async (_, openAtPassage, toast) => {
    const fake = await start('', { openAtPassage });
    fake.controller.open(noteOf(fake, 'c'));
    expect(toastOf(fake.controller.model())).toBe('opening');
    await fake.until(`“${toast}”`, (model) => toastOf(model) === toast);
  });

  test('is attached: the panel opens in the task of the click, then the page', async () => {
    const fake = await start();
    await fake.until('the start', ({ lastBackup }) => lastBackup === null);
    fake.calls.length = 0;
    fake.controller.attach(noteOf(fake, 'c'));
    expect(fake.calls).toEqual(['openPanel {"windowId":7}', 'panel "c"', 'open "c"']);
  });

  test('has a link for everybody; one on no page has none', async () => {
    const fake = await start();
    fake.controller.copyLink(noteOf(fake, 'd'));
    fake.controller.copyLink(noteOf(fake, 'c'));
    await fake.until('the toast', (model) => toastOf(model) === 'copied');
    expect(fake.calls.filter((call) => call.startsWith('copy'))).toEqual([
      `copy "${A}#:~:text=zebras%20graze"`,
    ]);
  });

  test('is edited in place; one deleted meanwhile is said so, and comes back when it is saved', async () => {
    const fake = await start('#notes/concept/hukou');
    const { editing, bulk } = fake.controller;
    editing.act({ type: 'editNote', id: 'a' });
    await fake.until('the editor', ({ edited }) => edited !== null);
    expect(fake.controller.model().edited).toEqual({ id: 'a', isListed: true, isDeleted: false });
    const draft = fake.controller.model().editing.editor!;
    editing.act({ type: 'changeDraft', draft: { ...draft, text: 'Changed.' } });
    bulk.bin(['a']);
    await fake.until('the bin', ({ facets }) => facets.bin === 2);
    expect(fake.controller.model().edited).toEqual({ id: 'a', isListed: false, isDeleted: true });
    editing.act({ type: 'saveDraft' });
    await fake.until('the note', ({ edited, facets }) => edited === null && facets.bin === 1);
    expect(noteOf(fake, 'a').text).toBe('Changed.');
  });
});

describe('files', () => {
  test('what is selected is exported, else all that is listed', async () => {
    const texts: string[] = [];
    const fake = await start('', { saveFile: ({ text }) => void texts.push(text) });
    fake.controller.exportShown('markdown');
    fake.controller.select('b', true, false);
    fake.controller.exportShown('markdown');
    expect(texts.map((text) => text.match(/Text of \w/g)?.length)).toEqual([4, 1]);
    expect(texts[0]).toContain('the hukou');
  });

  test('a backup is saved, and its age is known at once', async () => {
    const fake = await start();
    fake.controller.backUp();
    expect(fake.controller.model().isBackingUp).toBe(true);
    await fake.until('the backup', ({ lastBackup }) => lastBackup === FAKE_NOW);
    expect(fake.controller.model().isBackingUp).toBe(false);
    expect(toastOf(fake.controller.model())).toBe('backedUp');
  });

  test('a backup that fails is a problem, and can be tried again', async () => {
    const fake = await start('', {
      backup: { make: () => Promise.reject(new Error('No.')), last: async () => null },
    });
    fake.controller.backUp();
    await fake.until('the problem', (model) => toastOf(model) === 'problem' && !model.isBackingUp);
  });
});

describe('the start', () => {
  test('asks that notes are never evicted, where there are any', async () => {
    expect((await start()).calls).toContain('persist');
    const empty = await createFakeLibrary([]);
    empty.controller.start('');
    await empty.until('the empty list', ({ isLoaded }) => isLoaded);
    expect(empty.calls).not.toContain('persist');
  });

  test('orphans, reminder and age of the backup follow the storage', async () => {
    const fake = await start();
    const { storage } = fake.background;
    await storage.local.set({
      orphans: { c: FAKE_NOW },
      settings: { v: 1, backupReminder: 'week' },
    });
    await fake.until('the reminder', ({ isBackupDue, facets }) => isBackupDue && facets.orphans === 1);
    await storage.local.set({ 'last-backup': FAKE_NOW });
    await fake.until('the age', ({ lastBackup, isBackupDue }) => lastBackup === FAKE_NOW && !isBackupDue);
  });

  test.each<[name: string, windowId: LibraryParts['windowId']]>([
    ['has no windows, as Firefox for Android', async () => undefined],
    ['refuses to name its window', () => Promise.reject(new Error('No window.'))],
  ])('a browser that %s still shows orphans, reminder and age of the backup', async (_, windowId) => {
    const fake = await createFakeLibrary(NOTES, { windowId });
    await fake.background.storage.local.set({
      orphans: { c: FAKE_NOW },
      settings: { v: 1, backupReminder: 'week' },
    });
    fake.controller.start('');
    await fake.until(
      'all three',
      ({ facets, isBackupDue, lastBackup }) => facets.orphans === 1 && isBackupDue && lastBackup === null,
    );
    fake.controller.attach(noteOf(fake, 'c'));
    expect(fake.calls).toContain('openPanel {}');
  });

  test('notes that cannot be read are a problem', async () => {
    const fake = await createFakeLibrary(NOTES, {}, ['notes.list']);
    fake.controller.start('');
    await fake.until('the problem', ({ problem }) => problem !== null);
  });

  test('emptying the bin asks first', async () => {
    const fake = await start('#notes/bin');
    fake.controller.emptyBin();
    expect(fake.controller.model().state.question).toEqual({ kind: 'purge', ids: ['e'] });
  });
});
