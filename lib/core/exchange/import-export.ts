/**
 * Notes as files of other programs, and back. All pure; notes in the bin are left to the backup.
 *
 *   export   `exportNotes(format, notes, context)` → `{ name, type, text }` of the file
 *   import   `importNotes(text, context)` tells the format by itself → notes and problems by row, nothing written
 *   preview  `compareNotes(imported.notes, present)` of `backup/compare-backup.ts` → new, changed, same
 *   plan     `planImport(compared, nowIso)` of the same → the notes to write
 *   write    `putNotes` of `lib/platform/notes/bulk-write-client.ts`, with `undoPut` for the whole import
 *
 * Markdown and Anki are for reading and learning; CSV and JSON-LD come back as the notes they were.
 */
import { BACKUP_FORMAT } from '../backup/backup-file.ts';
import { isBinned } from '../notes/bin.ts';
import type { Note } from '../notes/note.ts';
import type { Fault } from '../base/result.ts';
import { toAnki } from './anki.ts';
import { fromCsv, isLikelyCsv, toCsv } from './csv.ts';
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
  fault: Fault;
}

export interface Imported {
  format: ImportFormat | null;
  /** Why nothing of it can be taken: not whole, a backup of ours, or none of the kinds that we know. */
  refused: 'damaged' | 'backup' | 'unknown' | null;
  notes: Note[];
  /** How many more stand in the file under an id that was there already; the first of each is taken. */
  twice: number;
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

export function importNotes(text: string, context: ImportContext): Imported {
  const plain = text.replace(/^\uFEFF/, '');
  const json = /^\s*[[{]/.test(plain) ? parseJson(plain) : undefined;
  if (json === null) return refuse('damaged');
  if (json !== undefined) {
    if (isHypothesis(json)) return sound('hypothesis', fromHypothesis(json, context));
    if (isJsonLd(json)) return sound('jsonld', fromJsonLd(json, context));
    return refuse((json as { format?: unknown }).format === BACKUP_FORMAT ? 'backup' : 'unknown');
  }
  return isLikelyCsv(plain) ? sound('csv', fromCsv(plain, context)) : refuse('unknown');
}

const refuse = (refused: Imported['refused']): Imported => ({
  format: null,
  refused,
  notes: [],
  twice: 0,
  problems: [],
});

/** No id twice: the later one would silently take the place of the earlier. */
function sound(
  format: ImportFormat,
  { notes, problems }: { notes: Note[]; problems: RowProblem[] },
): Imported {
  const once = new Map<string, Note>();
  for (const note of notes) {
    if (!once.has(note._id)) once.set(note._id, note);
  }
  const kept = [...once.values()];
  return { format, refused: null, notes: kept, twice: notes.length - kept.length, problems };
}

function parseJson(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
