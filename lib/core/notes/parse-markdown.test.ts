import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNoteReader, readMarkdown } from './parse-markdown.ts';
import {
  inOneLine,
  isNoteLink,
  isPlain,
  linesOf,
  plainTree,
  type Block,
  type Inline,
  type NoteTree,
} from './note-tree.ts';

const p = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const t = (text: string): Inline => ({ type: 'text', text });
const link = (url: string, text = url, title = ''): Inline => ({
  type: 'link',
  url,
  title,
  children: [t(text)],
});
const br: Inline = { type: 'break' };

test.each([
  ['*Work unit* as **shelter**', 'Work unit as shelter'],
  ['# Two readings\n\nOne line\nand more', 'Two readings · One line and more'],
  [
    'Who came:\n\n- the *first*\n- the `second`\n\n---\n> Nobody.',
    'Who came: the first · the second · Nobody.',
  ],
  ['[the survey](https://example.org/) 1967', 'the survey 1967'],
  ['', ''],
])('in one line, %j is %j', (text, line) => expect(inOneLine(readMarkdown(text))).toBe(line));

describe('what a note may show', () => {
  test.each<[text: string, tree: Block[]]>([
    ['', []],
    ['Plain.', [p(t('Plain.'))]],
    ['One line\nand another', [p(t('One line'), br, t('and another'))]],
    ['First.\n\nSecond.', [p(t('First.')), p(t('Second.'))]],
    [
      '*a* **b** `c`',
      [
        p({ type: 'emphasis', children: [t('a')] }, t(' '), { type: 'strong', children: [t('b')] }, t(' '), {
          type: 'code',
          text: 'c',
        }),
      ],
    ],
    ['- one\n- two', [{ type: 'list', start: null, items: [[p(t('one'))], [p(t('two'))]] }]],
    ['3. three\n4. four', [{ type: 'list', start: 3, items: [[p(t('three'))], [p(t('four'))]] }]],
    ['> quoted', [{ type: 'quote', children: [p(t('quoted'))] }]],
    ['##### Deep', [{ type: 'heading', level: 3, children: [t('Deep')] }]],
    ['#tag', [p(t('#tag'))]],
    ['Above dashes\n---', [p(t('Above dashes')), { type: 'rule' }]],
    ['    indented', [p(t('indented'))]],
    ['```js x\n<b>1</b>\n```', [{ type: 'code-block', info: 'js x', text: '<b>1</b>' }]],
    ['[a](https://x.org "why")', [p(link('https://x.org', 'a', 'why'))]],
    ['[a](mailto:a@x.org)', [p(link('mailto:a@x.org', 'a'))]],
    ['See https://x.org/a_(b), or not.', [p(t('See '), link('https://x.org/a_(b)'), t(', or not.'))]],
    ['(https://x.org)', [p(t('('), link('https://x.org'), t(')'))]],
    ['见https://x.org。', [p(t('见'), link('https://x.org'), t('。'))]],
    ['![a cat](https://x.org/cat.png)', [p(link('https://x.org/cat.png', 'a cat'))]],
    ['[a](javascript:alert(1))', [p(t('[a](javascript:alert(1))'))]],
    ['![a](data:image/png;base64,AAAA)', [p(t('![a](data:image/png;base64,AAAA)'))]],
    ['<b onclick="x">hi</b>', [p(t('<b onclick="x">hi</b>'))]],
    ['<div>\n\nhi', [p(t('<div>')), p(t('hi'))]],
    ['&lt;b&gt; &copy;', [p(t('&lt;b&gt; &copy;'))]],
    ['[a]: https://x.org', [p(t('[a]: '), link('https://x.org'))]],
  ])('%j', (text, tree) => {
    expect(readMarkdown(text)).toEqual(tree);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' https://x',
    'java\nscript:x',
    'https://x\u0000',
    'https:x',
    '//x',
    '/x',
    'data:x',
    'vbscript:x',
    'blob:https://x',
    'file:///x',
    '',
  ])('does not lead to %j', (url) => expect(isNoteLink(url)).toBe(false));
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&Tab;javascript:alert(1))',
  '[x](java\\nscript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](https://a.org" onclick="alert(1))',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '<https://a.org/<script>>',
  '![x](x" onerror="alert(1))',
  '![](javascript:alert(1))',
  '`<b>`\n\n```html\n<script>alert(1)</script>\n```',
  '<!-- a --> <?php ?> <![CDATA[x]]> <!DOCTYPE html>',
  '<textarea><title><style>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '__proto__ constructor toString',
  '\u202eabc\u202c \u0000 \ufeff \ud800',
  '> '.repeat(60) + 'deep',
  '- '.repeat(60) + 'deep',
  '*'.repeat(300) + 'a' + '*'.repeat(300),
  '['.repeat(300) + 'a' + ']('.repeat(300),
];

