/** Reads annotations of other programs, whose fields may be missing or of any type. */
import type { Note } from '../notes/note.ts';
import { parseNote } from '../notes/note-schema.ts';
import { addressAsRead } from '../sites/page-address.ts';
import { faultOf } from '../base/result.ts';
import type { TextQuoteSelector } from '../anchoring/selector.ts';
import type { RowProblem } from './import-export.ts';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Null without a quote. */
export function quoteSelector(exact: unknown, prefix: unknown, suffix: unknown): TextQuoteSelector | null {
  if (textOf(exact) === '') return null;
  return { type: 'TextQuoteSelector', exact: textOf(exact), prefix: textOf(prefix), suffix: textOf(suffix) };
}

/** The address under which notes of this page are stored; null if no page can have it. */
export const pageOf = (address: string): string | null => addressAsRead(address.trim());

/** Validates each row as a note; problems name their row. */
export function gather(rows: Iterable<[row: number, note: unknown]>): {
  notes: Note[];
  problems: RowProblem[];
} {
  const notes: Note[] = [];
  const problems: RowProblem[] = [];
  for (const [row, input] of rows) {
    const parsed = parseNote(input);
    if (parsed.ok) notes.push(parsed.value);
    else problems.push(...parsed.problems.map(({ fault = faultOf('content') }) => ({ row, fault })));
  }
  return { notes, problems };
}
