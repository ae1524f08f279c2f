import type { Concept } from '../../core/concept.ts';
import type { Note } from '../../core/note.ts';
import { addressHash } from '../../core/page-address.ts';
import type { SiteState } from '../../core/site-rule.ts';
import type { Handlers } from '../message-bus.ts';
import type { BackgroundMessages } from '../messages.ts';
import type { NoteStore } from '../note-store.ts';
import type { NotedPagesStore } from '../settings.ts';

export interface AnswersParts {
  store: NoteStore;
  notedPages: NotedPagesStore;
  entries: readonly Concept[];
  /** Notes of this page changed. Never throws, and nobody waits for it. */
  tellTabs: (page: string) => Promise<void>;
  showIcon: (tabId: number, state: SiteState) => Promise<void>;
}

/** What the background answers to every message. */
export function createAnswers(parts: AnswersParts): Handlers<BackgroundMessages> {
  const { store, notedPages, entries, tellTabs, showIcon } = parts;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const notePages = createNotePages(store, notedPages);

  async function changed(write: () => Promise<Note>): Promise<Note> {
    const note = await write();
    await notePages.sync();
    if (note.page !== null) void tellTabs(note.page);
    return note;
  }

  async function put(note: Note, write: (note: Note) => Promise<Note>): Promise<{ saved: Note }> {
    await notePages.add(note.page);
    return { saved: await changed(() => write(note)) };
  }

  return {
    'glossary.entries': ({ ids }) =>
      ids.flatMap((id) => {
        const entry = byId.get(id);
        return entry ? [entry] : [];
      }),
    'notes.forPage': ({ page }) => store.forPage(page),
    'notes.list': () => store.list(),
    'notes.save': ({ note }) => put(note, (given) => store.save(given)),
    'notes.restore': ({ note }) => put(note, (given) => store.restore(given)),
    'notes.delete': async ({ id }) => ({ deleted: await changed(() => store.delete(id)) }),
    'notes.health': async () => ({ problem: (await store.health())?.message ?? null }),
    'icon.show': async ({ state }, { tab, frameId }) => {
      if (tab?.id === undefined || frameId !== 0) return { shown: false };
      await showIcon(tab.id, state);
      return { shown: true };
    },
  };
}

export interface NotePages {
  add(page: string | null): Promise<void>;
  sync(): Promise<void>;
}

/**
 * Keeps the set of pages with notes true, so that a page without any never asks. A page is added before its note is
 * saved: were the background killed in between, the page would ask in vain, but never miss a note. The note matters
 * more than the set: a set that cannot be written is written at the next change.
 */
export function createNotePages(store: NoteStore, notedPages: NotedPagesStore): NotePages {
  return {
    async add(page) {
      if (page === null) return;
      try {
        await notedPages.set(new Set([...(await notedPages.get()), addressHash(page)]));
      } catch {
        // See above.
      }
    },
    async sync() {
      try {
        const pages = (await store.list()).flatMap(({ page }) => (page === null ? [] : [page]));
        await notedPages.set(new Set(pages.map(addressHash)));
      } catch {
        // See above.
      }
    },
  };
}
