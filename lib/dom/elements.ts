/** What each element means for reading: where flows end, what is left out. By name, never by layout. */

/** Elements that begin and end a flow. The display a page gives them may differ; names hold in every reader. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup ' +
    'option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text is never read. */
const SKIPPED = new Set(
  (
    'script style noscript template textarea input select button option datalist optgroup progress meter ' +
    'code pre samp kbd var tt math rt rp rtc iframe object embed applet canvas audio video noembed noframes ' +
    'xmp listing plaintext head title desc metadata defs manicule-card'
  ).split(' '),
);

/** Things in the line that are not text: no form reaches across them. */
const REPLACED = new Set(
  'img picture svg input select textarea button iframe object embed canvas audio video math meter progress hr'.split(
    ' ',
  ),
);

const HEADINGS = /^h[1-6]$/;

/** Attributes by which a page, or its author, keeps text out. On html, body and main they mean the whole app, not us. */
const KEPT_OUT = [
  '[translate="no" i]',
  '.notranslate',
  '.no-glossary',
  '[aria-hidden="true"]',
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox"]',
  '[hidden]:not([hidden="until-found" i])',
  '[inert]',
]
  .map((selector) => `${selector}:not(html, body, main)`)
  .concat('body[contenteditable]:not([contenteditable="false" i])')
  .join();

const BREAKS = ['br', ...REPLACED].join();

const BREAKS_INSIDE = `:scope > :is(${BREAKS})`;

export const isBlockName = (name: string): boolean => BLOCKS.has(name);
export const isReplacedName = (name: string): boolean => REPLACED.has(name);

/** What reading needs to know of an element. */
export interface ElementInfo {
  skip: boolean;
  /** The nearest block: flows end where it changes. */
  block: Element;
  /** The nearest heading around, if any. */
  heading: Element | null;
  /** Line breaks or replaced elements may stand between its text nodes. */
  broken: boolean;
}

// A page may shadow these on its forms and on document (<input name=parentNode>); the prototype's never lie.
const getter = <T>(prototype: object, name: string): ((node: Node) => T) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: Node) => T;
  return (node) => get.call(node);
};

export interface SafeDom {
  parentOf(node: Node): Node | null;
  nameOf(element: Element): string;
  previousOf(node: Node): Node | null;
  lastChildOf(node: Node): Node | null;
  select(root: ParentNode, selector: string): NodeListOf<Element>;
}

/** Getters of the realm that the nodes belong to. */
export function createSafeDom(view: {
  Node: typeof Node;
  Element: typeof Element;
  Document: typeof Document;
  DocumentFragment: typeof DocumentFragment;
}): SafeDom {
  const select = (root: ParentNode, selector: string): NodeListOf<Element> => {
    const prototype =
      root.nodeType === 9
        ? view.Document.prototype
        : root.nodeType === 11
          ? view.DocumentFragment.prototype
          : view.Element.prototype;
    return prototype.querySelectorAll.call(root, selector);
  };
  return {
    parentOf: getter(view.Node.prototype, 'parentNode'),
    previousOf: getter(view.Node.prototype, 'previousSibling'),
    lastChildOf: getter(view.Node.prototype, 'lastChild'),
    nameOf: getter(view.Element.prototype, 'localName') as (element: Element) => string,
    select,
  };
}

export interface ReadingOptions {
  /** Read code and preformatted text too: pages of plain text are nothing else. */
  preformatted?: boolean;
  /** Only a small part of the root will be read: ask element by element, not for the whole root at once. */
  part?: boolean;
}

interface Marked {
  isKeptOut(element: Element): boolean;
  isBroken(element: Element): boolean;
}

/** By the browser's selector engine, for the whole root at once. */
function collected(root: Element | Document | DocumentFragment, dom: SafeDom): Marked {
  const keptOut = new Set<Node>(dom.select(root, KEPT_OUT));
  if (root.nodeType === 1) {
    const around = (root as Element).closest(KEPT_OUT);
    if (around) keptOut.add(around);
  }
  const broken = new Set<Node>();
  for (const element of dom.select(root, BREAKS)) {
    const parent = dom.parentOf(element);
    if (parent) broken.add(parent);
  }
  return { isKeptOut: (element) => keptOut.has(element), isBroken: (element) => broken.has(element) };
}

/** Element by element. */
function asked(dom: SafeDom): Marked {
  return {
    isKeptOut: (element) => element.matches(KEPT_OUT),
    isBroken: (element) => dom.select(element, BREAKS_INSIDE).length > 0,
  };
}

/**
 * Looks elements up for one reading of `root`. The page's own marks of exclusion and its line breaks are asked
 * for at once, by the browser's selector engine: cheaper than attributes element by element.
 */
export function createElementLookup(
  root: Element | Document | DocumentFragment,
  dom: SafeDom,
  options: ReadingOptions = {},
): (element: Node) => ElementInfo {
  const { isKeptOut, isBroken } = options.part ? asked(dom) : collected(root, dom);
  const known = new Map<Node, ElementInfo>();

  function outer(node: Node): ElementInfo {
    // Above the root: what surrounds a part that is read alone still counts.
    const block = node as Element;
    return { skip: false, block, heading: null, broken: false };
  }

  return function infoOf(element): ElementInfo {
    const seen = known.get(element);
    if (seen) return seen;
    let info: ElementInfo;
    if (element.nodeType !== 1) info = outer(element);
    else {
      const name = dom.nameOf(element as Element);
      const parent = dom.parentOf(element);
      const above = parent ? infoOf(parent) : outer(element);
      const isBlock = BLOCKS.has(name);
      info = {
        skip:
          above.skip ||
          isKeptOut(element as Element) ||
          (SKIPPED.has(name) && !(options.preformatted && name === 'pre')),
        block: isBlock ? (element as Element) : above.block,
        heading: HEADINGS.test(name) ? (element as Element) : above.heading,
        broken: isBroken(element as Element) || (!isBlock && above.broken),
      };
    }
    known.set(element, info);
    return info;
  };
}
