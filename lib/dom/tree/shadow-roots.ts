/**
 * The open shadow trees of the page, as reading comes upon them. Nobody tells when an element gets one: those that are
 * likely to (custom elements without any yet) are remembered and looked at again, a few times.
 */
import { isShadowRoot } from './composed-tree.ts';

export interface ShadowRoots {
  /** Reading came upon this root. */
  found(root: ShadowRoot): void;
  /** Reading came upon a custom element without an open root. */
  await(element: Element): void;
  /** Elements that were waited for and have a root now. */
  arrived(): Element[];
  /** Whether one that waits is not even defined yet. */
  isAnyUndefined(): boolean;
  /** Those that are in the page now. */
  roots(): readonly ShadowRoot[];
  /** Whether there was one: what stands before what, and around it, has to be asked across trees then. */
  readonly any: boolean;
  /** Called for every root, those that are known already included. */
  onFound(listener: (root: ShadowRoot) => void): void;
}

/** More than these are not waited for. */
const MAX_WAITING = 2000;

export function createShadowRoots(): ShadowRoots {
  const known = new Set<ShadowRoot>();
  const waiting = new Set<Element>();
  const listeners: ((root: ShadowRoot) => void)[] = [];
  let any = false;

  function roots(): readonly ShadowRoot[] {
    for (const root of known) if (!root.isConnected) known.delete(root);
    return [...known];
  }

  return {
    found(root) {
      any = true;
      if (known.has(root)) return;
      known.add(root);
      waiting.delete(root.host);
      for (const listener of listeners) listener(root);
    },
    await(element) {
      if (waiting.size < MAX_WAITING) waiting.add(element);
    },
    arrived() {
      const now: Element[] = [];
      for (const element of waiting) {
        if (!element.isConnected) waiting.delete(element);
        else if (isShadowRoot(element.shadowRoot)) {
          waiting.delete(element);
          now.push(element);
        }
      }
      return now;
    },
    isAnyUndefined() {
      for (const element of waiting) if (element.matches(':not(:defined)')) return true;
      return false;
    },
    roots,
    get any() {
      return any;
    },
    onFound(listener) {
      listeners.push(listener);
      for (const root of known) listener(root);
    },
  };
}
