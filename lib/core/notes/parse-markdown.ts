/** Parses Markdown into the tree that a note may show. The one file that knows the parser. */
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
 * Off because they hide words or reinterpret them: HTML, character references and definitions are shown as typed, and
 * neither an indented line nor one above dashes becomes a block.
 */
const OFF = ['htmlFlow', 'htmlText', 'characterReference', 'definition', 'codeIndented', 'setextUnderline'];

/** Deeper or longer than anybody writes by hand: shown as typed. */
const MAX_DEPTH = 8;
const MAX_LENGTH = 50_000;
/** Many openers without an end make the parser slow, and so do lists within lists: such text is shown as typed. */
const OPENERS = /[[\]!*_`<>]|^[ \t]*(?:[-+]|\d+[.)])/gm;
const MAX_OPENERS = 1500;
const INNER_LISTS = /^[ \t]*(?:(?:[-+*>]|\d+[.)])[ \t]+){20}/m;

export function readMarkdown(text: string): NoteTree {
  if (
    text.length > MAX_LENGTH ||
    (text.match(OPENERS)?.length ?? 0) > MAX_OPENERS ||
    INNER_LISTS.test(text)
  ) {
    return plainTree(text);
  }
  const { children } = fromMarkdown(text, { extensions: [{ disable: { null: OFF } }] });
  return blocksOf(children, { source: text, depth: 0, inLink: false });
}

interface Context {
  source: string;
  depth: number;
  inLink: boolean;
}

const deeper = (context: Context): Context => ({ ...context, depth: context.depth + 1 });

/** The source of a node that may not be shown as what it is. */
const asTyped = ({ position }: BlockNode | InlineNode, { source }: Context): string =>
  position ? source.slice(position.start.offset, position.end.offset) : '';

const blocksOf = (nodes: readonly BlockNode[], context: Context): Block[] =>
  nodes.map((node) => blockOf(node, context));

function blockOf(node: BlockNode, context: Context): Block {
  const { type } = node;
  const inner = deeper(context);
  if (context.depth < MAX_DEPTH) {
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
  return { type: 'paragraph', children: linesOf(asTyped(node, context)) };
}

const inlinesOf = (nodes: readonly InlineNode[], context: Context): Inline[] =>
  nodes.flatMap((node) => inlineOf(node, context));

function inlineOf(node: InlineNode, context: Context): Inline[] {
  const { type } = node;
  const inner = deeper(context);
  if (context.depth < 2 * MAX_DEPTH) {
    if (type === 'text') return context.inLink ? linesOf(node.value) : withLinks(node.value);
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
  return linesOf(asTyped(node, context));
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;
/** Punctuation that ends the sentence, not the address. */
const AFTER = ".,;:!?'’*_~)]}。，；：！？）】」』";

/** Turns bare web addresses into links. */
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
  let end = found.length;
  while (end > 0 && AFTER.includes(found[end - 1]!)) end--;
  const bare = found.slice(0, end);
  // A bracket that the address itself opened belongs to it.
  const closes = found[bare.length] === ')' && bare.includes('(') && !bare.includes(')');
  return closes ? found.slice(0, bare.length + 1) : bare;
}

/** For the extension's own pages: parses at once, and remembers the last texts. */
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
