/** All drafts, for the extension's own pages, kept current by the channel; and the tools of their editors. */
import type { Draft } from '../../core/notes/draft.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import { completeTag } from '../../core/notes/tags.ts';
import { createDraftSender, type DraftSender } from './draft-sender.ts';
import { createDraftsChannel } from './drafts-channel.ts';
import type { Sender } from '../messaging/message-bus.ts';
import type { NotesClient } from '../notes/notes-client.ts';

export function createDraftsClient(sender: Sender, onChanged: () => void): DraftSender {
  const drafts = createDraftSender({
    sender,
    read: (): Promise<Draft[]> => sender.sendUntilAcknowledged('drafts.list', {}),
    onChanged,
  });
  createDraftsChannel().listen(() => void drafts.load());
  addEventListener('pagehide', () => drafts.flush());
  return drafts;
}

export interface LocalNoteTools {
  reader: NoteReader;
  completeTags(typed: string): Promise<readonly string[]>;
}

export const createLocalNoteTools = (notes: Pick<NotesClient, 'list'>): LocalNoteTools => ({
  reader: createNoteReader(),
  completeTags: async (typed) => completeTag(notes.list(), typed),
});
