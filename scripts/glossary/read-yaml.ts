import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Problem, Result } from '../../lib/core/base/result.ts';

/** A problem with its place, in a form that editors can jump to. */
export interface FileProblem {
  /** Absolute path. */
  file: string;
  /** From 1. */
  line: number;
  message: string;
}

export interface ReadYaml<T> {
  value: T;
  text: string;
  /** Comments of the file, which the canonical layout drops. */
  comments: string[];
  lineOf: (path: Problem['path']) => number;
}

/** The most common mistakes, explained better than by the parser. */
const SLIPS: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'A text with a colon and a blank in it needs quotation marks around it.',
  BAD_INDENT:
    'This line is moved in too far or too little, or a bracket or quotation mark above is not closed.',
  TAB_AS_INDENT: 'A tab stands at the beginning of this line; use blanks.',
  DUPLICATE_KEY: 'The same field stands here twice.',
  MISSING_CHAR: 'A quotation mark, bracket, comma or colon is missing here.',
  BAD_SCALAR_START: 'A text that begins with this character needs quotation marks around it.',
  UNEXPECTED_TOKEN: 'Something stands here that does not belong; is a text in need of quotation marks?',
};

/** Reads and parses one file; null if there were problems, which are collected with their lines. */
export function readYaml<T>(
  file: string,
  parse: (input: unknown) => Result<T>,
  problems: FileProblem[],
): ReadYaml<T> | null {
  const text = readText(file);
  if (text === null) {
    problems.push({ file, line: 1, message: 'The file is missing, or cannot be opened.' });
    return null;
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const flaws = [...document.errors, ...document.warnings];
  if (flaws.length > 0) {
    for (const { code, message, pos } of flaws) {
      problems.push({ file, line: counter.linePos(pos[0]).line, message: SLIPS[code] ?? `${message}.` });
    }
    return null;
  }
  const lineOf = (path: Problem['path']): number => lineIn(document, counter, path);
  const result = parse(valueOf(document));
  if (result.ok) return { value: result.value, text, comments: commentsOf(document), lineOf };
  for (const { path, message } of result.problems) problems.push({ file, line: lineOf(path), message });
  return null;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    // Aliases could expand without end, and no entry needs any.
    return null;
  }
}

/** The line of a field's key, or of the nearest enclosing field that exists. */
function lineIn(document: Document, counter: LineCounter, path: Problem['path']): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return counter.linePos(offset).line;
}

function commentsOf(document: Document): string[] {
  const found: (string | null | undefined)[] = [document.commentBefore];
  visit(document, {
    Node: (_, node) => void found.push(node.commentBefore, node.comment),
  });
  found.push(document.comment);
  return found.filter((comment) => typeof comment === 'string').map((comment) => comment.trim());
}
