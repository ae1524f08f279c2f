import { describe, expect, it, vi } from 'vitest';
import type { Concept } from '../../core/glossary/concept.ts';
import { binNote, isBinned, unbinNote } from '../../core/notes/bin.ts';
import { createNote, editNote, type Note } from '../../core/notes/note.ts';
import { saltedHash } from '../../core/settings/page-mirror.ts';
import { createFakeRuntime, createFakeStorage, FAKE_BASE, FAKE_ID } from '../../testing/fake-runtime.ts';
import { backgroundMessages } from '../../core/protocol/background-messages.ts';
import { createSender, handle } from '../../platform/messaging/message-bus.ts';
import type { BackgroundMessages } from '../../core/protocol/messages.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import { createOrphanStore } from '../../platform/storage/orphan-store.ts';
import { createNotedPages } from '../../platform/storage/local-settings.ts';
import { StoreError } from '../../platform/notes/store-error.ts';
import { createNoteHandlers } from './note-handlers.ts';
import { createNotedPagesSync } from './noted-pages-sync.ts';
import { createPageServiceHandlers } from './page-service-handlers.ts';

const PAGE = 'https://example.org/essay';
const note = createNote({ id: 'n1', nowIso: '2026-01-01T00:00:00.000Z', page: PAGE, text: 'x' });
const LATER = '2026-03-01T00:00:00.000Z';
const entries = ['hukou', 'soviet'].map((id) => ({ id }) as Concept);

const NO_DRAFTS = { list: async () => [], drop: async () => false };

/** A store in memory, without the real one's care: that is tested beside it. */
function memoryStore(): NoteStore & { notes: Map<string, Note> } {
  const notes = new Map<string, Note>();
  const inUse = (): Note[] => [...notes.values()].filter((kept) => !isBinned(kept));
  const put = async (given: Note): Promise<Note> => {
    notes.set(given._id, given);
    return given;
  };
  const purge = async (ids: readonly string[]): Promise<Note[]> => {
    const gone = ids.flatMap((id) => notes.get(id) ?? []);
    for (const { _id } of gone) notes.delete(_id);
    return gone;
  };
  return {
    notes,
    get: async (id) => notes.get(id) ?? null,
    list: async () => inUse(),
    forPage: async (page) => inUse().filter((kept) => kept.page === page),
    listBin: async () => [...notes.values()].filter(isBinned),
    save: put,
    restore: (given) => put(unbinNote(given, LATER)),
    delete: async (id) => {
      const gone = notes.get(id);
      if (!gone) throw new StoreError('missing');
      return put(binNote(gone, LATER));
    },
    purge,
    purgeBinned: async (before) =>
      purge(
        [...notes.values()].filter(({ binned }) => binned !== null && binned < before).map(({ _id }) => _id),
      ),
    putAll: async (given) => {
      for (const each of given) await put(each);
      return { saved: [...given], before: [], added: given.map(({ _id }) => _id), unchanged: 0 };
    },
    conflicts: async () => [],
    settle: async () => [],
    refresh: async () => [],
    health: async () => null,
    close: async () => undefined,
  };
}

function background() {
  const store = memoryStore();
  const storage = createFakeStorage();
  const told = vi.fn<(notes: readonly Note[]) => void>();
  const toldIds = () => told.mock.calls.map(([notes]) => notes.map(({ _id }) => _id));
  const showIcon = vi.fn(async () => undefined);
  const lostIn = vi.fn(async (_tab: number, ids: readonly string[]) => [...ids]);
  const runtime = createFakeRuntime();
  const notedPages = createNotedPages(storage);
  handle<BackgroundMessages>(runtime, backgroundMessages, {
    ...createPageServiceHandlers({ entries, runScript: async () => undefined, showIcon }),
    ...createNoteHandlers({
      store,
      notedPages: createNotedPagesSync(store, notedPages, NO_DRAFTS),
      drafts: NO_DRAFTS,
      notify: told,
      orphans: createOrphanStore(storage),
      orphansIn: lostIn,
      nowIso: () => LATER,
    }),
  });
  const noted = () => storage.data['noted-pages'];
  const hashed = (page: string) => saltedHash(storage.data['page-salt'] as string, page);
  return {
    store,
    storage,
    told,
    toldIds,
    showIcon,
    lostIn,
    runtime,
    notedPages,
    noted,
    hashed,
    sender: createSender(runtime),
  };
}

