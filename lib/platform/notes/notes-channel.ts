/**
 * News of changed notes, from the background to our own pages: panel, library, options, popup. Content scripts live
 * in the page's origin and hear of it by `page.notesChanged`.
 */
import { fieldsOf, isText } from '../../core/protocol/guards.ts';

export interface NotesChange {
  ids: string[];
  /** Addresses of the pages that the notes are on. */
  pages: string[];
}

export interface NotesChannel {
  tell(change: NotesChange): void;
  /** The answer ends it. What this very signal tells is not heard by itself. */
  listen(onChange: (change: NotesChange) => void): () => void;
  close(): void;
}

export function createNotesChannel(
  channel: BroadcastChannel = new BroadcastChannel('manicule-notes'),
): NotesChannel {
  return {
    tell: (change) => channel.postMessage(change),
    listen(onChange) {
      const listener = ({ data }: MessageEvent): void => {
        const { ids, pages } = fieldsOf(data);
        if (!Array.isArray(ids) || !Array.isArray(pages)) return;
        onChange({ ids: ids.filter(isText), pages: pages.filter(isText) });
      };
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
    close: () => channel.close(),
  };
}
