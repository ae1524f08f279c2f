import type { NoteSource } from '../../core/notes/note-editor-controller.ts';
import type { Note } from '../../core/notes/note.ts';
import { sortNotes } from '../../core/notes/note.ts';
import type { Sender } from '../messaging/message-bus.ts';

export interface NotesClient extends NoteSource {
  load(): Promise<void>;
}

export interface NotesClientOptions {
  sender: Sender;
  /** Address and title of the active page. */
  page(): string | null;
  title(): string;
  onChanged(): void;
}

/** All notes, the last changed first, for the extension's pages. */
export function createNotesClient({ sender, page, title, onChanged }: NotesClientOptions): NotesClient {
  let notes: Note[] = [];
  const put = (note: Note): Note => {
    notes = sortNotes([...notes.filter(({ _id }) => _id !== note._id), note]);
    onChanged();
    return note;
  };
  return {
    list: () => notes,
    stamp: () => ({
      id: crypto.randomUUID(),
      nowIso: new Date().toISOString(),
      page: page(),
      title: title(),
    }),
    async load() {
      // The page still searches without notes, and shows the failure when the reader saves one.
      notes = sortNotes(await sender.sendUntilAcknowledged('notes.list', {}).catch(() => notes));
      onChanged();
    },
    save: async (note) => put((await sender.sendUntilAcknowledged('notes.save', { note })).saved),
    async remove(id) {
      const { deleted } = await sender.sendUntilAcknowledged('notes.delete', { id });
      notes = notes.filter(({ _id }) => _id !== id);
      onChanged();
      return deleted;
    },
    restore: async (note) => put((await sender.sendUntilAcknowledged('notes.restore', { note })).saved),
  };
}
