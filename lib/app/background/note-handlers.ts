import type { Concept } from '../../core/glossary/concept.ts';
import { forgetGone, rememberSeen } from '../../core/library/orphaned-notes.ts';
import type { Note } from '../../core/notes/note.ts';
import { addressHash, siteHost } from '../../core/sites/page-address.ts';
import type { SiteState } from '../../core/sites/site-rule.ts';
import type { StringTable, SurfaceTables } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import type { OrphanStore } from '../../platform/storage/orphan-store.ts';
import type { DraftStore } from '../../platform/drafts/draft-store.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';
import type { BackgroundMessages } from '../../core/protocol/messages.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import type { NotedPagesStore } from '../../platform/storage/local-settings.ts';

export interface NoteHandlersParts {
  store: NoteStore;
  notedPages: NotedPagesStore;
  drafts: Pick<DraftStore, 'list' | 'drop'>;
  entries: readonly Concept[];
  /** These notes changed: tells tabs and our own pages. Never throws, and nobody waits for it. */
  told: (notes: readonly Note[]) => void;
  lostPlaces: Pick<OrphanStore, 'change'>;
  /** Which of these notes have no place in the page of a tab, nor in any of its frames. */
  lostIn: (tabId: number, notes: readonly string[]) => Promise<string[]>;
  /** When the last backup was made, ISO 8601; null: never. */
  lastBackup: () => Promise<string | null>;
  /** Runs a script of ours in a frame. */
  runScript: (tabId: number, frameId: number, file: string) => Promise<unknown>;
  showIcon: (tabId: number, state: SiteState) => Promise<void>;
  /** Now, ISO 8601 in UTC. */
  nowIso: () => string;
}

/** What the background answers to every message. */
export function createNoteHandlers(parts: NoteHandlersParts): Handlers<BackgroundMessages> {
  const {
    store,
    notedPages,
    drafts,
    entries,
    told,
    lastBackup,
    lostPlaces,
    lostIn,
    runScript,
    showIcon,
    nowIso,
  } = parts;
  const tables: SurfaceTables & { en: StringTable } = card;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const notePages = createNotePages(store, notedPages, drafts);

  async function changed<T>(write: () => Promise<T>, notesIn: (done: T) => readonly Note[]): Promise<T> {
    const done = await write();
    await notePages.sync();
    const notes = notesIn(done);
    if (notes.length > 0) told(notes);
    return done;
  }
  const one = (write: () => Promise<Note>): Promise<Note> => changed(write, (note) => [note]);

  async function put(note: Note, write: (note: Note) => Promise<Note>): Promise<{ saved: Note }> {
    await notePages.add([note]);
    const before = await store.get(note._id).catch(() => null);
    // The page that it leaves hears of it too.
    const saved = await changed(
      () => write(note),
      (now) => (before && before.page !== now.page ? [now, before] : [now]),
    );
    // What was typed is in the note now, even if whoever typed it goes away before saying so.
    const own = (await drafts.list().catch(() => [])).find((draft) => draft.note === note._id);
    if (own && own.text === note.text) await drafts.drop(note._id).catch(() => false);
    return { saved };
  }

  return {
    'glossary.entries': ({ ids }) =>
      ids.flatMap((id) => {
        const entry = byId.get(id);
        return entry ? [entry] : [];
      }),
    'strings.card': ({ lang }) => ({ table: tables[lang] ?? tables.en }),
    'notes.forPage': ({ page }) => store.forPage(page),
    'notes.onConcepts': async ({ concepts }) =>
      (await store.list()).filter(
        ({ concept, selectors }) => concept !== null && selectors.length === 0 && concepts.includes(concept),
      ),
    'notes.list': () => store.list(),
    'notes.save': ({ note }) => put(note, (given) => store.save(given)),
    'notes.restore': ({ note }) => put(note, (given) => store.restore(given)),
    'notes.delete': async ({ id }) => ({ deleted: await one(() => store.delete(id)) }),
    'notes.bin': () => store.listBin(),
    'notes.purge': async ({ ids }) => {
      const purged = await changed(
        () => store.purge(ids),
        (notes) => notes,
      );
      return { purged: purged.map(({ _id }) => _id) };
    },
    'notes.putAll': async ({ notes, over }) => {
      await notePages.add(notes);
      return changed(
        () => store.putAll(notes, over),
        ({ saved, before }) => [...saved, ...before],
      );
    },
    'notes.seen': async ({ page, lost: missed, found }, { tab }) => {
      const lost = missed.length === 0 || tab?.id === undefined ? missed : await lostIn(tab.id, missed);
      // A page tells of its own notes, whatever ids it names.
      const own = new Set((await store.forPage(page)).map(({ _id }) => _id));
      const ofPage = (ids: readonly string[]): string[] => ids.filter((id) => own.has(id));
      const all = new Set([...(await store.list()), ...(await store.listBin())].map(({ _id }) => _id));
      await lostPlaces.change((known) =>
        forgetGone(rememberSeen(known, { lost: ofPage(lost), found: ofPage(found) }, nowIso()), all),
      );
      return { kept: true };
    },
    'backup.last': async () => ({ made: await lastBackup() }),
    'notes.health': async () => ({ problem: (await store.health())?.code ?? null }),
    'page.bring': async ({ script }, { tab, frameId }) => {
      if (tab?.id === undefined || frameId === undefined) return { brought: false };
      await runScript(tab.id, frameId, `${script}.js`);
      return { brought: true };
    },
    'tab.host': (_, { tab }) => ({ host: tab?.url === undefined ? null : siteHost(tab.url) }),
    'icon.show': async ({ state }, { tab, frameId }) => {
      if (tab?.id === undefined || frameId !== 0) return { shown: false };
      await showIcon(tab.id, state);
      return { shown: true };
    },
  };
}

export interface NotePages {
  add(notes: readonly Note[]): Promise<void>;
  sync(): Promise<void>;
}

/**
 * Keeps the set of pages with notes or drafts true, so that a page without any never asks. A page is added before its note is
 * saved: were the background killed in between, the page would ask in vain, but never miss a note. The note matters
 * more than the set: a set that cannot be written is written at the next change.
 */
export function createNotePages(
  store: NoteStore,
  notedPages: NotedPagesStore,
  drafts: Pick<DraftStore, 'list'>,
): NotePages {
  return {
    async add(notes) {
      const hashes = notes.flatMap(({ page }) => (page === null ? [] : [addressHash(page)]));
      if (hashes.length === 0) return;
      try {
        await notedPages.set(new Set([...(await notedPages.get()), ...hashes]));
      } catch {
        // See above.
      }
    },
    async sync() {
      try {
        const begun = await drafts.list().catch(() => []);
        const pages = [...(await store.list()), ...begun].flatMap(({ page }) =>
          page === null ? [] : [page],
        );
        await notedPages.set(new Set(pages.map(addressHash)));
      } catch {
        // See above.
      }
    },
  };
}
