/**
 * The DOM's own getters, called on a node instead of read from it. A page can shadow properties by name, as with
 * `<input name=parentNode>` in a form: https://html.spec.whatwg.org/multipage/forms.html#the-form-element
 */
import { HOST, traitsOf } from './element-kinds.ts';

export interface SafeDom {
  parentOf(node: Node): Node | null;
  nameOf(element: Element): string;
  /** The open shadow root of an element. */
  shadowRootOf(element: Element): ShadowRoot | null;
  select(root: ParentNode, selector: string): NodeListOf<Element>;
  /** Like `select(…).length > 0`, without building the list. */
  has(root: ParentNode, selector: string): boolean;
}

const getter = <T>(prototype: object, name: string): ((node: Node) => T) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: Node) => T;
  return (node) => get.call(node);
};

/** @param view the window whose nodes are asked for. */
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
    // Forms, the only elements that let a page shadow `shadowRoot`, cannot have one.
    shadowRootOf: (element) => (traitsOf(nameOf(element)) & HOST ? element.shadowRoot : null),
    select,
    has,
  };
}
