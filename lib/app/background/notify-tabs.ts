import type { Scripting, Tabs } from 'webextension-polyfill';
import type { Note } from '../../core/notes/note.ts';
import { isSameSite } from '../../core/sites/page-address.ts';
import { frameAddresses, isAsleep } from '../../platform/tabs/frames.ts';
import { sendToTab } from '../../platform/messaging/message-bus.ts';
import type { NotesChange, NotesChannel } from '../../platform/notes/notes-channel.ts';

export type NotifiableTabs = Pick<Tabs.Static, 'query' | 'sendMessage'>;

/**
 * Tells every tab that shows the site of one of these pages that notes changed, and in other tabs the frames that do;
 * which page it is, by its canonical address, only they know. Those that do not listen are no error.
 */
export function createTabNotifier(
  tabs: NotifiableTabs,
  scripting?: Pick<Scripting.Static, 'executeScript'>,
): (pages: readonly string[]) => Promise<void> {
  async function tellFrames(tabId: number, isOfSite: (url: string) => boolean): Promise<void> {
    const frames = (await frameAddresses({ scripting }, tabId)).filter(({ url }) => isOfSite(url));
    const told = frames.map(({ frame }) => sendToTab(tabs, tabId, 'page.notesChanged', {}, frame));
    await Promise.allSettled(told);
  }
  return async (pages) => {
    if (pages.length === 0) return;
    const isOfSite = (url: string): boolean => pages.some((page) => isSameSite(url, page));
    const open = await tabs.query({}).catch(() => []);
    const told = open.map(async (tab) => {
      const { id, url } = tab;
      if (id === undefined || url === undefined) return;
      if (isOfSite(url)) await sendToTab(tabs, id, 'page.notesChanged', {});
      else if (!isAsleep(tab) && isReadable(url)) await tellFrames(id, isOfSite);
    });
    await Promise.allSettled(told);
  };
}

const isReadable = (url: string): boolean => /^(?:https?|file):/.test(url);

/** Tells all who show notes: tabs by message, our own pages by the signal. */
export function createNotesChanged(
  tellTabs: (pages: readonly string[]) => Promise<void>,
  signal: Pick<NotesChannel, 'notify'>,
): (notes: readonly Note[]) => void {
  return (notes) => {
    const change = changeOf(notes);
    signal.notify(change);
    void tellTabs(change.pages);
  };
}

const changeOf = (notes: readonly Note[]): NotesChange => ({
  ids: [...new Set(notes.map(({ _id }) => _id))],
  pages: [...new Set(notes.flatMap(({ page }) => page ?? []))],
});
