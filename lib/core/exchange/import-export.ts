/**
 * Notes as files of other programs, and back, without those in the bin. CSV and JSON-LD come back as the notes they
 * were; Markdown and Anki are export only. `planImport()` of `restore-plan.ts` turns imported notes into writes.
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
  /** Name of a concept in the reader's language; its id if it is unknown. */
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
  /** Like `crypto.randomUUID()`. */
  newId(): string;
}

/** Why a note of the file cannot be imported. */
export interface RowProblem {
  /** In a table as a spreadsheet counts, where the column names are row 1; else the number of the note, from 1. */
  row: number;
  fault: Fault;
}

export interface Imported {
  format: ImportFormat | null;
  /** Why nothing can be imported: incomplete JSON, a backup of Manicule, or an unknown format. */
  refused: 'damaged' | 'backup' | 'unknown' | null;
  notes: Note[];
  /** Number of notes left out because an earlier one in the file has the same id. */
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
  const inUse = notes.filter((note) => !isBinned(note));
  const { ending, type } = FILES[format];
  const text = {
    markdown: () => toMarkdown(inUse, context),
    csv: () => toCsv(inUse),
    anki: () => toAnki(inUse, context),
    jsonld: () => toJsonLd(inUse, context),
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

/** Drops notes with a repeated id, which would silently overwrite the earlier one. */
function sound(
  format: ImportFormat,
  { notes, problems }: { notes: Note[]; problems: RowProblem[] },
): Imported {
  const once = new Map<string, Note>();
  for (const note of notes) {
    if (!once.has(note._id)) once.set(note._id, note);
  }
  const distinct = [...once.values()];
  return { format, refused: null, notes: distinct, twice: notes.length - distinct.length, problems };
}

function parseJson(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
