/**
 * Notes as files of other programs, and back. All pure; notes in the bin are left to the backup.
 *
 *   export   `exportNotes(format, notes, context)` → `{ name, type, text }` of the file
 *   import   `importNotes(text, context)` tells the format by itself → notes and problems by row, nothing written
 *   preview  `compareNotes(imported.notes, present)` of `backup/compare-backup.ts` → new, changed, same
 *   plan     `planImport(compared, nowIso)` of the same → the notes to write
 *   write    `putNotes` of `lib/platform/put-notes.ts`, with `undoPut` for the whole import
 *
 * Markdown and Anki are for reading and learning; CSV and JSON-LD come back as the notes they were.
 */
import { isBinned } from '../bin.ts';
import type { Note } from '../note.ts';
import { toAnki } from './anki.ts';
import { fromCsv, looksLikeCsv, toCsv } from './csv.ts';
import { fromHypothesis, isHypothesis } from './hypothesis.ts';
import { fromJsonLd, isJsonLd, toJsonLd } from './json-ld.ts';
import { toMarkdown } from './markdown.ts';

export type ExportFormat = 'markdown' | 'csv' | 'anki' | 'jsonld';
export type ImportFormat = 'csv' | 'jsonld' | 'hypothesis';

export interface ExportContext {
  nowIso: string;
  /** Name of a concept in the reader's language; the id where nobody knows it. */
  termOf(concept: string): string;
}

export interface ExportedFile {
  /** `manicule-notes-2026-11-24.md` */
  name: string;
  /** MIME type. */
  type: string;
  text: string;
}

export interface ImportContext {
  nowIso: string;
  /** Unique for ever: `crypto.randomUUID()`. */
  newId(): string;
}

/** What cannot be taken, said so that the reader finds the place. */
export interface RowProblem {
  /** In a table: as a spreadsheet counts, the names of the columns being row 1. Else the how-manieth note, from 1. */
  row: number;
  message: string;
}

export interface Imported {
  /** Null: none that we know, or not even text of a known kind. `problems` says what to do. */
  format: ImportFormat | null;
  notes: Note[];
  problems: RowProblem[];
}

const FILES: Record<ExportFormat, { ending: string; type: string }> = {
  markdown: { ending: 'md', type: 'text/markdown' },
  csv: { ending: 'csv', type: 'text/csv' },
  anki: { ending: 'txt', type: 'text/tab-separated-values' },
  jsonld: { ending: 'jsonld', type: 'application/ld+json' },
};

export function exportNotes(
  format: ExportFormat,
  notes: readonly Note[],
  context: ExportContext,
): ExportedFile {
  const kept = notes.filter((note) => !isBinned(note));
  const { ending, type } = FILES[format];
  const text = {
    markdown: () => toMarkdown(kept, context),
    csv: () => toCsv(kept),
    anki: () => toAnki(kept, context),
    jsonld: () => toJsonLd(kept, context),
  }[format]();
  return {
    name: `manicule-notes-${context.nowIso.slice(0, 10)}.${ending}`,
    type: `${type};charset=utf-8`,
    text,
  };
}

const UNKNOWN =
  'This is none of the files that can be imported: annotations in JSON-LD, a table of notes (CSV), or an export of Hypothesis (JSON).';

export function importNotes(text: string, context: ImportContext): Imported {
  const plain = text.replace(/^\uFEFF/, '');
  const json = /^\s*[[{]/.test(plain) ? parseJson(plain) : undefined;
  if (json === null) return nothing('The file is cut off or damaged: it is not whole JSON.');
  if (json !== undefined) {
    if (isHypothesis(json)) return sound('hypothesis', fromHypothesis(json, context));
    if (isJsonLd(json)) return sound('jsonld', fromJsonLd(json, context));
    return nothing(
      (json as { format?: unknown }).format === 'manicule-backup'
        ? 'This is a backup. Use Restore for it, which also brings back settings and the bin.'
        : UNKNOWN,
    );
  }
  return looksLikeCsv(plain) ? sound('csv', fromCsv(plain, context)) : nothing(UNKNOWN);
}

const nothing = (message: string): Imported => ({ format: null, notes: [], problems: [{ row: 1, message }] });

/** No id twice: the later one would silently take the place of the earlier. */
function sound(format: ImportFormat, { notes, problems }: Omit<Imported, 'format'>): Imported {
  const ids = new Set<string>();
  const once: Note[] = [];
  let twice = 0;
  for (const note of notes) {
    if (ids.has(note._id)) twice++;
    else once.push(note);
    ids.add(note._id);
  }
  const more: RowProblem[] =
    twice > 0
      ? [{ row: 1, message: `${twice} notes stand in the file twice; the first of each is taken.` }]
      : [];
  return { format, notes: once, problems: [...more, ...problems] };
}

function parseJson(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
