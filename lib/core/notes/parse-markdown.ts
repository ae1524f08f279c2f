/** Markdown to the tree of what a note may show. The one file that knows the parser. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import {
  isNoteLink,
  linesOf,
  plainTree,
  type Block,
  type Inline,
  type NoteReader,
  type NoteTree,
} from './note-tree.ts';

type Root = ReturnType<typeof fromMarkdown>;
type BlockNode = Root['children'][number];
type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number];

/**
 * Off is what would take words away, or make something of what nobody meant: HTML and character references are shown as
 * typed, definitions too; neither an indented line nor one above dashes becomes something else.
 */
const OFF = ['htmlFlow', 'htmlText', 'characterReference', 'definition', 'codeIndented', 'setextUnderline'];

/** Nobody writes by hand what is deeper or longer; it is shown as typed. */
const DEEPEST = 8;
const LONGEST = 50_000;
/** What opens many things and closes none makes any parser slow; so does a list with a thousand places. */
const OPENERS = /[[\]!*_`<>]|^[ \t]*(?:[-+]|\d+[.)])/gm;
const MAX_OPENERS = 1500;
const INNER_LISTS = /^[ \t]*(?:(?:[-+*>]|\d+[.)])[ \t]+){20}/m;

export function readMarkdown(text: string): NoteTree {
  if (text.length > LONGEST || (text.match(OPENERS)?.length ?? 0) > MAX_OPENERS || INNER_LISTS.test(text)) {
    return plainTree(text);
  }
  const { children } = fromMarkdown(text, { extensions: [{ disable: { null: OFF } }] });
  return blocksOf(children, { source: text, depth: 0, inLink: false });
}

interface Place {
  source: string;
  depth: number;
  inLink: boolean;
}

const deeper = (place: Place): Place => ({ ...place, depth: place.depth + 1 });

/** What stands in the source, where it may not be what it wants to be. */
const asTyped = ({ position }: BlockNode | InlineNode, { source }: Place): string =>
  position ? source.slice(position.start.offset, position.end.offset) : '';

const blocksOf = (nodes: readonly BlockNode[], place: Place): Block[] =>
  nodes.map((node) => blockOf(node, place));

function blockOf(node: BlockNode, place: Place): Block {
  const { type } = node;
  const inner = deeper(place);
  if (place.depth < DEEPEST) {
    if (type === 'paragraph') return { type, children: inlinesOf(node.children, inner) };
    if (type === 'heading') {
      const level = Math.min(node.depth, 3) as 1 | 2 | 3;
      return { type, level, children: inlinesOf(node.children, inner) };
    }
    if (type === 'code') {
      const info = [node.lang, node.meta].filter(Boolean).join(' ');
      return { type: 'code-block', info, text: node.value };
    }
    if (type === 'list') {
      const items = node.children.map((item) => blocksOf(item.children, inner));
      return { type, start: node.ordered ? (node.start ?? 1) : null, items };
    }
    if (type === 'blockquote') return { type: 'quote', children: blocksOf(node.children, inner) };
    if (type === 'thematicBreak') return { type: 'rule' };
  }
  return { type: 'paragraph', children: linesOf(asTyped(node, place)) };
}

const inlinesOf = (nodes: readonly InlineNode[], place: Place): Inline[] =>
  nodes.flatMap((node) => inlineOf(node, place));

function inlineOf(node: InlineNode, place: Place): Inline[] {
  const { type } = node;
  const inner = deeper(place);
  if (place.depth < 2 * DEEPEST) {
    if (type === 'text') return place.inLink ? linesOf(node.value) : withLinks(node.value);
    if (type === 'emphasis' || type === 'strong') {
      return [{ type, children: inlinesOf(node.children, inner) }];
    }
    if (type === 'inlineCode') return [{ type: 'code', text: node.value }];
    if (type === 'break') return [{ type }];
    if ((type === 'link' || type === 'image') && isNoteLink(node.url)) {
      const { url, title } = node;
      const words =
        type === 'link' ? inlinesOf(node.children, { ...inner, inLink: true }) : linesOf(node.alt ?? '');
      const children: Inline[] = words.length > 0 ? words : [{ type: 'text', text: url }];
      return [{ type: 'link', url, title: title ?? '', children }];
    }
  }
  return linesOf(asTyped(node, place));
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;
/** At the end of an address these belong to the sentence around it. */
const AFTER = /[.,;:!?'’*_~)\]}。，；：！？）】」』]+$/u;

/** Addresses of the web lead there even where nothing marks them as links. */
function withLinks(text: string): Inline[] {
  const parts: Inline[] = [];
  let done = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const url = addressIn(found[0]);
    if (!isNoteLink(url)) continue;
    parts.push(...linesOf(text.slice(done, found.index)));
    parts.push({ type: 'link', url, title: '', children: [{ type: 'text', text: url }] });
    done = found.index + url.length;
  }
  return [...parts, ...linesOf(text.slice(done))];
}

function addressIn(found: string): string {
  const bare = found.replace(AFTER, '');
  // A bracket that the address itself opened is its own.
  const closes = found[bare.length] === ')' && bare.includes('(') && !bare.includes(')');
  return closes ? found.slice(0, bare.length + 1) : bare;
}

/** For pages of ours: reads at once, and remembers the last texts. */
export function createNoteReader(remembered = 200): NoteReader {
  const known = new Map<string, NoteTree>();
  return {
    tree(text) {
      const tree = known.get(text) ?? readMarkdown(text);
      known.delete(text);
      known.set(text, tree);
      if (known.size > remembered) known.delete(known.keys().next().value!);
      return tree;
    },
  };
}
