/**
 * Walks elements and texts in the order in which the page shows them (see tree/composed-tree.ts). In a plain document
 * it is one TreeWalker and costs no more.
 */
import { isShadowRoot } from '../tree/composed-tree.ts';
import { CUSTOM, HOST, SLOT, traitsOf } from '../tree/element-kinds.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';

/** SHOW_ELEMENT, SHOW_TEXT, SHOW_CDATA_SECTION */
const SHOWN = 1 | 4 | 8;

export interface ComposedWalker {
  /** The first node below the root. */
  start(): Node | null;
  /** Begins at a text in any tree; null if the page does not show it. */
  startAt(text: Text): Node | null;
  /** The next node; for a current element that is a HOST or SLOT call `nextWithin` instead. */
  next(): Node | null;
  /** The next node that is not below the current one. */
  nextOutside(): Node | null;
  /** The next node after a current element that may have a shadow root or show slotted nodes. */
  nextWithin(element: Element, traits: number): Node | null;
  /** Whether the current node stands in a shadow tree or a slot of one. */
  readonly isInShadow: boolean;
}

/** One stack frame of the walk: a tree, or one slotted node of a slot. */
interface Level {
  walker: TreeWalker;
  /** The slot's assigned nodes still to come. */
  slotted: readonly Node[];
}

/** @param onTree called with each shadow root and slotted element before its content is walked. */
export function createComposedWalker(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  onTree: (part: Element | ShadowRoot) => void,
  shadows: ShadowRoots | undefined,
): ComposedWalker {
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
  const createWalker = (top: Node): TreeWalker => document.createTreeWalker(top, SHOWN);
  // The current level, as two variables: `next` runs for every node of the page.
  let walker = createWalker(root);
  let slotted: readonly Node[] = [];
  const outerLevels: Level[] = [];

  function next(): Node | null {
    return walker.nextNode() ?? leaveLevel();
  }

  function nextOutside(): Node | null {
    return nextOutsideInLevel() ?? leaveLevel();
  }

  function nextOutsideInLevel(): Node | null {
    for (;;) {
      const sibling = walker.nextSibling();
      if (sibling) return sibling;
      if (!walker.parentNode()) return null;
    }
  }

  /** The slot's next node, else what follows the host or slot in the tree around it. */
  function leaveLevel(): Node | null {
    for (;;) {
      const outer = outerLevels.at(-1);
      if (!outer) return null;
      const [node, ...others] = slotted;
      if (node) return walkSlotted(node, others);
      outerLevels.pop();
      ({ walker, slotted } = outer);
      const found = nextOutsideInLevel();
      if (found) return found;
    }
  }

  /** Makes a slotted node the root of its own walk, itself included. */
  function walkSlotted(node: Node, others: readonly Node[]): Node {
    slotted = others;
    walker = createWalker(node);
    if (node.nodeType === 1) onTree(node as Element);
    return node;
  }

  function nextWithin(element: Element, traits: number): Node | null {
    if (!shadows) return next();
    if (traits & HOST) {
      const { shadowRoot } = element;
      if (shadowRoot) {
        shadows.add(shadowRoot);
        onTree(shadowRoot);
        outerLevels.push({ walker, slotted });
        walker = createWalker(shadowRoot);
        slotted = [];
        return next();
      }
      if (traits & CUSTOM) shadows.awaitRoot(element);
    } else if (traits & SLOT && isShadowRoot(element.getRootNode())) {
      const [node, ...others] = (element as HTMLSlotElement).assignedNodes();
      if (node) {
        outerLevels.push({ walker, slotted });
        return walkSlotted(node, others);
      }
    }
    return next();
  }

  /** The topmost ancestor walked in the same level as the node: the root, a shadow root, or a slotted node. */
  function levelTopOf(node: Node): Node {
    let top = node;
    let parent = dom.parentOf(top);
    while (
      parent &&
      top !== root &&
      !(shadows && parent.nodeType === 1 && dom.shadowRootOf(parent as Element))
    ) {
      top = parent;
      parent = dom.parentOf(top);
    }
    return top;
  }

  /** Rebuilds the stack of levels from the text outwards. */
  function startAt(text: Text): Node | null {
    const levels: Level[] = [];
    for (let node: Node = text; ;) {
      const top = levelTopOf(node);
      const level: Level = { walker: createWalker(top), slotted: [] };
      level.walker.currentNode = node;
      levels.unshift(level);
      if (top === root) break;
      if (isShadowRoot(top)) node = top.host;
      else {
        const { assignedSlot } = top as Element | Text;
        if (!assignedSlot) return null;
        const assigned = assignedSlot.assignedNodes();
        level.slotted = assigned.slice(assigned.indexOf(top) + 1);
        node = assignedSlot;
      }
    }
    ({ walker, slotted } = levels.pop()!);
    outerLevels.push(...levels);
    return text;
  }

  return {
    start() {
      return root.nodeType === 1
        ? nextWithin(root as Element, traitsOf(dom.nameOf(root as Element)))
        : next();
    },
    startAt,
    next,
    nextOutside,
    nextWithin,
    get isInShadow() {
      return outerLevels.length > 0;
    },
  };
}
