/** Answers messages about drafts, and editors that carry no parser. A content script has the drafts of its own site. */
import { isWanted, type Draft } from '../../core/notes/draft.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import { completeTag } from '../../core/notes/tags.ts';
import type { MessagesBy } from '../../core/protocol/messages.ts';
import { NotAllowedError, type Asker } from '../../core/protocol/sender-policy.ts';
import type { DraftStore } from '../../platform/drafts/draft-store.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';

/** Far more than anybody begins on one site: a single site must not fill the store for all others. */
export const MAX_DRAFTS_OF_SITE = 50;

export interface DraftHandlersParts {
  drafts: DraftStore;
  store: Pick<NoteStore, 'get' | 'list'>;
  /** Notifies pages of the extension that the list of drafts changed. */
  notify(): void;
  /** The first draft of a note was stored, or the last one dropped: the set of noted pages may change. */
  onPagesChanged(): Promise<void>;
}

export function createDraftHandlers({
  drafts,
  store,
  notify,
  onPagesChanged,
}: DraftHandlersParts): Handlers<MessagesBy<'drafts'>> {
  const reader = createNoteReader();

  /**
   * Drafts that are not saved yet. A background that is stopped during a save may leave one behind or receive it again
   * late.
   */
  async function list(): Promise<Draft[]> {
    const all = await drafts.list();
    if (!all.some(({ isNew }) => isNew)) return all;
    // If the notes cannot be read, list a draft too many rather than hide one.
    const notes = new Map((await store.list().catch(() => [])).map((note) => [note._id, note]));
    return all.filter(({ note, isNew, changed }) => !isNew || (notes.get(note)?.changed ?? '') < changed);
  }

  async function checkOwner(draft: Draft, asker: Asker): Promise<void> {
    if (asker.isExtensionPage) return;
    const [all, note] = await Promise.all([drafts.list(), store.get(draft.note)]);
    const before = all.find((each) => each.note === draft.note);
    const isOthers = [before, note].some((stored) => stored && !asker.owns(stored.page));
    if (isOthers) throw new NotAllowedError('drafts.put');
    if (!before && all.filter(({ page }) => asker.owns(page)).length >= MAX_DRAFTS_OF_SITE) {
      throw new Error('This site has too many unfinished notes.');
    }
  }

  return {
    'drafts.list': list,
    'drafts.wanted': async (wanted, asker) =>
      (await list()).filter((draft) => isWanted(draft, wanted) && asker.owns(draft.page)),
    'drafts.put': async ({ draft }, asker) => {
      await checkOwner(draft, asker);
      const { isFirst } = await drafts.put(draft);
      if (isFirst) await onPagesChanged();
      notify();
      return { stored: true };
    },
    'drafts.drop': async ({ note }, asker) => {
      const stored = asker.isExtensionPage ? null : (await drafts.list()).find((each) => each.note === note);
      if (stored && !asker.owns(stored.page)) throw new NotAllowedError('drafts.drop');
      const dropped = await drafts.drop(note);
      await onPagesChanged();
      // Notifies even if a save dropped it before: lists of drafts depend on it.
      notify();
      return { dropped };
    },
    'notes.tags': async ({ typed }, asker) =>
      completeTag(
        (await store.list()).filter(({ page }) => asker.owns(page)),
        typed,
      ),
    'notes.trees': ({ texts }) => texts.map((text) => reader.tree(text) ?? []),
  };
}
