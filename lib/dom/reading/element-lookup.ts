/** Answers what reading has to know of an element, each computed once for one reading. */
import { isUnslotted, shownParentOf } from '../tree/composed-tree.ts';
import {
  BLOCK,
  EDITED,
  EDITED_KINDS,
  HEADING,
  isCodeName,
  SKIPPED,
  traitsOf,
} from '../tree/element-kinds.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';

export interface ReadingOptions {
  /** Read `pre` as well: a plain-text page has nothing else. */
  preformatted?: boolean;
  /** Read code and `pre` as well, for notes: no term is looked for there, but a reader may pin a passage. */
  code?: boolean;
  /** Only a small part of the root will be read: nothing is looked up for the whole root. */
  part?: boolean;
  /** Read open shadow trees as well and add each to these. Without it the document alone is read. */
  shadows?: ShadowRoots | undefined;
}

export interface ElementInfo {
  /** Known for partial readings only: others never come into a skipped element. */
  isSkipped: boolean;
  /** The nearest block: flows end where it changes. */
  block: Element;
  /** The nearest heading around, if any. */
  heading: Element | null;
}

export interface ElementLookup {
  infoOf(element: Node): ElementInfo;
  /** Whether the element's kind, or somebody writing in it, keeps its text from being read. */
  isSkipped(element: Element, traits: number): boolean;
  /** To be called when reading comes into another tree than the root's, or into a slotted element. */
  addTree(part: Element | ShadowRoot): void;
}

export function createElementLookup(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  options: ReadingOptions = {},
): ElementLookup {
  const { shadows } = options;
  const infos = new Map<Node, ElementInfo>();
  /** All edited elements of the trees read; null in a partial reading, which asks each element instead. */
  const edited = options.part ? null : new Set<Node>();
  if (edited) addEdited(root);
  if (edited && root.nodeType === 1) {
    const host = (root as Element).closest(EDITED);
    if (host) edited.add(host);
  }

  // Read from its top, a tree is added before its content is met; a partial reading begins inside a tree it does not know.
  const parentOf = (node: Node): Node | null =>
    shadows && (shadows.hadAny || options.part) ? shownParentOf(node, dom) : dom.parentOf(node);

  const isIncluded = (name: string): boolean =>
    (options.preformatted === true && name === 'pre') || (options.code === true && isCodeName(name));

  function isSkipped(element: Element, traits: number): boolean {
    if ((traits & SKIPPED) !== 0 && !isIncluded(dom.nameOf(element))) return true;
    return edited ? edited.size > 0 && edited.has(element) : element.matches(EDITED);
  }

  function infoOf(element: Node): ElementInfo {
    const cached = infos.get(element);
    if (cached) return cached;
    let info: ElementInfo;
    if (element.nodeType !== 1) info = { isSkipped: false, block: element as Element, heading: null };
    else {
      const traits = traitsOf(dom.nameOf(element as Element));
      const parent = parentOf(element);
      // A document has no box: where no element is a block, as in SVG, the outermost element serves as one.
      const outer = parent && parent.nodeType !== 9 ? infoOf(parent) : null;
      info = {
        isSkipped:
          options.part === true &&
          (outer?.isSkipped === true ||
            isSkipped(element as Element, traits) ||
            (options.shadows !== undefined && isUnslotted(element, dom))),
        block: traits & BLOCK || !outer ? (element as Element) : outer.block,
        heading: traits & HEADING ? (element as Element) : (outer?.heading ?? null),
      };
    }
    infos.set(element, info);
    return info;
  }

  /** One query per kind: browsers answer a simple selector several times faster than a list of them. */
  function addEdited(part: ParentNode): void {
    for (const kind of EDITED_KINDS) {
      if (dom.has(part, kind)) for (const element of dom.select(part, kind)) edited!.add(element);
    }
  }

  function addTree(part: Element | ShadowRoot): void {
    if (!edited) return;
    addEdited(part);
    if (part.nodeType === 1 && (part as Element).matches(EDITED)) edited.add(part);
  }

  return { infoOf, isSkipped, addTree };
}
