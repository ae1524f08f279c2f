/** What each element means for reading: where flows end, what is left out. By name, never by layout. */
import { closestAround, isUnslotted, shownParentOf } from './composed-tree.ts';
import type { ShadowRoots } from './shadow-roots.ts';

/** The element begins and ends a flow. The display a page gives it may differ; names hold in every reader. */
export const BLOCK = 1;
/** Its text is never read. */
export const SKIPPED = 2;
/** A thing in the line that is not text: no form reaches across it. */
export const REPLACED = 4;
export const BREAK = 8;
export const HEADING = 16;
/** Shows what the host of its shadow tree holds. */
export const SLOT = 32;
/** May have an open shadow tree. */
export const HOST = 64;
/** A name of the page's own making; comes with HOST. */
export const CUSTOM = 128;

const NAMES: [number, string][] = [
  [
    BLOCK,
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
      'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup ' +
      'option p pre search section summary table tbody td text tfoot th thead tr ul hr',
  ],
  [
    SKIPPED,
    'script style noscript template textarea input select button option datalist optgroup progress meter ' +
      'code pre samp kbd var tt math rt rp rtc iframe object embed applet canvas audio video noembed noframes ' +
      'xmp listing plaintext head title desc metadata defs manicule-card',
  ],
  [
    REPLACED,
    'img picture svg input select textarea button iframe object embed canvas audio video math meter progress',
  ],
  [BREAK, 'br'],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [SLOT, 'slot'],
  [HOST, 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'],
];

const CODE = new Set(['code', 'pre', 'samp', 'kbd', 'var', 'tt', 'xmp', 'listing', 'plaintext']);

/** What an element's name says, as bits; names that say nothing are learnt as they are met. */
const MEANING = new Map<string, number>();
for (const [bit, names] of NAMES) {
  for (const name of names.split(' ')) MEANING.set(name, (MEANING.get(name) ?? 0) | bit);
}

/** Names are the page's: more than these are not remembered. */
const MAX_NAMES = 5000;

function learnt(name: string): number {
  const meaning = name.includes('-') ? HOST | CUSTOM : 0;
  if (MEANING.size < MAX_NAMES) MEANING.set(name, meaning);
  return meaning;
}

export const meaningOf = (name: string): number => MEANING.get(name) ?? learnt(name);
export const isBlockName = (name: string): boolean => (meaningOf(name) & BLOCK) !== 0;

/**
 * What somebody writes in: editing hosts, boxes of a page's own making, editors that show their text outside of what is
 * edited, and their previews. Neither read nor followed.
 */
const EDITED_KINDS = [
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox" i]',
  '.CodeMirror',
  '.cm-editor',
  '.monaco-editor',
  '.ace_editor',
  '.kix-appview-editor',
  '.editor-preview',
  '.editor-preview-side',
  '.wmd-preview',
];
export const EDITED = EDITED_KINDS.join();

/** Attributes by which a page, or its author, keeps text out. On html, body and main they mean the whole app, not us. */
const EXCLUDED = ['[translate="no" i]', '.notranslate', '.no-glossary', '[aria-hidden="true"]', '[inert]']
  .map((selector) => `${selector}:not(html, body, main)`)
  .concat(EDITED)
  .join();

/**
 * Whether a text that was read is one that the page keeps out. Asked of the few texts that hold something, not of
 * all while reading: there the question would cost more than the reading.
 */
export const isExcluded = (text: Text, shadows?: ShadowRoots): boolean =>
  around(text, EXCLUDED, shadows) !== null;

/** BCP 47 language that the page gives for a text; '' where it gives none. */
export const languageOf = (text: Text, shadows?: ShadowRoots): string =>
  around(text, '[lang]', shadows)?.getAttribute('lang')?.trim() ?? '';

const around = (text: Text, selector: string, shadows: ShadowRoots | undefined): Element | null =>
  shadows?.any ? closestAround(text, selector) : (text.parentElement?.closest(selector) ?? null);

/** What reading needs to know of an element. */
export interface ElementInfo {
  skip: boolean;
  /** The nearest block: flows end where it changes. */
  block: Element;
  /** The nearest heading around, if any. */
  heading: Element | null;
}

// A page may shadow these on its forms and on document (<input name=parentNode>); the prototype's never lie.
const getter = <T>(prototype: object, name: string): ((node: Node) => T) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: Node) => T;
  return (node) => get.call(node);
};

export interface SafeDom {
  parentOf(node: Node): Node | null;
  nameOf(element: Element): string;
  /** The open shadow root of an element. */
  rootOf(element: Element): ShadowRoot | null;
  select(root: ParentNode, selector: string): NodeListOf<Element>;
  /** Whether there is any; makes no list. */
  has(root: ParentNode, selector: string): boolean;
}

