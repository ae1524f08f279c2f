/**
 * Notices what the page changes after it was read. Mutations are only collected where they happen; what they
 * mean is worked out later, once for all, when the page leaves us time.
 */
import { createRereadBudget, UNITS_A_CHANGE } from '../../core/marks/reread-budget.ts';
import { isExtensionElement } from '../card/card-element.ts';
import { isShadowRoot, isText } from '../tree/composed-tree.ts';
import { EDITED, isBlockName, type SafeDom } from '../tree/element-kinds.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';
import { closest, unshadowed } from '../tree/safe-document.ts';

export interface PageChange {
  /** Parts to read (again): connected, none inside another, in no special order. */
  roots: Element[];
  /** Whether text may be gone from where it was read. */
  removed: boolean;
}

export interface PageWatcherOptions {
  document: Document;
  dom: SafeDom;
  shadows: ShadowRoots;
  signal: AbortSignal;
  onChange(change: PageChange): void;
  /** The text of this node is another now; told at once. */
  onText(text: Text): void;
  /** The page changes without end: we stop watching until `resume`. */
  onRunaway(): void;
}

export interface PageWatcher {
  start(): void;
  /** So much text was read because the page changed. */
  spend(units: number): void;
  /** All text is read: custom elements that are still to be defined are looked at again in a while. */
  pageRead(): void;
  /** Watch again after a runaway. */
  resume(): void;
}

/** From a shadow tree on to its host, which holds also what its slots show. */
const above = (node: Node, dom: SafeDom): Node | null =>
  dom.parentOf(node) ?? (isShadowRoot(node) ? node.host : null);

/** Those that lie in none of the others. */
export function outermost(roots: readonly Element[], dom: SafeDom): Element[] {
  const all = new Set<Node>(roots);
  return roots.filter((root) => {
    for (let at = above(root, dom); at; at = above(at, dom)) if (all.has(at)) return false;
    return true;
  });
}

/** Changes gather this long, so that a burst is read once. */
const GATHER_MS = 120;
/** Attributes that say whether text may be read; others never do. */
const SAYING = ['contenteditable', 'aria-hidden', 'inert'];
const WATCHED = { childList: true, subtree: true, characterData: true, attributeFilter: SAYING };
/** Custom elements that are to be defined are looked at again after these waits. */
const LOOKS_MS = [400, 2000, 8000];

export function createPageWatcher({
  document,
  dom,
  shadows,
  signal,
  onChange,
  onText,
  onRunaway,
}: PageWatcherOptions): PageWatcher {
  let added: Node[] = [];
  let touched = new Set<Node>();
  let removed = false;
  let timer: number | undefined;
  let looking: number | undefined;
  /** Changes since the last batch. */
  let changes = 0;
  let isWatching = false;
  let wasDesigned = false;
  const allowance = createRereadBudget();
  const page = unshadowed(document);
  const view = document.defaultView!;

  const isCard = (node: Node): boolean =>
    node.nodeType === 1 && isExtensionElement(node as Element, dom.nameOf(node as Element));

  const isBlock = (node: Node): boolean => node.nodeType === 1 && isBlockName(dom.nameOf(node as Element));
  const saysSomething = (node: Node | null): boolean => isText(node) && node.data.trim() !== '';

  const isEdited = (node: Node): boolean => {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return element !== null && closest(element, EDITED) !== null;
  };

  const observer = new view.MutationObserver((records) => {
    // A document that is edited as a whole is left alone, from its first change on.
    const isDesigned = page.designMode === 'on';
    if (isDesigned !== wasDesigned) touched.add(document.documentElement);
    wasDesigned = isDesigned;
    let last: Node | null = null;
    let isLastEdited = false;
    for (const record of isDesigned ? [] : records) {
      if (record.type === 'attributes') {
        touched.add(record.target);
        continue;
      }
      // What somebody writes comes as a hundred changes of the same place, and is none of our business.
      if (record.target !== last) {
        last = record.target;
        isLastEdited = isEdited(last);
      }
      if (isLastEdited) continue;
      changes++;
      if (record.type === 'characterData') {
        touched.add(record.target);
        onText(record.target as Text);
      } else {
        for (const node of record.addedNodes) if (!isCard(node)) added.push(node);
        for (const node of record.removedNodes) {
          if (isCard(node)) continue;
          removed = true;
          // Text beside the removed node may now be one flow.
          if (!isBlock(node)) touched.add(record.target);
        }
      }
    }
    gatherSoon();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(timer);
    view.clearTimeout(looking);
  });

  function gatherSoon(): void {
    if (timer === undefined && (added.length > 0 || touched.size > 0 || removed)) {
      timer = view.setTimeout(flush, GATHER_MS);
    }
  }

  function blockAround(node: Node): Element | null {
    for (let at: Node | null = node; at; at = above(at, dom)) {
      if (isBlock(at)) return at as Element;
    }
    return document.documentElement;
  }

  /** Custom elements whose tree came after they were read: nobody tells of that. */
  function lookForTrees(): void {
    for (const host of shadows.arrived()) touched.add(host);
    gatherSoon();
  }

  function gather(): PageChange {
    const roots = new Set<Element>();
    for (const node of added) {
      if (!node.isConnected) continue;
      // A block among blocks stands alone; beside text it cuts a flow in two.
      const alone = isBlock(node) && !saysSomething(node.previousSibling) && !saysSomething(node.nextSibling);
      if (!alone && node.nodeType !== 1 && !isText(node)) continue;
      const root = alone ? (node as Element) : blockAround(above(node, dom) ?? node);
      if (root) roots.add(root);
    }
    for (const node of touched) {
      const root = node.isConnected ? blockAround(node) : null;
      if (root) roots.add(root);
    }
    return { roots: outermost([...roots], dom), removed };
  }

  function flush(): void {
    timer = undefined;
    if (signal.aborted) return;
    for (const host of shadows.arrived()) touched.add(host);
    const change = gather();
    added = [];
    touched = new Set();
    removed = false;
    spend(changes * UNITS_A_CHANGE);
    changes = 0;
    if (isWatching) onChange(change);
  }

  function spend(units: number): void {
    // What comes while the page is loaded is no change of it.
    if (signal.aborted || !isWatching || page.readyState !== 'complete') return;
    if (allowance.spend(units, view.performance.now())) return;
    isWatching = false;
    observer.disconnect();
    onRunaway();
  }

  function start(): void {
    if (signal.aborted) return;
    isWatching = true;
    for (const root of [document, ...shadows.roots()]) observer.observe(root, WATCHED);
  }

  shadows.onFound((root) => {
    if (signal.aborted) return;
    if (isWatching) observer.observe(root, WATCHED);
    // What a slot shows may change without a change of the tree: by an attribute.
    const shown = (event: Event): void => {
      if (!event.isTrusted) return;
      changes++;
      touched.add(root.host);
      gatherSoon();
    };
    root.addEventListener('slotchange', shown, { signal });
  });

  /** A few looks with growing patience, and only while an element waits for its definition. */
  function lookLater(look = 0): void {
    view.clearTimeout(looking);
    if (signal.aborted || look >= LOOKS_MS.length || !shadows.isAnyUndefined()) return;
    looking = view.setTimeout(() => {
      lookForTrees();
      lookLater(look + 1);
    }, LOOKS_MS[look]);
  }

  return {
    start,
    spend,
    pageRead: () => lookLater(),
    resume() {
      allowance.refill();
      start();
    },
  };
}
