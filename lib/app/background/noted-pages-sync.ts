/** Maintains the set of pages with notes or drafts, so that a page without any never wakes the background. */
import type { Note } from '../../core/notes/note.ts';
import type { DraftStore } from '../../platform/drafts/draft-store.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import type { NotedPagesStore } from '../../platform/storage/local-settings.ts';

export interface NotedPagesSync {
  /**
   * Before the note is saved: were the background killed in between, the page would ask in vain, but never miss a
   * note. The note matters more than the set: a set that cannot be written is written at the next change.
   */
  add(notes: readonly Note[]): Promise<void>;
  sync(): Promise<void>;
}

export function createNotedPagesSync(
  store: Pick<NoteStore, 'list'>,
  notedPages: NotedPagesStore,
  drafts: Pick<DraftStore, 'list'>,
): NotedPagesSync {
  return {
    async add(notes) {
      const pages = notes.flatMap(({ page }) => (page === null ? [] : [page]));
      if (pages.length === 0) return;
      try {
        await notedPages.add(pages);
      } catch {
        // Written at the next change.
      }
    },
    async sync() {
      try {
        const begun = await drafts.list().catch(() => []);
        const pages = [...(await store.list()), ...begun].flatMap(({ page }) =>
          page === null ? [] : [page],
        );
        await notedPages.replace(pages);
      } catch {
        // Written at the next change.
      }
    },
  };
}
