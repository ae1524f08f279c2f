/** A page for tests in Node: jsdom, its globals, and small stand-ins for what jsdom lacks (layout, highlights, idle time). */
import { JSDOM, type DOMWindow } from 'jsdom';
import { vi } from 'vitest';

export type FakeWindow = DOMWindow & typeof globalThis;

export interface FakePage {
  window: FakeWindow;
  document: Document;
  /** Elements that observers of intersections watch now. */
  observed: Set<Element>;
  /** Tells observers that these elements came near the viewport, or left it. */
  intersect(elements: readonly Element[], isNear: boolean): void;
  /** Runs every callback that waits for idle time, and those that they ask for, until none is left. */
  idle(): void;
  /** Text under each highlight, by its name. */
  painted(): Record<string, string[]>;
  /** Gives the globals back. */
  close(): void;
}

const GLOBALS = [
  'window',
  'document',
  'location',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLSlotElement',
  'Document',
  'DocumentFragment',
  'ShadowRoot',
  'Text',
  'Range',
  'StaticRange',
  'EventTarget',
  'Event',
  'MutationObserver',
  'AbortController',
  'AbortSignal',
  'getComputedStyle',
  'CSS',
  'matchMedia',
  'requestIdleCallback',
  'cancelIdleCallback',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'IntersectionObserver',
] as const;

const RECT = { x: 0, y: 100, top: 100, left: 0, bottom: 120, right: 80, width: 80, height: 20 };
const EMPTY = { x: 0, y: 0, top: 0, left: 0, bottom: 0, right: 0, width: 0, height: 0 };

const isHidden = (element: Element | null): boolean => (element?.closest('[hidden]') ?? null) !== null;

export function createFakePage(html: string, url = 'https://example.org/article'): FakePage {
  const { window: real } = new JSDOM(`<!doctype html><html lang="en"><body>${html}</body></html>`, {
    url,
    pretendToBeVisual: true,
  });
  const window = real as unknown as FakeWindow;
  const { document } = window;
  const observed = new Set<Element>();
  const observers = new Set<{ targets: Set<Element>; callback: IntersectionObserverCallback }>();
  let idleCallbacks = new Map<number, IdleRequestCallback>();
  let lastIdle = 0;

  class FakeHighlight extends Set<AbstractRange> {
    priority = 0;
  }
  class FakeIntersectionObserver {
    readonly #entry: { targets: Set<Element>; callback: IntersectionObserverCallback };
    constructor(callback: IntersectionObserverCallback) {
      this.#entry = { targets: new Set(), callback };
      observers.add(this.#entry);
    }
    observe(element: Element): void {
      this.#entry.targets.add(element);
      observed.add(element);
    }
    unobserve(element: Element): void {
      this.#entry.targets.delete(element);
      observed.delete(element);
    }
    disconnect(): void {
      observers.delete(this.#entry);
    }
  }
  const fakes = {
    CSS: { highlights: new Map<string, FakeHighlight>() },
    Highlight: FakeHighlight,
    IntersectionObserver: FakeIntersectionObserver,
    matchMedia: () => new window.EventTarget(),
    requestIdleCallback(callback: IdleRequestCallback) {
      idleCallbacks.set(++lastIdle, callback);
      return lastIdle;
    },
    cancelIdleCallback: (id: number) => void idleCallbacks.delete(id),
  };
  for (const [name, fake] of Object.entries(fakes)) {
    Object.defineProperty(window, name, { value: fake, configurable: true, writable: true });
  }
  const rects = (node: Node): DOMRect =>
    (isHidden(node.nodeType === 1 ? (node as Element) : node.parentElement) ? EMPTY : RECT) as DOMRect;
  Object.assign(window.Element.prototype, {
    checkVisibility(this: Element) {
      return this.isConnected && !isHidden(this);
    },
    getBoundingClientRect(this: Element) {
      return rects(this);
    },
    scrollIntoView: vi.fn(),
  });
  Object.assign(window.Range.prototype, {
    getBoundingClientRect(this: Range) {
      return rects(this.startContainer);
    },
    getClientRects(this: Range) {
      return [rects(this.startContainer)];
    },
  });
  Object.assign(window.Document.prototype, {
    caretPositionFromPoint: () => null,
    elementFromPoint: () => null,
  });
  for (const name of GLOBALS) vi.stubGlobal(name, (window as unknown as Record<string, unknown>)[name]);

  return {
    window,
    document,
    observed,
    intersect(elements, isNear) {
      for (const { targets, callback } of observers) {
        const entries = elements
          .filter((element) => targets.has(element))
          .map((target) => ({ target, isIntersecting: isNear, boundingClientRect: rects(target) }));
        if (entries.length > 0) callback(entries as unknown as IntersectionObserverEntry[], null!);
      }
    },
    idle() {
      while (idleCallbacks.size > 0) {
        const due = idleCallbacks;
        idleCallbacks = new Map();
        for (const callback of due.values()) callback({ didTimeout: false, timeRemaining: () => 10 });
      }
    },
    painted: () =>
      Object.fromEntries(
        [...fakes.CSS.highlights]
          .filter(([, ranges]) => ranges.size > 0)
          .map(([name, ranges]) => [
            name,
            [...ranges].map(({ startContainer, startOffset, endOffset }) =>
              (startContainer as Text).data.slice(startOffset, endOffset),
            ),
          ]),
      ),
    close() {
      vi.unstubAllGlobals();
      window.close();
    },
  };
}
