import { fieldsOf } from '../../core/base/untrusted-fields.ts';
import { createChannel, type Channel } from '../messaging/channel.ts';

export interface NotesChange {
  ids: string[];
  /** Addresses of the notes' pages. */
  pages: string[];
}

export type NotesChannel = Channel<NotesChange>;

/** For the extension's pages; content scripts get the message `page.notesChanged`. */
export const createNotesChannel = (name = 'manicule-notes'): NotesChannel =>
  createChannel(name, (data) => {
    const { ids, pages } = fieldsOf(data);
    if (!Array.isArray(ids) || !Array.isArray(pages)) return undefined;
    return { ids: ids.filter(isText), pages: pages.filter(isText) };
  });

const isText = (value: unknown): value is string => typeof value === 'string';