/** A note out of pieces that mean something, in any order. */
const notes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '```\n',
        '\n',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '# ',
        '---\n',
        '[',
        '](',
        ')',
        '<',
        '>',
        '!',
        '\\',
        '&amp;',
        '    ',
        'https://a.org/x',
        'javascript:',
        'mailto:',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));

const ALLOWED = [
  'paragraph',
  'heading',
  'code-block',
  'list',
  'quote',
  'rule',
  'text',
  'emphasis',
  'strong',
  'code',
  'link',
  'break',
];

/** Everything in it that can be read, addresses and titles of links too, in order. */
function wordsOf(tree: NoteTree | readonly Inline[]): string {
  return tree
    .map((node): string => {
      if (!ALLOWED.includes(node.type)) throw new Error(`${node.type} is not allowed`);
      switch (node.type) {
        case 'text':
        case 'mark':
        case 'code':
          return node.text;
        case 'code-block':
          return `${node.info}\n${node.text}`;
        case 'list':
          return node.items.map(wordsOf).join('\n');
        case 'rule':
        case 'break':
          return '\n';
        case 'link': {
          if (!isNoteLink(node.url)) throw new Error(`${node.url} is not allowed`);
          const label = wordsOf(node.children);
          return label === node.url || `mailto:${label}` === node.url
            ? label
            : `${label} ${node.url} ${node.title}`;
        }
        case 'paragraph':
        case 'heading':
        case 'quote':
        case 'emphasis':
        case 'strong':
          return wordsOf(node.children);
      }
    })
    .join('');
}
const letters = (text: string): string => (text.normalize('NFC').match(/\p{L}/gu) ?? []).join('');

describe('whatever is written', () => {
  test.each(HOSTILE)('%j: nothing but what is allowed, and no word lost', (text) => {
    expect(letters(wordsOf(readMarkdown(text)))).toBe(letters(text));
  });

  test('nothing but what is allowed, and no word lost, in any mixture', () => {
    fc.assert(
      fc.property(notes, (text) => {
        expect(letters(wordsOf(readMarkdown(text)))).toBe(letters(text));
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  test('is the same without the parser where nothing in it is Markdown', () => {
    const plain = fc
      .array(
        fc.constantFrom('word', ' ', '\t', '\n', '\n\n', '。', '1967', '&amp;', '“a”', '    ', '\u00a0'),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(plain, (text) => {
        expect(isPlain(text)).toBe(true);
        expect(readMarkdown(text)).toEqual(plainTree(text));
      }),
    );
  });

  test('is read in no time, however it is made to take long', () => {
    for (const piece of ['> ', '- ', '[', '![', '*a ', '_', '`', '<', '](', '**a*', 'a\n', '1. ']) {
      for (const times of [1000, 30_000]) {
        const text = piece.repeat(times);
        expect(letters(wordsOf(readMarkdown(text)))).toBe(letters(text));
      }
    }
  }, 30_000);
});

test('a reader for pages of ours remembers what it read', () => {
  const reader = createNoteReader(2);
  const first = reader.tree('*a*');
  expect(reader.tree('*a*')).toBe(first);
  reader.tree('b');
  reader.tree('c');
  expect(reader.tree('*a*')).toEqual(first);
  expect(reader.tree('*a*')).not.toBe(first);
});

describe('texts that took quadratic time', () => {
  const MILLION = 1_000_000;
  test('blanks between two words, and at the end of a line', () => {
    const inner = `a${' '.repeat(MILLION)}b`;
    expect(plainTree(`${inner}${'\t'.repeat(MILLION)}\nc`)).toEqual([p(t(inner), br, t('c'))]);
  });

  test('punctuation within an address', () => {
    const url = `https://a.example/${'.'.repeat(40_000)}x`;
    expect(readMarkdown(`${url}!`)).toEqual([p(link(url), t('!'))]);
  });

  test('paragraphs are trimmed as they were by expressions', () => {
    const words = fc.array(fc.constantFrom('a', ' ', '\t', '\n', '\n\n'), { maxLength: 14 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const expected = text
          .split(/\n(?:[ \t]*\n)+/)
          .map((each) => each.replace(/^[ \t\n]+|[ \t\n]+$/g, '').replace(/[ \t]*\n[ \t]*/g, '\n'))
          .filter((each) => each !== '')
          .map((each) => p(...linesOf(each)));
        expect(plainTree(text)).toEqual(expected);
      }),
    );
  });
});
