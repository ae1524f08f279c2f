import type { Tabs } from 'webextension-polyfill';
import type { Note } from '../../core/note.ts';
import { isSameSite } from '../../core/page-address.ts';
import { sendToTab } from '../message-bus.ts';
import type { NotesChange, NotesSignal } from '../notes-signal.ts';

export type TellingTabs = Pick<Tabs.Static, 'query' | 'sendMessage'>;

/**
 * Tells every tab that shows the site of one of these pages that notes changed; which page it is, by its canonical
 * address, only the tab knows. Tabs that do not listen are no error.
 */
export function createTellTabs(tabs: TellingTabs): (pages: readonly string[]) => Promise<void> {
  return async (pages) => {
    if (pages.length === 0) return;
    const open = await tabs.query({}).catch(() => []);
    const told = open
      .filter(({ id, url }) => id !== undefined && url !== undefined && pages.some((p) => isSameSite(url, p)))
      .map(({ id }) => sendToTab(tabs, id!, 'page.notesChanged', {}));
    await Promise.allSettled(told);
  };
}

/** Tells all who show notes: tabs by message, our own pages by the signal. */
export function createTold(
  tellTabs: (pages: readonly string[]) => Promise<void>,
  signal: Pick<NotesSignal, 'tell'>,
): (notes: readonly Note[]) => void {
  return (notes) => {
    const change = changeOf(notes);
    signal.tell(change);
    void tellTabs(change.pages);
  };
}

const changeOf = (notes: readonly Note[]): NotesChange => ({
  ids: [...new Set(notes.map(({ _id }) => _id))],
  pages: [...new Set(notes.flatMap(({ page }) => page ?? []))],
});
