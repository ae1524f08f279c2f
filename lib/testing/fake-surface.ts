/** The extension APIs of popup and panel in Node: a page with one frame in the tab, and records of what was asked. */
import type { Browser } from 'webextension-polyfill';
import type { Note } from '../core/notes/note.ts';
import { NO_OUTLINE, type PageOutline } from '../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../core/sites/page-status.ts';
import type { Envelope } from '../platform/messaging/message-bus.ts';
import { createFakeNotes } from './fake-notes.ts';
import { createFakeStorage } from './fake-runtime.ts';

export const TAB = { id: 1, url: 'https://a.example/one', title: 'One', windowId: 5 };
/** The frame in the page; the page itself is 0. */
export const FRAME = 4;

export function createFakeSurface(notes: readonly Note[] = []) {
  const background = createFakeNotes(notes);
  const status: PageStatus = { state: 'on', textLength: 10, terms: [], notes: 0, problem: null };
  const outlines: Record<number, PageOutline> = {
    0: { ...NO_OUTLINE, page: TAB.url },
    [FRAME]: { ...NO_OUTLINE, page: 'https://frame.example/' },
  };
  const stored: Record<string, unknown> = {};
  /** Messages to the tab: its id, the name, the frame. */
  const asked: [tab: number, name: string, frame: number | undefined][] = [];
  /** All other calls, in order. */
  const did: string[] = [];
  const storage = createFakeStorage();
  const world = { access: true, tabs: [TAB] as { id: number; url: string }[] };

  Object.assign(background.answer, {
    'drafts.list': () => [],
    'notes.health': () => ({ problem: null }),
    'reader.get': ({ keys }: { keys: string[] }) =>
      Object.fromEntries(keys.filter((key) => key in stored).map((key) => [key, stored[key]])),
    'reader.replace': ({ key, after }: { key: string; after: unknown }) => {
      stored[key] = after;
      return { isReplaced: true, stored: after };
    },
  });

  const answers: Record<string, (frame: number) => unknown> = {
    'page.report': (frame) => ({ status, outline: outlines[frame] }),
    // The frame has what is looked for, and the page has not.
    'page.reveal': (frame) => ({ found: frame === FRAME }),
    'page.step': (frame) => ({ found: frame === FRAME }),
    'page.selection': () => null,
  };
  const extension = {
    runtime: {
      id: 'manicule-id',
      getURL: (path: string) => `chrome-extension://manicule-id/${path}`,
      getManifest: () => ({ name: 'Manicule', version: '0.1.0' }),
      async sendMessage({ name, params }: Envelope) {
        try {
          return { ok: true, result: await background.sender.send(name as never, params as never) };
        } catch (error) {
          return { ok: false, error: { message: (error as Error).message } };
        }
      },
      openOptionsPage: async () => void did.push('options'),
    },
    tabs: {
      query: async (filter: object) => {
        did.push(`query ${JSON.stringify(filter)}`);
        return world.tabs;
      },
      get: async (id: number) => ({ ...TAB, id }),
      create: async ({ url }: { url: string }) => void did.push(`open ${url}`),
      update: async (id: number, to: object) => void did.push(`update ${id} ${JSON.stringify(to)}`),
      async sendMessage(tab: number, { name }: Envelope, { frameId }: { frameId?: number } = {}) {
        asked.push([tab, name, frameId]);
        return { ok: true, result: answers[name]!(frameId ?? 0) };
      },
    },
    windows: { getCurrent: async () => ({ id: 5 }) },
    permissions: { contains: async () => world.access, request: async () => true },
    scripting: {
      executeScript: async () => Object.keys(outlines).map((id) => ({ frameId: Number(id), result: true })),
    },
    storage: { ...storage, session: { ...storage.local, remove: async () => undefined } },
    extension: { isAllowedFileSchemeAccess: async () => true },
  } as unknown as Browser;
  return { extension, background, status, outlines, stored, local: storage.data, asked, did, world };
}
