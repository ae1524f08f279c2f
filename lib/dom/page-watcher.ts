/**
 * Notices what the page changes after it was read. Mutations are only collected where they happen; what they
 * mean is worked out later, once for all, when the page leaves us time.
 */
import { isBlockName, type SafeDom } from './elements.ts';

export interface PageChange {
  /** Parts to read (again): connected, none inside another, in no special order. */
  roots: Element[];
  /** Whether text may be gone from where it was read. */
  removed: boolean;
}

export interface PageWatcherOptions {
  document: Document;
  dom: SafeDom;
  signal: AbortSignal;
  onChange(change: PageChange): void;
  /** The page changes without end: we stop watching until `resume`. */
  onRunaway(): void;
}

export interface PageWatcher {
  start(): void;
  /** Watch again after a runaway. */
  resume(): void;
}

/** Changes gather this long, so that a burst is read once. */
const GATHER_MS = 120;
/** A page that changes in this many batches in a row without a pause never comes to rest … */
const RUNAWAY_BATCHES = 400;
/** … where a pause is at least this long. */
const PAUSE_MS = 2000;

export function createPageWatcher({
  document,
  dom,
  signal,
  onChange,
  onRunaway,
}: PageWatcherOptions): PageWatcher {
  let added: Node[] = [];
  let touched = new Set<Node>();
  let removed = false;
  let timer: number | undefined;
  let batches = 0;
  let lastBatchMs = 0;
  const view = document.defaultView!;

  const isOurs = (node: Node): boolean =>
    node.nodeType === 1 && dom.nameOf(node as Element) === 'manicule-card';

  const isBlock = (node: Node): boolean => node.nodeType === 1 && isBlockName(dom.nameOf(node as Element));
  const isText = (node: Node | null): boolean => node?.nodeType === 3 && (node as Text).data.trim() !== '';

  const observer = new view.MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') touched.add(record.target);
      else {
        for (const node of record.addedNodes) if (!isOurs(node)) added.push(node);
        for (const node of record.removedNodes) {
          if (isOurs(node)) continue;
          removed = true;
          // Text beside the removed node may now be one flow.
          if (!isBlock(node)) touched.add(record.target);
        }
      }
    }
    if (timer === undefined && (added.length > 0 || touched.size > 0 || removed)) {
      timer = view.setTimeout(flush, GATHER_MS);
    }
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });

  function blockAround(node: Node): Element | null {
    for (let at: Node | null = node; at; at = dom.parentOf(at)) {
      if (isBlock(at)) return at as Element;
    }
    return document.documentElement;
  }

  function gather(): PageChange {
    const roots = new Set<Element>();
    for (const node of added) {
      if (!node.isConnected) continue;
      // A block among blocks stands alone; beside text it cuts a flow in two.
      const alone = isBlock(node) && !isText(node.previousSibling) && !isText(node.nextSibling);
      if (!alone && node.nodeType !== 1 && node.nodeType !== 3) continue;
      const root = alone ? (node as Element) : blockAround(dom.parentOf(node) ?? node);
      if (root) roots.add(root);
    }
    for (const node of touched) {
      const root = node.isConnected ? blockAround(node) : null;
      if (root) roots.add(root);
    }
    const outermost = [...roots].filter((root) => {
      for (let above = dom.parentOf(root); above; above = dom.parentOf(above)) {
        if (roots.has(above as Element)) return false;
      }
      return true;
    });
    return { roots: outermost, removed };
  }

  function flush(): void {
    timer = undefined;
    if (signal.aborted) return;
    const now = view.performance.now();
    batches = now - lastBatchMs > PAUSE_MS ? 0 : batches + 1;
    lastBatchMs = now;
    const change = gather();
    added = [];
    touched = new Set();
    removed = false;
    if (batches > RUNAWAY_BATCHES) {
      observer.disconnect();
      onRunaway();
      return;
    }
    onChange(change);
  }

  function start(): void {
    if (signal.aborted) return;
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  }

  return {
    start,
    resume() {
      batches = 0;
      start();
    },
  };
}
