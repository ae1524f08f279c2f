/** The order in which a page is shown, against a slow reading of the rule. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { isBeforePoint, isText, shownOrder } from '../tree/composed-tree.ts';
import { HOST, SLOT, traitsOf } from '../tree/element-kinds.ts';
import { createSafeDom } from '../tree/safe-dom.ts';
import { createComposedWalker, type ComposedWalker } from './composed-walker.ts';
import { createShadowRoots } from '../tree/shadow-roots.ts';
import { createFlowReader } from './text-flow.ts';

const { window } = new JSDOM('<body></body>');
const { document } = window;
const dom = createSafeDom(window);
/** Only XML has CDATA sections, but a script may carry one over. */
const xml = new window.DOMParser().parseFromString('<x/>', 'text/xml');

type Tree = string | { name: string; slot?: string; children: Tree[]; shadow?: Tree[] };

const CDATA = '<d>';

function build(tree: Tree): Node {
  if (tree === CDATA) return xml.createCDATASection(tree);
  if (typeof tree === 'string') return document.createTextNode(tree);
  const element = document.createElement(tree.name);
  if (tree.slot !== undefined) element.setAttribute(tree.name === 'slot' ? 'name' : 'slot', tree.slot);
  element.append(...tree.children.map(build));
  if (tree.shadow) element.attachShadow({ mode: 'open' }).append(...tree.shadow.map(build));
  return element;
}

/** All texts below, as shown. */
function shown(node: Node): Text[] {
  if (isText(node)) return [node];
  const element = node as HTMLElement;
  if (element.shadowRoot) return [...element.shadowRoot.childNodes].flatMap(shown);
  const slotted =
    element.localName === 'slot' && element.getRootNode() !== document
      ? (element as unknown as HTMLSlotElement).assignedNodes()
      : [];
  return [...(slotted.length > 0 ? slotted : element.childNodes)].flatMap(shown);
}

function page(children: Tree[]): HTMLElement {
  document.body.replaceChildren(...children.map(build));
  return document.body;
}

function textsOf(walk: ComposedWalker, first: Node | null): Text[] {
  const texts: Text[] = [];
  for (let node = first; node;) {
    const traits = node.nodeType === 1 ? traitsOf(dom.nameOf(node as Element)) : 0;
    if (isText(node)) texts.push(node);
    node = (traits & (HOST | SLOT)) === 0 ? walk.next() : walk.nextWithin(node as Element, traits);
  }
  return texts;
}

const walkOf = (root: Element): ComposedWalker =>
  createComposedWalker(root, dom, () => undefined, createShadowRoots());

const trees = fc.letrec<{ tree: Tree; trees: Tree[] }>((tie) => ({
  trees: fc.array(tie('tree'), { maxLength: 3 }),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', CDATA),
    fc.record({
      name: fc.constantFrom('b', 'p', 'slot'),
      slot: fc.constantFrom('x', 'y', ''),
      children: tie('trees'),
    }),
    fc.record({
      name: fc.constantFrom('div', 'x-host'),
      slot: fc.constantFrom('x', ''),
      children: tie('trees'),
      shadow: tie('trees'),
    }),
  ),
}));

describe('the page as it is shown', () => {
  test('is walked once, in order, from wherever one begins', () => {
    fc.assert(
      fc.property(fc.array(trees.tree, { maxLength: 4 }), (children) => {
        const body = page(children);
        const texts = shown(body);
        const walk = walkOf(body);
        expect(textsOf(walk, walk.start())).toEqual(texts);
        texts.forEach((text, at) => {
          const later = walkOf(body);
          expect(textsOf(later, later.startAt(text))).toEqual(texts.slice(at));
          const other = texts[(at * 7) % texts.length]!;
          expect(Math.sign(shownOrder(text, other, dom))).toBe(Math.sign(at - texts.indexOf(other)));
          expect(isBeforePoint(text, other, 0, dom)).toBe(at < texts.indexOf(other));
        });
      }),
      { numRuns: 150 },
    );
  });

  test.each<[string, Tree[], string[]]>([
    [
      'a tree in the place of its host',
      ['one ', { name: 'x-a', children: ['no'], shadow: ['two'] }],
      ['one two'],
    ],
    [
      'slots in their order, a term across two',
      [
        {
          name: 'x-a',
          children: [
            { name: 'b', slot: 'second', children: ['Commune'] },
            { name: 'b', slot: 'first', children: ['Paris '] },
          ],
          shadow: [
            { name: 'slot', slot: 'first', children: [] },
            { name: 'slot', slot: 'second', children: ['instead'] },
          ],
        },
      ],
      ['Paris Commune'],
    ],
    [
      'what a slot shows instead',
      [{ name: 'x-a', children: [], shadow: [{ name: 'slot', slot: 'a', children: ['instead'] }] }],
      ['instead'],
    ],
    [
      'a block in a tree ends the flow',
      [
        {
          name: 'p',
          children: [
            'one',
            { name: 'x-a', children: [], shadow: [{ name: 'div', children: ['two'] }] },
            'three',
          ],
        },
      ],
      ['one', 'two', 'three'],
    ],
    [
      'what is left out stays out in a tree',
      [
        {
          name: 'x-a',
          children: ['no'],
          shadow: [{ name: 'code', children: [{ name: 'slot', children: [] }] }, 'yes'],
        },
      ],
      ['yes'],
    ],
  ])('%s', (_name, children, expected) => {
    const reader = createFlowReader(page(children), dom, { shadows: createShadowRoots() });
    const batch = reader.read(Infinity);
    expect(batch?.flows.map(({ start, end }) => batch.text.slice(start, end))).toEqual(expected);
  });
});

describe('a document of XML', () => {
  test.each([
    [
      'CDATA sections are text',
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Par<![CDATA[is Com]]>mune</p><script><![CDATA[no]]></script></body></html>',
      ['Paris Commune'],
    ],
    [
      'the texts of a drawing stand each by itself',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg"><title>no</title><text>a <tspan>general</tspan></text><text>strike</text></svg>',
      ['a general', 'strike'],
    ],
    [
      'the outermost element is the block where none is',
      'text/xml',
      '<play><a>one </a><b>two</b></play>',
      ['one two'],
    ],
  ])('%s', (_name, contentType, markup, expected) => {
    const { window: other } = new JSDOM(markup, { contentType });
    const batch = createFlowReader(other.document, createSafeDom(other)).read(Infinity)!;
    expect(batch.flows.map(({ start, end }) => batch.text.slice(start, end))).toEqual(expected);
    for (const { block } of batch.flows) expect(block).toBeInstanceOf(other.Element);
  });
});
