/** What the background answers about drafts, and to editors without a parser. */
import { isWanted, type Draft } from '../../core/notes/draft.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import { completeTag } from '../../core/notes/tags.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';
import type { NoteStore } from '../../platform/notes/note-store.ts';
import type { DraftMessages } from '../../core/protocol/draft-messages.ts';
import type { DraftStore } from '../../platform/drafts/draft-store.ts';

export interface DraftHandlersParts {
  drafts: DraftStore;
  store: Pick<NoteStore, 'list'>;
  /** The list of drafts changed: tells our own pages. */
  told(): void;
  /** The first draft of a note was kept, or the last one went: its page is to know. */
  pagesChanged(): Promise<void>;
}

export function createDraftHandlers({
  drafts,
  store,
  told,
  pagesChanged,
}: DraftHandlersParts): Handlers<DraftMessages> {
  const reader = createNoteReader();
  /** Those that are not saved yet. A background that ends in a save may leave one behind, or get it again late. */
  async function list(): Promise<Draft[]> {
    const all = await drafts.list();
    if (!all.some(({ isNew }) => isNew)) return all;
    // Without the notes nobody knows: better one too many.
    const notes = new Map((await store.list().catch(() => [])).map((note) => [note._id, note]));
    return all.filter(({ note, isNew, changed }) => !isNew || (notes.get(note)?.changed ?? '') < changed);
  }
  return {
    'drafts.list': list,
    'drafts.wanted': async (wanted) => (await list()).filter((draft) => isWanted(draft, wanted)),
    'drafts.put': async ({ draft }) => {
      const { isFirst } = await drafts.put(draft);
      if (isFirst) await pagesChanged();
      told();
      return { kept: true };
    },
    'drafts.drop': async ({ note }) => {
      const dropped = await drafts.drop(note);
      await pagesChanged();
      // Also where a save took it away: whoever lists drafts hears of it here.
      told();
      return { dropped };
    },
    'notes.tags': async ({ typed }) => completeTag(await store.list(), typed),
    'notes.trees': ({ texts }) => texts.map((text) => reader.tree(text) ?? []),
  };
}
