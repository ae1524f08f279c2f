import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markWords } from './mark-words.ts';
import { inOneLine, type Inline, type NoteTree } from './note-tree.ts';
import { readMarkdown } from './parse-markdown.ts';

const marksIn = (tree: NoteTree): string[] =>
  tree.flatMap((block): string[] => {
    if (block.type === 'list') return block.items.flatMap(marksIn);
    if (block.type === 'quote') return marksIn(block.children);
    return 'children' in block ? block.children.flatMap(marksOf) : [];
  });
const marksOf = (node: Inline): string[] =>
  node.type === 'mark' ? [node.text] : 'children' in node ? node.children.flatMap(marksOf) : [];

test.each<[text: string, words: string[], marked: string[]]>([
  ['Compare with **Burawoy** and his storm.', ['Burawoy', 'storm'], ['Burawoy', 'storm']],
  ['A strike, a Strike, no strikers.', ['strike'], ['strike', 'Strike']],
  ['## A strike\n\n> strike\n\n- strike\n- [strike](https://a.example)', ['strike'], Array(4).fill('strike')],
  ['单位和单位制', ['单位'], ['单位', '单位']],
  ['`strike`\n\n```\nstrike\n```\n\n---', ['strike'], []],
  ['What (is) a+b?', ['(is)', 'a+b?'], ['(is)', 'a+b?']],
  ['general strike', ['general', 'general strike'], ['general strike']],
  ['nothing', [], []],
  ['nothing', [' '], []],
])('in %j, %j is %j', (text, words, marked) =>
  expect(marksIn(markWords(readMarkdown(text), words))).toEqual(marked),
);

test('marking takes no word away', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 4 })),
      (text, words) => {
        const tree = readMarkdown(text);
        expect(inOneLine(markWords(tree, words))).toBe(inOneLine(tree));
      },
    ),
  ));
