/**
 * Notices what the page changes after it was read. The observer only collects mutations; what they mean is worked out
 * later, once for all of them.
 */
import { createRereadBudget, UNITS_A_CHANGE } from '../../core/marks/reread-budget.ts';
import { isShadowRoot, isText } from '../tree/composed-tree.ts';
import { EDITED, isBlockName } from '../tree/element-kinds.ts';
import { isExtensionElement } from '../tree/extension-element.ts';
import { closest } from '../tree/safe-elements.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';

export interface PageChange {
  /** Parts to read (again): connected, none inside another, in no special order. */
  roots: Element[];
  /** Whether text that was read may be gone. */
  removed: boolean;
}

export interface PageWatcherOptions {
  document: Document;
  dom: SafeDom;
  shadows: ShadowRoots;
  signal: AbortSignal;
  onChange(change: PageChange): void;
  /** The data of a text node changed. Called before the browser paints it. */
  onText(text: Text): void;
  /** The page changes without end. The watcher stops until `resume`. */
  onRunaway(): void;
}

export interface PageWatcher {
  start(): void;
  /** Charges the reread budget with UTF-16 units that were read because of a change. */
  spend(units: number): void;
  /** To be called when all text is read: asks a few more times for custom elements that are not defined yet. */
  pageRead(): void;
  /** Watches again after a runaway. */
  resume(): void;
}

/** A shadow root's parent is its host: around the host lies also what the root's slots show. */
const parentOf = (node: Node, dom: SafeDom): Node | null =>
  dom.parentOf(node) ?? (isShadowRoot(node) ? node.host : null);

/** Those that lie in none of the others. */
export function outermost(roots: readonly Element[], dom: SafeDom): Element[] {
  const all = new Set<Node>(roots);
  return roots.filter((root) => {
    for (let node = parentOf(root, dom); node; node = parentOf(node, dom)) if (all.has(node)) return false;
    return true;
  });
}

/** A burst of changes is read once. */
const GATHER_MS = 120;
/** Attributes that decide whether text is read; `class` and `style` would fire all the time. */
const READING_ATTRIBUTES = ['contenteditable', 'aria-hidden', 'inert'];
const OBSERVED = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: READING_ATTRIBUTES,
};
const DEFINITION_DELAYS_MS = [400, 2000, 8000];

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
  /** Mutations since the last batch. */
  let changes = 0;
  let gatherTimer: number | undefined;
  let definitionTimer: number | undefined;
  let isWatching = false;
  let wasInDesignMode = false;
  const budget = createRereadBudget();
  const view = document.defaultView!;

  const isOwnElement = (node: Node): boolean =>
    node.nodeType === 1 && isExtensionElement(node as Element, dom.nameOf(node as Element));
  const isBlock = (node: Node): boolean => node.nodeType === 1 && isBlockName(dom.nameOf(node as Element));
  const isTextWithWords = (node: Node | null): boolean => isText(node) && node.data.trim() !== '';

  const isEdited = (node: Node): boolean => {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return element !== null && closest(element, EDITED) !== null;
  };

  const observer = new view.MutationObserver((records) => {
    // In design mode the whole document is an editor.
    const isInDesignMode = document.designMode === 'on';
    if (isInDesignMode !== wasInDesignMode) touched.add(document.documentElement);
    wasInDesignMode = isInDesignMode;
    if (!isInDesignMode) collect(records);
    gatherSoon();
  });

  function collect(records: readonly MutationRecord[]): void {
    let lastTarget: Node | null = null;
    let isLastEdited = false;
    for (const record of records) {
      if (record.type === 'attributes') {
        touched.add(record.target);
        continue;
      }
      // Typing comes as many changes of one target; ask for it once.
      if (record.target !== lastTarget) {
        lastTarget = record.target;
        isLastEdited = isEdited(lastTarget);
      }
      if (isLastEdited) continue;
      changes++;
      if (record.type === 'characterData') {
        touched.add(record.target);
        onText(record.target as Text);
      } else {
        for (const node of record.addedNodes) if (!isOwnElement(node)) added.push(node);
        for (const node of record.removedNodes) {
          if (isOwnElement(node)) continue;
          removed = true;
          // The texts on both sides of a removed inline node are one flow now.
          if (!isBlock(node)) touched.add(record.target);
        }
      }
    }
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(gatherTimer);
    view.clearTimeout(definitionTimer);
  });

  function gatherSoon(): void {
    if (gatherTimer === undefined && (added.length > 0 || touched.size > 0 || removed)) {
      gatherTimer = view.setTimeout(flush, GATHER_MS);
    }
  }

  function blockAround(start: Node): Element | null {
    for (let node: Node | null = start; node; node = parentOf(node, dom)) {
      if (isBlock(node)) return node as Element;
    }
    return document.documentElement;
  }

  function touchArrivedHosts(): void {
    for (const host of shadows.takeArrived()) touched.add(host);
  }

  function gather(): PageChange {
    const roots = new Set<Element>();
    for (const node of added) {
      if (!node.isConnected) continue;
      // A block among blocks is read alone; beside text it cuts a flow in two, so the block around both is read.
      const isAlone =
        isBlock(node) && !isTextWithWords(node.previousSibling) && !isTextWithWords(node.nextSibling);
      if (!isAlone && node.nodeType !== 1 && !isText(node)) continue;
      const root = isAlone ? (node as Element) : blockAround(parentOf(node, dom) ?? node);
      if (root) roots.add(root);
    }
    for (const node of touched) {
      const root = node.isConnected ? blockAround(node) : null;
      if (root) roots.add(root);
    }
    return { roots: outermost([...roots], dom), removed };
  }

  function flush(): void {
    gatherTimer = undefined;
    if (signal.aborted) return;
    touchArrivedHosts();
    const change = gather();
    added = [];
    touched = new Set();
    removed = false;
    spend(changes * UNITS_A_CHANGE);
    changes = 0;
    if (isWatching) onChange(change);
  }

  function spend(units: number): void {
    // A page that is still loading may change as much as it likes.
    if (signal.aborted || !isWatching || document.readyState !== 'complete') return;
    if (budget.spend(units, view.performance.now())) return;
    isWatching = false;
    observer.disconnect();
    onRunaway();
  }

  function start(): void {
    if (signal.aborted) return;
    isWatching = true;
    for (const root of [document, ...shadows.roots()]) observer.observe(root, OBSERVED);
  }

  shadows.onFound((root) => {
    if (signal.aborted) return;
    if (isWatching) observer.observe(root, OBSERVED);
    // A `slot` attribute changes what a slot shows without a mutation that is observed here.
    const onSlotChange = (event: Event): void => {
      if (!event.isTrusted) return;
      changes++;
      touched.add(root.host);
      gatherSoon();
    };
    root.addEventListener('slotchange', onSlotChange, { signal });
  });

  /** No event reports that an element was defined and got a shadow root, so check again after growing delays. */
  function awaitDefinitions(round = 0): void {
    view.clearTimeout(definitionTimer);
    if (signal.aborted || round >= DEFINITION_DELAYS_MS.length || !shadows.isAnyUndefined()) return;
    definitionTimer = view.setTimeout(() => {
      touchArrivedHosts();
      gatherSoon();
      awaitDefinitions(round + 1);
    }, DEFINITION_DELAYS_MS[round]);
  }

  return {
    start,
    spend,
    pageRead: () => awaitDefinitions(),
    resume() {
      budget.refill();
      start();
    },
  };
}
