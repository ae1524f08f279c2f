import { describe, expect, it, vi } from 'vitest';
import type { Concept } from '../../core/concept.ts';
import { createNote, editNote, type Note } from '../../core/note.ts';
import { addressHash } from '../../core/page-address.ts';
import { createFakeRuntime, createFakeStorage, FAKE_BASE, FAKE_ID } from '../../testing/fake-runtime.ts';
import { backgroundGuards } from '../background-guards.ts';
import { createSender, handle } from '../message-bus.ts';
import type { BackgroundMessages } from '../messages.ts';
import type { NoteStore } from '../note-store.ts';
import { createNotedPages } from '../settings.ts';
import { StoreProblem } from '../store-problem.ts';
import { createAccept } from './accept.ts';
import { createAnswers, createNotePages } from './answers.ts';

const PAGE = 'https://example.org/essay';
const note = createNote({ id: 'n1', nowIso: '2026-01-01T00:00:00.000Z', page: PAGE, text: 'x' });
const entries = ['hukou', 'soviet'].map((id) => ({ id }) as Concept);

/** A store in memory, without the real one's care: that is tested beside it. */
function memoryStore(): NoteStore & { notes: Map<string, Note> } {
  const notes = new Map<string, Note>();
  const put = async (given: Note): Promise<Note> => {
    notes.set(given._id, given);
    return given;
  };
  return {
    notes,
    get: async (id) => notes.get(id) ?? null,
    list: async () => [...notes.values()],
    forPage: async (page) => [...notes.values()].filter((kept) => kept.page === page),
    save: put,
    restore: put,
    delete: async (id) => {
      const gone = notes.get(id);
      if (!gone) throw new StoreProblem('missing');
      notes.delete(id);
      return gone;
    },
    health: async () => null,
    close: async () => undefined,
  };
}

function background() {
  const store = memoryStore();
  const storage = createFakeStorage();
  const tellTabs = vi.fn(async () => undefined);
  const showIcon = vi.fn(async () => undefined);
  const runtime = createFakeRuntime();
  const notedPages = createNotedPages(storage);
  handle<BackgroundMessages>(runtime, createAnswers({ store, notedPages, entries, tellTabs, showIcon }), {
    guards: backgroundGuards,
    accept: createAccept(FAKE_BASE),
  });
  const noted = () => storage.data['noted-pages'];
  return { store, storage, tellTabs, showIcon, runtime, notedPages, noted, sender: createSender(runtime) };
}

describe('answers', () => {
  it('gives entries in the order asked, without those it does not know', async () => {
    const { sender } = background();
    const got = await sender.send('glossary.entries', { ids: ['soviet', 'unheard', 'hukou'] });
    expect(got.map(({ id }) => id)).toEqual(['soviet', 'hukou']);
  });

  it('keeps the set of noted pages true, and tells the tabs', async () => {
    const { sender, noted, tellTabs } = background();
    expect(await sender.send('notes.save', { note })).toEqual({ saved: note });
    expect(noted()).toEqual([addressHash(PAGE)]);
    await sender.send('notes.save', { note: { ...note, _id: 'n2' } });
    await sender.send('notes.delete', { id: 'n1' });
    expect(noted()).toEqual([addressHash(PAGE)]);
    await sender.send('notes.delete', { id: 'n2' });
    expect(noted()).toEqual([]);
    await sender.send('notes.restore', { note });
    expect(noted()).toEqual([addressHash(PAGE)]);
    expect(tellTabs.mock.calls).toEqual(Array(5).fill([PAGE]));
  });

  it('tells nobody of a note without a page', async () => {
    const { sender, noted, tellTabs } = background();
    await sender.send('notes.save', { note: { ...note, page: null } });
    expect(noted()).toBeUndefined();
    expect(tellTabs).not.toHaveBeenCalled();
  });

  it('knows the page before the note is saved, for a background may be killed in between', async () => {
    const { sender, store, noted } = background();
    let notedThen: unknown;
    store.save = () => {
      notedThen = noted();
      return Promise.reject(new StoreProblem('full'));
    };
    await expect(sender.send('notes.save', { note })).rejects.toThrow('no room left');
    expect(notedThen).toEqual([addressHash(PAGE)]);
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
    store.list = () => Promise.reject(new StoreProblem('damaged'));
    await createNotePages(store, notedPages).sync();
    expect(storage.data['noted-pages']).toEqual(['abc']);
  });

  it('tells what is wrong, or that nothing is', async () => {
    const { sender, store } = background();
    expect(await sender.send('notes.health', {})).toEqual({ problem: null });
    store.health = async () => new StoreProblem('private');
    expect((await sender.send('notes.health', {})).problem).toMatch('private windows');
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
    const reply = await runtime.deliver(message, { id: FAKE_ID, ...sender } as never);
    expect(reply).toEqual({ ok: true, result: { shown } });
    expect(showIcon.mock.calls).toEqual(shown ? [[7, 'off']] : []);
  });
});

describe('who may ask', () => {
  const accept = createAccept(FAKE_BASE);
  const tab = { id: 1 } as never;
  it.each<[string, keyof BackgroundMessages, unknown, Parameters<typeof accept>[2], boolean]>([
    ['the popup: all notes', 'notes.list', {}, { url: `${FAKE_BASE}popup.html` }, true],
    ['the library in a tab: all notes', 'notes.list', {}, { url: `${FAKE_BASE}library.html`, tab }, true],
    ['a page: all notes', 'notes.list', {}, { url: PAGE, tab }, false],
    ['a page: its own', 'notes.forPage', { page: PAGE }, { url: 'http://www.example.org/x', tab }, true],
    [
      'a page: those of another site',
      'notes.forPage',
      { page: PAGE },
      { url: 'https://evil.example/', tab },
      false,
    ],
    ['a frame without address', 'notes.forPage', { page: PAGE }, { url: 'about:srcdoc', tab }, false],
    ['a page saves', 'notes.save', { note }, { url: PAGE, tab }, true],
    ['a page that only looks like ours', 'notes.list', {}, { url: `https://x/?${FAKE_BASE}`, tab }, false],
    ['nobody knows who', 'notes.save', { note }, {}, false],
  ])('%s', (_name, name, params, sender, accepted) => {
    expect(accept(name, params, sender)).toBe(accepted);
  });
});