describe('answers', () => {
  it('gives entries in the order asked, without those it does not know', async () => {
    const { sender } = background();
    const got = await sender.send('glossary.entries', { ids: ['soviet', 'unheard', 'hukou'] });
    expect(got.map(({ id }) => id)).toEqual(['soviet', 'hukou']);
  });

  it('remembers which notes of a page lost their place, and no others', async () => {
    const { sender, storage } = background();
    await sender.send('notes.save', { note });
    await sender.send('notes.save', { note: { ...note, _id: 'n2', page: 'https://other.example/' } });
    const seen = (lost: string[], found: string[]) =>
      sender.send('notes.seen', { page: PAGE, lost, found }).then(() => storage.data['orphans']);
    expect(await seen([], ['n1'])).toBeUndefined();
    expect(await seen(['n1', 'n2', 'unheard'], [])).toEqual({ n1: LATER });
    expect(await seen([], ['n1', 'n2'])).toEqual({});
    await seen(['n1'], []);
    await sender.send('notes.purge', { ids: ['n1'] });
    await sender.send('notes.save', { note: { ...note, _id: 'n3' } });
    expect(await seen([], ['n3'])).toEqual({});
  });

  it('keeps the set of noted pages true, and tells of each change', async () => {
    const { sender, noted, hashed, toldIds } = background();
    expect(await sender.send('notes.save', { note })).toEqual({ saved: note });
    expect(noted()).toEqual([hashed(PAGE)]);
    await sender.send('notes.save', { note: { ...note, _id: 'n2' } });
    await sender.send('notes.delete', { id: 'n1' });
    expect(noted()).toEqual([hashed(PAGE)]);
    await sender.send('notes.delete', { id: 'n2' });
    expect(noted()).toEqual([]);
    await sender.send('notes.restore', { note });
    expect(noted()).toEqual([hashed(PAGE)]);
    expect(toldIds()).toEqual([['n1'], ['n2'], ['n1'], ['n2'], ['n1']]);
  });

  it('takes no passage for lost that a frame of the tab has, or still looks for', async () => {
    const { sender, runtime, storage, lostIn } = background();
    for (const _id of ['n1', 'n2']) await sender.send('notes.save', { note: { ...note, _id } });
    lostIn.mockImplementation(async (_tab, ids) => ids.filter((id) => id !== 'n1'));
    const seen = (lost: string[], found: string[]) =>
      runtime.deliver(
        { name: 'notes.seen', params: { page: PAGE, lost, found } },
        {
          id: FAKE_ID,
          url: PAGE,
          tab: { id: 5 },
        },
      );
    await seen(['n1', 'n2'], []);
    expect(storage.data['orphans']).toEqual({ n2: LATER });
    await seen([], ['n2']);
    expect(storage.data['orphans']).toEqual({});
    expect(lostIn.mock.calls).toEqual([[5, ['n1', 'n2']]]);
  });

  it('remembers nothing of a private window', async () => {
    const { sender, runtime, storage } = background();
    await sender.send('notes.save', { note });
    const tab = { id: 5, incognito: true };
    const asked = { name: 'notes.seen', params: { page: PAGE, lost: ['n1'], found: [] } };
    expect(await runtime.deliver(asked, { id: FAKE_ID, url: PAGE, tab })).toMatchObject({ ok: true });
    expect(storage.data['orphans']).toBeUndefined();
  });

  it('knows no page for a note without one', async () => {
    const { sender, noted, toldIds } = background();
    await sender.send('notes.save', { note: { ...note, page: null } });
    expect(noted()).toBeUndefined();
    expect(toldIds()).toEqual([['n1']]);
  });

  it('tells the page that a note leaves, too', async () => {
    const { sender, told } = background();
    const moved = { ...note, page: 'https://frame.org/' };
    for (const each of [note, { ...note, text: 'y' }, moved]) await sender.send('notes.save', { note: each });
    const pages = told.mock.calls.map(([notes]) => notes.map(({ page }) => page));
    expect(pages).toEqual([[PAGE], [PAGE], [moved.page, PAGE]]);
  });

  it('lists the bin, and purges from it', async () => {
    const { sender, store, toldIds } = background();
    await sender.send('notes.save', { note });
    const { deleted } = await sender.send('notes.delete', { id: 'n1' });
    expect(await sender.send('notes.list', {})).toEqual([]);
    expect(await sender.send('notes.bin', {})).toEqual([deleted]);
    expect(await sender.send('notes.purge', { ids: ['n1', 'n9'] })).toEqual({ purged: ['n1'] });
    expect(store.notes.size).toBe(0);
    await sender.send('notes.purge', { ids: ['n1'] });
    expect(toldIds()).toEqual([['n1'], ['n1'], ['n1']]);
  });

  it('takes many notes at once, tells of them once, and names what is wrong with one', async () => {
    const { sender, noted, hashed, toldIds } = background();
    const notes = [note, { ...note, _id: 'n2', page: null }];
    expect(await sender.send('notes.putAll', { notes, over: false })).toMatchObject({ added: ['n1', 'n2'] });
    expect(noted()).toEqual([hashed(PAGE)]);
    expect(toldIds()).toEqual([['n1', 'n2']]);
    const broken = { notes: [{ ...note, text: 5 }] as never, over: false };
    await expect(sender.send('notes.putAll', broken)).rejects.toThrow('“notes.0.text” has to be string.');
    const many = { notes: Array<Note>(501).fill(note), over: false };
    await expect(sender.send('notes.putAll', many)).rejects.toThrow('at most 500');
  });

  it('knows the page before the note is saved, for a background may be killed in between', async () => {
    const { sender, store, noted, hashed } = background();
    let notedThen: unknown;
    store.save = () => {
      notedThen = noted();
      return Promise.reject(new StoreError('full'));
    };
    await expect(sender.send('notes.save', { note })).rejects.toMatchObject({
      kind: 'refused',
      code: 'full',
    });
    expect(notedThen).toEqual([hashed(PAGE)]);
  });

  it('saves although the set cannot be written', async () => {
    const { sender, storage, store } = background();
    vi.spyOn(storage.local, 'set').mockRejectedValue(new Error('full'));
    expect(await sender.send('notes.save', { note })).toEqual({ saved: note });
    expect(store.notes.get('n1')).toEqual(note);
  });

  it('does not forget pages while the notes cannot be read', async () => {
    const { store, storage, notedPages } = background();
    storage.data['noted-pages'] = ['abc'];
    store.list = () => Promise.reject(new StoreError('damaged'));
    await createNotedPagesSync(store, notedPages, NO_DRAFTS).sync();
    expect(storage.data['noted-pages']).toEqual(['abc']);
  });

  it('tells what is wrong, or that nothing is', async () => {
    const { sender, store } = background();
    expect(await sender.send('notes.health', {})).toEqual({ problem: null });
    store.health = async () => new StoreError('private');
    expect((await sender.send('notes.health', {})).problem).toBe('private');
  });

  it('answers with what is stored, which may be newer than what was sent', async () => {
    const { sender, store } = background();
    const newer = editNote(note, { text: 'newer' }, '2026-02-01T00:00:00.000Z');
    store.save = async () => newer;
    expect(await sender.send('notes.save', { note })).toEqual({ saved: newer });
  });

  it.each([
    [{ tab: { id: 7 }, frameId: 0, url: PAGE }, true],
    [{ tab: { id: 7 }, frameId: 3, url: PAGE }, false],
    [{ url: `${FAKE_BASE}popup.html` }, false],
  ])('shows the icon for the top frame of a tab: %j', async (sender, shown) => {
    const { runtime, showIcon } = background();
    const message = { name: 'icon.show', params: { state: 'off' } };
    const reply = await runtime.deliver(message, { id: FAKE_ID, ...sender });
    expect(reply).toEqual({ ok: true, result: { shown } });
    expect(showIcon.mock.calls).toEqual(shown ? [[7, 'off']] : []);
  });
});
