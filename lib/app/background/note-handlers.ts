/** Answers messages about notes. A content script reads and changes the notes of its own site alone. */
import type { Note } from '../../core/notes/note.ts';
import { forgetGone, rememberSeen } from '../../core/library/orphaned-notes.ts';
import type { BackgroundMessages, MessagesBy } from '../../core/protocol/messages.ts';
import { NotAllowedError, type Asker } from '../../core/protocol/sender-policy.ts';
import type { DraftStore } from '../../platform/drafts/draft-store.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import type { OrphanStore } from '../../platform/storage/orphan-store.ts';
import type { NotedPagesSync } from './noted-pages-sync.ts';
import type { FrameOfTab } from './notify-tabs.ts';

export interface NoteHandlersParts {
  store: NoteStore;
  notedPages: NotedPagesSync;
  drafts: Pick<DraftStore, 'list' | 'drop'>;
  /**
   * Reports changed notes to pages of the extension and to tabs, except the frame that made the change. Never throws.
   */
  notify(notes: readonly Note[], changedBy: FrameOfTab | null): void;
  orphans: Pick<OrphanStore, 'change'>;
  /** Those of these notes whose passage is neither in the page of a tab nor in its frames. */
  orphansIn(tabId: number, notes: readonly string[]): Promise<string[]>;
  /** Now, ISO 8601 in UTC. */
  nowIso(): string;
}

export function createNoteHandlers(parts: NoteHandlersParts): Handlers<MessagesBy<'notes'>> {
  const { store, notedPages, drafts, notify, orphans, orphansIn, nowIso } = parts;

  async function change<T>(
    asker: Asker,
    write: () => Promise<T>,
    notesIn: (done: T) => readonly Note[],
  ): Promise<T> {
    const done = await write();
    await notedPages.sync();
    const notes = notesIn(done);
    if (notes.length > 0) notify(notes, frameOf(asker));
    return done;
  }

  /** The note as it is stored, for an asker that may change it. */
  async function ownedBy(asker: Asker, name: keyof BackgroundMessages, id: string): Promise<Note | null> {
    // A page of the extension may overwrite a document that cannot be read; a content script must prove that it owns
    // it.
    const stored = asker.isExtensionPage ? await store.get(id).catch(() => null) : await store.get(id);
    if (stored && !asker.owns(stored.page)) throw new NotAllowedError(name);
    return stored;
  }

  async function put(
    name: 'notes.save' | 'notes.restore',
    note: Note,
    asker: Asker,
    write: (note: Note) => Promise<Note>,
  ): Promise<{ saved: Note }> {
    const before = await ownedBy(asker, name, note._id);
    await notedPages.add([note]);
    const saved = await change(
      asker,
      () => write(note),
      // The page that it leaves is notified too.
      (now) => (before && before.page !== now.page ? [now, before] : [now]),
    );
    // The note holds the typed text now, even if its editor goes away before it drops the draft.
    const draft = (await drafts.list().catch(() => [])).find((each) => each.note === note._id);
    if (draft && draft.text === note.text) await drafts.drop(note._id).catch(() => false);
    // An older save is answered with what is stored, which may have moved to another site meanwhile.
    if (!asker.owns(saved.page)) throw new NotAllowedError(name);
    return { saved };
  }

  return {
    'notes.forPage': ({ page }) => store.forPage(page),
    'notes.onConcepts': async ({ concepts }, asker) =>
      (await store.list())
        .filter(
          ({ concept, selectors }) =>
            concept !== null && selectors.length === 0 && concepts.includes(concept),
        )
        .map((note) => (asker.owns(note.page) ? note : { ...note, page: null, title: '', tags: [] })),
    'notes.list': () => store.list(),
    'notes.save': ({ note }, asker) => put('notes.save', note, asker, (given) => store.save(given)),
    'notes.restore': ({ note }, asker) => put('notes.restore', note, asker, (given) => store.restore(given)),
    'notes.delete': async ({ id }, asker) => {
      await ownedBy(asker, 'notes.delete', id);
      const deleted = await change(
        asker,
        () => store.delete(id),
        (note) => [note],
      );
      return { deleted };
    },
    'notes.bin': () => store.listBin(),
    'notes.purge': async ({ ids }, asker) => {
      const purged = await change(
        asker,
        () => store.purge(ids),
        (notes) => notes,
      );
      return { purged: purged.map(({ _id }) => _id) };
    },
    'notes.putAll': async ({ notes, over }, asker) => {
      await notedPages.add(notes);
      return change(
        asker,
        () => store.putAll(notes, over),
        ({ saved, before }) => [...saved, ...before],
      );
    },
    'notes.seen': async ({ page, lost, found }, { tab }) => {
      // It would store which page was open, and when.
      if (tab?.incognito) return { done: true };
      // A page reports its own notes, whatever ids it names.
      const own = new Set((await store.forPage(page)).map(({ _id }) => _id));
      const missing = lost.filter((id) => own.has(id));
      const orphaned =
        missing.length === 0 || tab?.id === undefined ? missing : await orphansIn(tab.id, missing);
      const all = new Set([...(await store.list()), ...(await store.listBin())].map(({ _id }) => _id));
      const seen = { lost: orphaned, found: found.filter((id) => own.has(id)) };
      await orphans.change((known) => forgetGone(rememberSeen(known, seen, nowIso()), all));
      return { done: true };
    },
    'notes.health': async () => ({ problem: (await store.health())?.code ?? null }),
  };
}

const frameOf = ({ tab, frameId }: Asker): FrameOfTab | null =>
  tab?.id === undefined || frameId === undefined ? null : { tabId: tab.id, frameId };
