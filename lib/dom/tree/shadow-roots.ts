/**
 * The page's open shadow roots, collected as reading meets them. No event announces that an element gets a root, so
 * custom elements without one are remembered and asked again a few times.
 */
import { isShadowRoot } from './composed-tree.ts';

export interface ShadowRoots {
  add(root: ShadowRoot): void;
  /** Remembers a custom element that has no open root yet. */
  awaitRoot(element: Element): void;
  /** Forgets, and answers, the awaited elements that have a root by now. */
  takeArrived(): Element[];
  /** Whether an awaited element is not even defined yet. */
  isAnyUndefined(): boolean;
  /** Roots that are in the page now. */
  roots(): readonly ShadowRoot[];
  /** Whether a root was ever added: order and ancestors then have to be looked up across trees. */
  readonly hadAny: boolean;
  /** Calls the listener for every root, including those already known. */
  onFound(listener: (root: ShadowRoot) => void): void;
}

const MAX_AWAITED = 2000;

export function createShadowRoots(): ShadowRoots {
  const known = new Set<ShadowRoot>();
  const awaited = new Set<Element>();
  const listeners: ((root: ShadowRoot) => void)[] = [];
  let hadAny = false;

  function roots(): readonly ShadowRoot[] {
    for (const root of known) if (!root.isConnected) known.delete(root);
    return [...known];
  }

  return {
    add(root) {
      hadAny = true;
      if (known.has(root)) return;
      known.add(root);
      awaited.delete(root.host);
      for (const listener of listeners) listener(root);
    },
    awaitRoot(element) {
      if (awaited.size < MAX_AWAITED) awaited.add(element);
    },
    takeArrived() {
      const arrived: Element[] = [];
      for (const element of awaited) {
        if (!element.isConnected) awaited.delete(element);
        else if (isShadowRoot(element.shadowRoot)) {
          awaited.delete(element);
          arrived.push(element);
        }
      }
      return arrived;
    },
    isAnyUndefined() {
      for (const element of awaited) if (element.matches(':not(:defined)')) return true;
      return false;
    },
    roots,
    get hadAny() {
      return hadAny;
    },
    onFound(listener) {
      listeners.push(listener);
      for (const root of known) listener(root);
    },
  };
}
