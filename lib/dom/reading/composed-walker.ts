/**
 * Walks elements and text nodes in the order in which the page shows them: an open shadow tree in the place of what
 * its host holds, and that where a slot shows it. A plain document is one TreeWalker and costs no more.
 */
import { isShadowRoot } from '../tree/composed-tree.ts';
import { CUSTOM, HOST, meaningOf, SLOT, type SafeDom } from '../tree/element-kinds.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';

/** SHOW_ELEMENT, SHOW_TEXT, SHOW_CDATA_SECTION */
const SHOWN = 1 | 4 | 8;

export interface ComposedWalker {
  /** The first node below the root. */
  start(): Node | null;
  /** Begins at a node that is shown, whatever tree it stands in; null where nothing of it is shown. */
  startAt(node: Text): Node | null;
  next(): Node | null;
  /** The next node that is not below the current one. */
  after(): Node | null;
  /** The next node where the current one is an element that may be a host or a slot, by its meaning. */
  into(element: Element, meaning: number): Node | null;
  /** Whether the current node stands in a shadow tree or in a slot of one. */
  readonly isDeep: boolean;
}

/** A tree, or a part of one, that is left when it is over; `rest`: what the same slot shows after it. */
interface Level {
  walker: TreeWalker;
  rest: readonly Node[];
}

export function createComposedWalker(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  enter: (part: Element | ShadowRoot) => void,
  shadows: ShadowRoots | undefined,
): ComposedWalker {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
  const walkerOf = (top: Node): TreeWalker => document.createTreeWalker(top, SHOWN);
  let walker = walkerOf(root);
  let rest: readonly Node[] = [];
  const outer: Level[] = [];

  function next(): Node | null {
    return walker.nextNode() ?? leave();
  }

  function after(): Node | null {
    return beside() ?? leave();
  }

  function beside(): Node | null {
    for (;;) {
      const sibling = walker.nextSibling();
      if (sibling) return sibling;
      if (!walker.parentNode()) return null;
    }
  }

  /** This tree is over: what its slot shows next, or what follows its host or slot outside. */
  function leave(): Node | null {
    for (;;) {
      const level = outer.at(-1);
      if (!level) return null;
      const [node, ...others] = rest;
      if (node) return begin(node, others);
      outer.pop();
      ({ walker, rest } = level);
      const found = beside();
      if (found) return found;
    }
  }

  /** What a slot shows is walked by itself, the node first. */
  function begin(node: Node, others: readonly Node[]): Node {
    rest = others;
    walker = walkerOf(node);
    if (node.nodeType === 1) enter(node as Element);
    return node;
  }

  function into(element: Element, meaning: number): Node | null {
    if (!shadows) return next();
    if (meaning & HOST) {
      const { shadowRoot } = element;
      if (shadowRoot) {
        shadows.found(shadowRoot);
        enter(shadowRoot);
        outer.push({ walker, rest });
        walker = walkerOf(shadowRoot);
        rest = [];
        return next();
      }
      if (meaning & CUSTOM) shadows.await(element);
    } else if (meaning & SLOT && isDeepSlot(element)) {
      const [node, ...others] = (element as HTMLSlotElement).assignedNodes();
      if (node) {
        outer.push({ walker, rest });
        return begin(node, others);
      }
    }
    return next();
  }

  /** A slot outside of shadow trees is an element like others. */
  const isDeepSlot = (element: Element): boolean => isShadowRoot(element.getRootNode());

  return {
    start() {
      return root.nodeType === 1 ? into(root as Element, meaningOf(dom.nameOf(root as Element))) : next();
    },
    startAt(node) {
      const levels: Level[] = [];
      for (let at: Node = node; ;) {
        let top = at;
        let parent = dom.parentOf(top);
        while (
          parent &&
          top !== root &&
          !(shadows && parent.nodeType === 1 && dom.rootOf(parent as Element))
        ) {
          top = parent;
          parent = dom.parentOf(top);
        }
        const level: Level = { walker: walkerOf(top), rest: [] };
        level.walker.currentNode = at;
        levels.unshift(level);
        if (top === root) break;
        if (isShadowRoot(top)) at = top.host;
        else {
          const { assignedSlot } = top as Element | Text;
          if (!assignedSlot) return null;
          const shown = assignedSlot.assignedNodes();
          level.rest = shown.slice(shown.indexOf(top) + 1);
          at = assignedSlot;
        }
      }
      ({ walker, rest } = levels.pop()!);
      outer.push(...levels);
      return node;
    },
    next,
    after,
    into,
    get isDeep() {
      return outer.length > 0;
    },
  };
}
