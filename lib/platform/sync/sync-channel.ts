/** News of sync from the background to our own pages, and their presence, which keeps the background looking. */
import type { Runtime } from 'webextension-polyfill';
import type { SyncReport } from '../../core/sync/sync-status.ts';
import { fieldsOf } from '../../core/protocol/guards.ts';

export interface SyncChannel {
  tell(report: SyncReport): void;
  /** The answer ends it. */
  listen(onReport: (report: SyncReport) => void): () => void;
}

/** Only our own origin can speak on it. */
export function createSyncChannel(channel = new BroadcastChannel('manicule-sync')): SyncChannel {
  return {
    tell: (report) => channel.postMessage(report),
    listen(onReport) {
      const listener = ({ data }: MessageEvent): void => {
        if (fieldsOf(data)['state'] !== undefined) onReport(data as SyncReport);
      };
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
  };
}

const PORT = 'manicule-live';
const AGAIN_MS = 1000;

type ConnectRuntime = Pick<Runtime.Static, 'connect'>;
type ListenRuntime = Pick<Runtime.Static, 'onConnect' | 'getURL'>;

/**
 * For a page of ours, as long as it is open: a sync at once, and news from the server as they come. The background may
 * be ended at any time; the page then wakes it again.
 */
export function holdLive(runtime: ConnectRuntime): () => void {
  let port: Runtime.Port | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = true;
  const hold = (): void => {
    try {
      port = runtime.connect({ name: PORT });
    } catch {
      // The extension was updated: this page has to be opened anew anyway.
      return;
    }
    port.onDisconnect.addListener(() => {
      if (isHeld) timer = setTimeout(hold, AGAIN_MS);
    });
  };
  hold();
  return () => {
    isHeld = false;
    clearTimeout(timer);
    port?.disconnect();
  };
}

/** For the background: `onOpen` for each page of ours that is open; what it answers is called when the page has gone. */
export function listenForPages(runtime: ListenRuntime, onOpen: () => () => void): void {
  runtime.onConnect.addListener((port) => {
    if (port.name !== PORT || !port.sender?.url?.startsWith(runtime.getURL(''))) return;
    port.onDisconnect.addListener(onOpen());
  });
}
