/**
 * Back, on a phone, closes what was opened by touch, where the browser tells of it (Chromium). Elsewhere Back leaves the
 * page as it always did: its history is not ours to write to.
 */
interface Watcher extends EventTarget {
  destroy(): void;
}

export function watchCloseRequests(within: AbortSignal, onBack: () => void): void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: new () => Watcher };
  if (!CloseWatcher) return;
  const watcher = new CloseWatcher();
  watcher.addEventListener('close', onBack, { signal: within });
  within.addEventListener('abort', () => watcher.destroy());
}
