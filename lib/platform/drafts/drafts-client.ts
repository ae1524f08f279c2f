/** Drafts as our own pages have them: all of them, kept true by the signal; and what their editors need. */
import type { Draft } from '../../core/notes/draft.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import { completeTag } from '../../core/notes/tags.ts';
import { createDraftKeeper, type SendingDraftKeeper } from './draft-sender.ts';
import { createDraftsSignal } from './drafts-channel.ts';
import type { Sender } from '../messaging/message-bus.ts';
import type { OwnNotes } from '../notes/notes-client.ts';

export function createOwnDrafts(sender: Sender, onChanged: () => void): SendingDraftKeeper {
  const drafts = createDraftKeeper({
    sender,
    read: (): Promise<Draft[]> => sender.sendUntilAcknowledged('drafts.list', {}),
    onChanged,
  });
  createDraftsSignal().listen(() => void drafts.load());
  addEventListener('pagehide', () => drafts.flush());
  return drafts;
}

export interface OwnTools {
  reader: NoteReader;
  completeTags(typed: string): Promise<readonly string[]>;
}

export const createOwnTools = (notes: Pick<OwnNotes, 'list'>): OwnTools => ({
  reader: createNoteReader(),
  completeTags: async (typed) => completeTag(notes.list(), typed),
});
