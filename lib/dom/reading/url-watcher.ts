/** Tells when a page shows another address without being loaded anew, as single-page applications do. */

interface NavigationLike {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * @param onRoute after the address changed.
 * @returns looks whether it did: for browsers that tell nobody of `pushState`.
 */
export function watchUrl(signal: AbortSignal, onRoute: () => void): () => void {
  let known = location.href;
  const check = (): void => {
    if (location.href === known) return;
    known = location.href;
    onRoute();
  };
  // Where the browser has it, it tells of `pushState` too.
  const navigation = (window as unknown as { navigation?: NavigationLike }).navigation;
  navigation?.addEventListener('currententrychange', check, { signal });
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, check, { signal });
  return check;
}
