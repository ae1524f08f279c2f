/** Chromium's CloseWatcher (https://developer.mozilla.org/docs/Web/API/CloseWatcher); Firefox 153 has none. */
interface CloseWatcherLike extends EventTarget {
  destroy(): void;
}

/**
 * Calls `onBack` when the reader goes back on a phone, until the signal aborts. Without CloseWatcher Back leaves the
 * page: its history must not be written to.
 */
export function watchCloseRequests(signal: AbortSignal, onBack: () => void): void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: new () => CloseWatcherLike };
  if (!CloseWatcher) return;
  const watcher = new CloseWatcher();
  watcher.addEventListener('close', onBack, { signal });
  signal.addEventListener('abort', () => watcher.destroy());
}
