/**
 * The text of a note as a tree of what may be shown, and nothing else: no HTML, no images, no address but of the web or
 * a mailbox. `note-markdown.ts` makes it, `ui/NoteText.tsx` draws it.
 */
export type Inline =
  | { type: 'text'; text: string }
  /** Found by a search; see `markWords`. */
  | { type: 'mark'; text: string }
  | { type: 'emphasis' | 'strong'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; title: string; children: Inline[] }
  | { type: 'break' };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** 1 to 3: a note needs no more. */
  | { type: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  /** `info`: what the writer called it, as the name of a language. */
  | { type: 'code-block'; info: string; text: string }
  /** `start`: its first number; null where it is not numbered. */
  | { type: 'list'; start: number | null; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'rule' };

export type NoteTree = readonly Block[];

/** Gives the tree of a text; null while it is being made elsewhere, and who asked will be told. */
export interface NoteReader {
  tree(text: string): NoteTree | null;
}

const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** The addresses that a note may lead to. */
export const isNoteLink = (url: string): boolean => ALLOWED.test(url);

/** Text as typed: a paragraph for each that blank lines part, lines kept. */
export const plainTree = (text: string): NoteTree =>
  text
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.replace(/^[ \t\n]+|[ \t\n]+$/g, '').replace(/[ \t]*\n[ \t]*/g, '\n'))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ type: 'paragraph', children: linesOf(paragraph) }));

/** Whether nothing in it could be Markdown: then the plain tree is the tree. */
export const isPlain = (text: string): boolean => !/[*_`#>+\-[\]!\\<~:\r\0]|\d[.)]/.test(text);

/** A text with its line ends as breaks. */
export const linesOf = (text: string): Inline[] =>
  text.split('\n').flatMap((line, at): Inline[] => {
    const own: Inline[] = line === '' ? [] : [{ type: 'text', text: line }];
    return at === 0 ? own : [{ type: 'break' }, ...own];
  });

const wordsOf = (all: readonly Inline[]): string =>
  all.map((one) => (one.type === 'break' ? ' ' : 'text' in one ? one.text : wordsOf(one.children))).join('');

/** The words of a tree in one line, parts with a dot between them: how a note is known in a list. */
export const inOneLine = (tree: NoteTree): string =>
  tree
    .map((block): string => {
      if (block.type === 'rule') return '';
      if (block.type === 'code-block') return block.text;
      if (block.type === 'list') return block.items.map(inOneLine).join(' · ');
      return block.type === 'quote' ? inOneLine(block.children) : wordsOf(block.children);
    })
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .reduce(
      (line, words) => (line === '' ? words : `${line}${/[:：]$/.test(line) ? '' : ' ·'} ${words}`),
      '',
    );
