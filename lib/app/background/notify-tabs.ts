import type { Scripting, Tabs } from 'webextension-polyfill';
import type { Note } from '../../core/notes/note.ts';
import { isSameSite } from '../../core/sites/page-address.ts';
import { frameAddresses, isAsleep } from '../../platform/tabs/frames.ts';
import { sendToTab } from '../../platform/messaging/message-bus.ts';
import type { NotesChange, NotesChannel } from '../../platform/notes/notes-channel.ts';

export type NotifiableTabs = Pick<Tabs.Static, 'query' | 'sendMessage'>;

export interface FrameOfTab {
  tabId: number;
  /** 0: the page itself. */
  frameId: number;
}

/**
 * Notifies every tab that shows the site of one of these pages that notes changed, and in other tabs the frames that
 * do; their canonical address is known to them alone. The frame that made the change has painted it already.
 */
export type TabNotifier = (pages: readonly string[], changedBy?: FrameOfTab | null) => Promise<void>;

export function createTabNotifier(
  tabs: NotifiableTabs,
  scripting?: Pick<Scripting.Static, 'executeScript'>,
): TabNotifier {
  const notify = (tabId: number, frameId?: number): Promise<unknown> =>
    sendToTab(tabs, tabId, 'page.notesChanged', {}, frameId);

  return async (pages, changedBy = null) => {
    if (pages.length === 0) return;
    const isOfSite = (url: string): boolean => pages.some((page) => isSameSite(url, page));
    const open = await tabs.query({}).catch(() => []);
    const notified = open.map(async (tab) => {
      const { id, url } = tab;
      if (id === undefined || url === undefined) return;
      const isShown = isOfSite(url);
      const skipped = changedBy?.tabId === id ? changedBy.frameId : null;
      if (isShown && skipped === null) return notify(id);
      if (!isShown && (isAsleep(tab) || !isReadable(url))) return;
      const inner = (await frameAddresses({ scripting }, id))
        // Frames that the page wrote have no address, and may show its notes.
        .filter((frame) => isOfSite(frame.url) || (isShown && frame.url.startsWith('about:')))
        .map(({ frame }) => frame);
      const frames = [...(isShown ? [0] : []), ...inner].filter((frame) => frame !== skipped);
      return Promise.allSettled(frames.map((frame) => notify(id, frame)));
    });
    await Promise.allSettled(notified);
  };
}

const isReadable = (url: string): boolean => /^(?:https?|file):/.test(url);

/** Notifies everything that shows notes: tabs by message, pages of the extension by the channel. */
export function createNotesNotifier(
  notifyTabs: TabNotifier,
  channel: Pick<NotesChannel, 'notify'>,
): (notes: readonly Note[], changedBy?: FrameOfTab | null) => void {
  return (notes, changedBy = null) => {
    const change = changeOf(notes);
    channel.notify(change);
    void notifyTabs(change.pages, changedBy);
  };
}

const changeOf = (notes: readonly Note[]): NotesChange => ({
  ids: [...new Set(notes.map(({ _id }) => _id))],
  pages: [...new Set(notes.flatMap(({ page }) => page ?? []))],
});
