/**
 * The text of a note as a tree of the only things that may be shown: no HTML, no images, no links but to the web or a
 * mailbox. parse-markdown.ts makes it, NoteText.tsx draws it.
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
  /** 1 to 3; deeper ones count as 3. */
  | { type: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  /** `info`: as written after the fence, such as the name of a language. */
  | { type: 'code-block'; info: string; text: string }
  /** `start`: its first number; null for a list without numbers. */
  | { type: 'list'; start: number | null; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'rule' };

export type NoteTree = readonly Block[];

/** The tree of a text; null while it is loaded, after which the surface is drawn again. */
export interface NoteReader {
  tree(text: string): NoteTree | null;
}

const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** The addresses that a note may lead to. */
export const isNoteLink = (url: string): boolean => ALLOWED.test(url);

/** Without blanks and tabs at its ends. An expression for the end of a text takes quadratic time on many blanks. */
function trimBlanks(line: string): string {
  const isBlank = (at: number): boolean => line[at] === ' ' || line[at] === '\t';
  let [start, end] = [0, line.length];
  while (start < end && isBlank(start)) start++;
  while (end > start && isBlank(end - 1)) end--;
  return line.slice(start, end);
}

/** Text as typed: blank lines separate paragraphs, line ends stay. */
export const plainTree = (text: string): NoteTree =>
  text
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.split('\n').map(trimBlanks))
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ type: 'paragraph', children: linesOf(paragraph) }));

/** Whether nothing in it could be Markdown, so that plainTree() gives its tree. */
export const isPlain = (text: string): boolean => !/[*_`#>+\-[\]!\\<~:\r\0]|\d[.)]/.test(text);

/** The text with breaks for line ends. */
export const linesOf = (text: string): Inline[] =>
  text.split('\n').flatMap((line, index): Inline[] => {
    const words: Inline[] = line === '' ? [] : [{ type: 'text', text: line }];
    return index === 0 ? words : [{ type: 'break' }, ...words];
  });

const wordsOf = (all: readonly Inline[]): string =>
  all.map((one) => (one.type === 'break' ? ' ' : 'text' in one ? one.text : wordsOf(one.children))).join('');

/** The words of a tree in one line, blocks separated by dots, for lists of notes. */
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
