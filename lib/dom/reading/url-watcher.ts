/** Notices when a single-page application shows another address without a load. */

interface NavigationLike {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * @param onRoute called after the address changed.
 * @returns checks now, for browsers without the Navigation API, where `pushState` fires no event.
 */
export function watchUrl(signal: AbortSignal, onRoute: () => void): () => void {
  let url = location.href;
  const check = (): void => {
    if (location.href === url) return;
    url = location.href;
    onRoute();
  };
  const { navigation } = window as unknown as { navigation?: NavigationLike };
  navigation?.addEventListener('currententrychange', check, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, check, { signal });
  return check;
}
