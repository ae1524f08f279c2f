/** Import and export of other programs' files for the extension's pages. */
import { compareNotes, planImport, type NoteComparison } from '../../core/backup/restore-plan.ts';
import { isBinned } from '../../core/notes/bin.ts';
import {
  exportNotes,
  importNotes,
  type ExportedFile,
  type ExportFormat,
  type Imported,
} from '../../core/exchange/import-export.ts';
import { localized } from '../../core/glossary/localized.ts';
import type { Note } from '../../core/notes/note.ts';
import type { Sender } from '../messaging/message-bus.ts';
import {
  writeNotes,
  readAllNotes,
  undoBulkWrite,
  type BulkWriteOutcome,
} from '../notes/bulk-write-client.ts';

export interface ImportFilePreview {
  imported: Imported;
  /** Each note of the file, paired with the present note of the same id. */
  compared: NoteComparison[];
  /** Number of notes to write, without those in the bin here. */
  planned: number;
  /** All present notes, the bin included. */
  present: Note[];
}

export interface ImportOutcome extends Omit<BulkWriteOutcome, 'undo'> {
  undo(): Promise<void>;
}

export interface ImportExportService {
  /** Returns a file to save and the number of its notes. @throws MessageError if the notes cannot be read. */
  export(format: ExportFormat): Promise<ExportedFile & { notes: number }>;
  /** Writes nothing. @throws MessageError if the present notes cannot be read. */
  preview(text: string): Promise<ImportFilePreview>;
  /** @param options.unbins also restores notes of the file that are in the bin here. */
  import(
    preview: ImportFilePreview,
    options?: { unbins?: boolean; onProgress?(done: number, total: number): void },
  ): Promise<ImportOutcome>;
}

export interface ImportExportServiceParts {
  sender: Sender;
  /** The reader's language, for the names of concepts. */
  lang: string;
  newId?: () => string;
  nowMs?: () => number;
}

export function createImportExportService({
  sender,
  lang,
  newId = () => crypto.randomUUID(),
  nowMs = Date.now,
}: ImportExportServiceParts): ImportExportService {
  const nowIso = (): string => new Date(nowMs()).toISOString();

  async function namesOf(notes: readonly Note[]): Promise<Map<string, string>> {
    const ids = [...new Set(notes.flatMap(({ concept }) => concept ?? []))];
    if (ids.length === 0) return new Map();
    const entries = await sender.sendUntilAcknowledged('glossary.entries', { ids });
    return new Map(entries.map(({ id, term }) => [id, localized(term, lang).value]));
  }

  return {
    async export(format) {
      const notes = (await readAllNotes(sender)).filter((note) => !isBinned(note));
      const names = await namesOf(notes);
      const file = exportNotes(format, notes, { nowIso: nowIso(), termOf: (id) => names.get(id) ?? id });
      return { ...file, notes: notes.length };
    },
    async preview(text) {
      const imported = importNotes(text, { nowIso: nowIso(), newId });
      const present = await readAllNotes(sender);
      const compared = compareNotes(imported.notes, present);
      return { imported, compared, planned: planImport(compared, nowIso()).length, present };
    },
    async import({ compared, present }, { unbins = false, onProgress } = {}) {
      const { undo, ...outcome } = await writeNotes(sender, planImport(compared, nowIso(), unbins), {
        present,
        ...(onProgress && { onProgress }),
      });
      return { ...outcome, undo: () => undoBulkWrite(sender, undo, nowIso()) };
    },
  };
}
