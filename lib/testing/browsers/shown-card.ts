/** An open card as a reader has it: texts, places, focus. Without its HTML. */
import type { Rect } from '../../core/pointing/geometry.ts';

export interface CardNode {
  name: string;
  /** All but style and class. */
  attributes: Record<string, string>;
  /** Values of text fields. */
  value?: string;
  /** In the viewport; of no size where it is not shown. */
  rect: Rect;
  hasFocus: boolean;
  children: (CardNode | string)[];
}

export interface CardView {
  open: true;
  /** As shown: what is hidden is left out. */
  text: string;
  tree: CardNode[];
  rect: Rect;
}

/** Runs in the page, with the card's element and its root: so it may use nothing of this file. */
export function viewCard(host: Element, root: ShadowRoot): CardView {
  const rectOf = (element: Element): Rect => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const view = (element: Element): CardNode => {
    const children = [...element.childNodes].flatMap((child): (CardNode | string)[] => {
      if (child.nodeType === 1) return [view(child as Element)];
      const text = child.nodeType === 3 ? (child.nodeValue ?? '') : '';
      return text.trim() === '' ? [] : [text];
    });
    const attributes = [...element.attributes]
      .filter(({ name }) => name !== 'style' && name !== 'class')
      .map(({ name, value }) => [name, value] as const);
    return {
      name: element.localName,
      attributes: Object.fromEntries(attributes),
      ...('value' in element && typeof element.value === 'string' ? { value: element.value } : {}),
      rect: rectOf(element),
      hasFocus: root.activeElement === element,
      children,
    };
  };
  const shown = [...root.children].filter(({ localName }) => localName !== 'style');
  const text = shown.map((element) => (element as HTMLElement).innerText).join('\n');
  return { open: true, text, tree: shown.map(view), rect: rectOf(host) };
}

export const textOf = (node: CardNode | string): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

/** Every element of a card, in document order. */
export function nodesOf(card: CardView): CardNode[] {
  const all = (node: CardNode): CardNode[] => [
    node,
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
  ];
  return card.tree.flatMap(all);
}

/** The button, link or field of this name (its label, or its text), or undefined. */
export function controlIn(card: CardView, name: string | RegExp): CardNode | undefined {
  const isIt = (text: string | undefined): boolean =>
    text !== undefined && (typeof name === 'string' ? text.trim() === name : name.test(text));
  return nodesOf(card)
    .filter((node) => /^(a|button|input|textarea|select|summary)$/.test(node.name))
    .find((node) => isIt(node.attributes['aria-label']) || isIt(textOf(node)));
}

export const focusedIn = (card: CardView): CardNode | undefined =>
  nodesOf(card).find(({ hasFocus }) => hasFocus);

export const middleOf = ({ x, y, width, height }: Rect): [x: number, y: number] => [
  x + width / 2,
  y + height / 2,
];

/** It was just opened, or something of the page came over it: it refuses presses for half a second. */
export const isGuarded = (card: CardView | null): boolean =>
  card?.tree.some(({ attributes }) => 'data-guarded' in attributes) === true;
