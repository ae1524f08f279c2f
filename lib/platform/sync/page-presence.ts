/** A port from each open page of the extension: while there is one, the background waits for news from the server. */
import type { Runtime } from 'webextension-polyfill';

const PORT = 'manicule-live';
const RECONNECT_MS = 1000;

type ConnectRuntime = Pick<Runtime.Static, 'connect'>;
type ListenRuntime = Pick<Runtime.Static, 'onConnect' | 'getURL'>;

/** Reconnects when the browser has ended the background, which starts it again. Returns a function that disconnects. */
export function announcePage(runtime: ConnectRuntime): () => void {
  let port: Runtime.Port | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpen = true;
  const connect = (): void => {
    try {
      port = runtime.connect({ name: PORT });
    } catch {
      // The extension was updated, and this page has to be reloaded.
      return;
    }
    port.onDisconnect.addListener(() => {
      if (isOpen) timer = setTimeout(connect, RECONNECT_MS);
    });
  };
  connect();
  return () => {
    isOpen = false;
    clearTimeout(timer);
    port?.disconnect();
  };
}

/** `onOpen` is called for each page, and the function it returns when that page has closed. */
export function listenForPages(runtime: ListenRuntime, onOpen: () => () => void): void {
  runtime.onConnect.addListener((port) => {
    if (port.name !== PORT || !port.sender?.url?.startsWith(runtime.getURL(''))) return;
    port.onDisconnect.addListener(onOpen());
  });
}