/** Getters of the realm that the nodes belong to. */
export function createSafeDom(view: {
  Node: typeof Node;
  Element: typeof Element;
  Document: typeof Document;
  DocumentFragment: typeof DocumentFragment;
}): SafeDom {
  const prototypeOf = ({ nodeType }: ParentNode): ParentNode =>
    nodeType === 9
      ? view.Document.prototype
      : nodeType === 11
        ? view.DocumentFragment.prototype
        : view.Element.prototype;
  const select = (root: ParentNode, selector: string): NodeListOf<Element> =>
    prototypeOf(root).querySelectorAll.call(root, selector);
  const has = (root: ParentNode, selector: string): boolean =>
    prototypeOf(root).querySelector.call(root, selector) !== null;
  const localName = getter<string>(view.Element.prototype, 'localName');
  const nameOf = (element: Element): string => {
    const name: unknown = element.localName;
    return typeof name === 'string' ? name : localName(element);
  };
  return {
    parentOf: getter(view.Node.prototype, 'parentNode'),
    nameOf,
    // Of the elements that may have one, none lets the page shadow the name.
    rootOf: (element) => (meaningOf(nameOf(element)) & HOST ? element.shadowRoot : null),
    select,
    has,
  };
}

export interface ReadingOptions {
  /** Read preformatted text too: pages of plain text are nothing else. */
  preformatted?: boolean;
  /** Read code and preformatted text too: no term is looked for there, but a reader may pin it. */
  code?: boolean;
  /** Only a small part of the root will be read: nothing is asked of the whole root. */
  part?: boolean;
  /** Read open shadow trees too, and tell of each. Without, the document alone is read. */
  shadows?: ShadowRoots | undefined;
}

export interface ElementLookup {
  infoOf(element: Node): ElementInfo;
  /** Whether the page, or the element's kind, keeps its text from being read. */
  isLeftOut(element: Element, meaning: number): boolean;
  /** The walk leaves the root's own tree here: what is edited below is learnt too. */
  enter(part: Element | ShadowRoot): void;
}

/** Looks elements up for one reading of `root`. */
export function createElementLookup(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  options: ReadingOptions = {},
): ElementLookup {
  // What a reader types is not read at all.
  const edited = options.part ? null : new Set<Node>();
  if (edited) learnEdited(root);
  if (edited && root.nodeType === 1) {
    const around = (root as Element).closest(EDITED);
    if (around) edited.add(around);
  }
  const known = new Map<Node, ElementInfo>();
  const { shadows } = options;
  // A walk from the top meets a tree before what stands in it; one that begins in the middle may not know of it yet.
  const parentOf = (node: Node): Node | null =>
    shadows && (shadows.any || options.part) ? shownParentOf(node, dom) : dom.parentOf(node);

  const isWanted = (name: string): boolean =>
    (options.preformatted === true && name === 'pre') || (options.code === true && CODE.has(name));

  function isLeftOut(element: Element, meaning: number): boolean {
    if ((meaning & SKIPPED) !== 0 && !isWanted(dom.nameOf(element))) return true;
    return edited ? edited.size > 0 && edited.has(element) : element.matches(EDITED);
  }

  function infoOf(element: Node): ElementInfo {
    const seen = known.get(element);
    if (seen) return seen;
    let info: ElementInfo;
    if (element.nodeType !== 1) info = { skip: false, block: element as Element, heading: null };
    else {
      const meaning = meaningOf(dom.nameOf(element as Element));
      const parent = parentOf(element);
      // Where no element is a block, as in a drawing, the outermost one is: a document has no box.
      const above = parent && parent.nodeType !== 9 ? infoOf(parent) : null;
      info = {
        // A walk from the root jumps over what is left out; only one that begins in the middle has to look up.
        skip:
          options.part === true &&
          (above?.skip === true ||
            isLeftOut(element as Element, meaning) ||
            (options.shadows !== undefined && isUnslotted(element, dom))),
        block: meaning & BLOCK || !above ? (element as Element) : above.block,
        heading: meaning & HEADING ? (element as Element) : (above?.heading ?? null),
      };
    }
    known.set(element, info);
    return info;
  }
  /** Each kind by itself: browsers look for one simple selector several times faster than for a list of them. */
  function learnEdited(part: ParentNode): void {
    for (const kind of EDITED_KINDS) {
      if (dom.has(part, kind)) for (const element of dom.select(part, kind)) edited!.add(element);
    }
  }

  function enter(part: Element | ShadowRoot): void {
    if (!edited) return;
    learnEdited(part);
    if (part.nodeType === 1 && (part as Element).matches(EDITED)) edited.add(part);
  }
  return { infoOf, isLeftOut, enter };
}
