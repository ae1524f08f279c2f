import { isUnspaced } from '../base/letters.ts';
import type { Block, Inline, NoteTree } from './note-tree.ts';

/** The tree with every occurrence of these words set apart, but for code. Case is ignored. */
export function markWords(tree: NoteTree, words: readonly string[]): NoteTree {
  const wanted = words.filter((word) => word.trim() !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return tree;
  const pattern = new RegExp(wanted.map(patternOf).join('|'), 'giu');

  const inlines = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') return split(node.text, pattern);
      return ['children' in node ? { ...node, children: inlines(node.children) } : node];
    });
  const blocks = (nodes: readonly Block[]): Block[] =>
    nodes.map((node): Block => {
      switch (node.type) {
        case 'paragraph':
        case 'heading':
          return { ...node, children: inlines(node.children) };
        case 'list':
          return { ...node, items: node.items.map(blocks) };
        case 'quote':
          return { ...node, children: blocks(node.children) };
        case 'code-block':
        case 'rule':
          return node;
      }
    });
  return blocks(tree);
}

function patternOf(word: string): string {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // Without spaces between words, a word stands within a longer run of letters.
  return isUnspaced(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}

function split(text: string, pattern: RegExp): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) parts.push({ type: 'text', text: text.slice(end, index) });
    parts.push({ type: 'mark', text: found });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) });
  return parts;
}
