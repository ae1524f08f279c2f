import { isSameSite } from '../sites/page-address.ts';
import { DRAFTS_OURS_ALONE } from './draft-messages.ts';
import { fieldsOf } from './guards.ts';
import type { MessageSender } from './message-types.ts';
import type { BackgroundMessages } from './messages.ts';
import { SYNC_OURS_ALONE } from './sync-messages.ts';

const OURS_ALONE: (keyof BackgroundMessages)[] = [
  'notes.list',
  'notes.bin',
  'notes.purge',
  'notes.putAll',
  ...SYNC_OURS_ALONE,
  ...DRAFTS_OURS_ALONE,
];

/** Answered for the site of the page that asks alone. */
const OF_ONE_PAGE: (keyof BackgroundMessages)[] = [
  'notes.forPage',
  'notes.conflicts',
  'notes.seen',
  'drafts.wanted',
];

/**
 * May this sender ask this? Our own pages may ask everything. A content script shares its process with a page that
 * may be hostile: it gets the notes of its own site and never the list of all, and it may not touch many at once.
 *
 * @param base address of our own pages, as `runtime.getURL('')` gives it.
 */
export function createAccept(base: string) {
  return (name: keyof BackgroundMessages, params: unknown, { url, origin, tab }: MessageSender): boolean => {
    if (url?.startsWith(base)) return true;
    if (!tab || url === undefined) return false;
    if (OURS_ALONE.includes(name)) return false;
    if (!OF_ONE_PAGE.includes(name)) return true;
    const { page } = fieldsOf(params);
    if (name === 'drafts.wanted' && page === null) return true;
    // What a page has written into a frame has its origin, and no address.
    const site = url.startsWith('about:') ? origin : url;
    return typeof page === 'string' && site !== undefined && isSameSite(page, site);
  };
}
