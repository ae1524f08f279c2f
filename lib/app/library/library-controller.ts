/** The library page without its surface: what is listed, selected and written, and where the reader is led. */
import { isBackupDue } from '../../core/backup/backup-age.ts';
import { exportNotes, type ExportFormat, type ExportedFile } from '../../core/exchange/import-export.ts';
import { textFragmentLink } from '../../core/exchange/text-fragment.ts';
import { failureOf, type Failure } from '../../core/i18n/error-text.ts';
import {
  LIBRARY_START,
  reduceLibrary,
  type LibraryEvent,
  type LibraryState,
  type NotShown,
} from '../../core/library/library-state.ts';
import type { NoteFacets } from '../../core/library/note-facets.ts';
import { parseFilter, type OrphanedNotes } from '../../core/library/note-filter.ts';
import type { NoteGroup } from '../../core/library/note-list.ts';
import type { Note } from '../../core/notes/note.ts';
import type { NoteEditorModel } from '../../core/notes/note-editor-model.ts';
import type { Scheduler } from '../../core/search/index-ahead.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { addressToOpen } from '../../core/sites/page-address.ts';
import type { Conflict } from '../../core/sync/conflict.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { BackupService } from '../../platform/backup/backup-service.ts';
import type { DraftSender } from '../../platform/drafts/draft-sender.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createConflictsClient, type ConflictsClient } from '../../platform/notes/conflicts-client.ts';
import { createLibraryClient } from '../../platform/notes/library-client.ts';
import type { NotesChannel } from '../../platform/notes/notes-channel.ts';
import type { Stored } from '../../platform/storage/local-settings.ts';
import type { PanelRequest } from '../../platform/storage/panel-request.ts';
import { createBulkActions, type BulkActions } from './bulk-actions.ts';
import { createNoteEditing, type NoteEditing } from './note-editing.ts';
import { createNoteListing } from './note-listing.ts';

export interface LibraryParts {
  sender: Sender;
  strings: Pick<Strings, 't'>;
  createDrafts(onChanged: () => void): DraftSender;
  notesChannel: Pick<NotesChannel, 'listen'>;
  orphans: Stored<OrphanedNotes>;
  settings: Stored<Settings>;
  backup: Pick<BackupService, 'make' | 'last'>;
  watchLastBackup(onMade: () => void): void;
  panelRequest: Pick<PanelRequest, 'request'>;
  /** Undefined where the browser has no windows, as Firefox for Android. */
  windowId(): Promise<number | undefined>;
  openPanel(window: { windowId?: number }): Promise<void>;
  openAtPassage(note: Note): Promise<NotShown | null>;
  copyText(text: string): Promise<void>;
  saveFile(file: ExportedFile): void;
  /** Asks the browser never to evict the notes. */
  persist(): Promise<unknown>;
  termOf(concept: string): string;
  idle: Scheduler;
  soon: Scheduler;
  newId(): string;
  nowMs(): number;
  /** The model changed. */
  onChanged(): void;
}

export interface LibraryModel {
  state: LibraryState;
  searchedQuery: string;
  groups: readonly NoteGroup[];
  facets: NoteFacets;
  orphans: OrphanedNotes;
  /** In use, the last changed first. */
  notes: readonly Note[];
  isLoaded: boolean;
  /** Why the notes cannot be read; null: they can. */
  problem: Failure | null;
  conflicts: readonly Conflict[];
  editing: NoteEditorModel;
  /** The note in the editor. `isDeleted`: elsewhere, while it was edited. */
  edited: { id: string; isListed: boolean; isDeleted: boolean } | null;
  /** ISO 8601; null: never made; undefined: not known yet. */
  lastBackup: string | null | undefined;
  isBackupDue: boolean;
  isBackingUp: boolean;
  nowMs: number;
}

export interface LibraryController {
  start(hash: string): void;
  model(): LibraryModel;
  dispatch(event: LibraryEvent): void;
  navigate(hash: string): void;
  search(query: string): void;
  select(id: string, isSelected: boolean, isRange: boolean): void;
  selectAll(): void;
  open(note: Note): void;
  /** Opens the page with the side panel, where an orphan is attached to a new passage. */
  attach(note: Note): void;
  copyLink(note: Note): void;
  exportShown(format: ExportFormat): void;
  emptyBin(): void;
  backUp(): void;
  reload(): void;
  readonly bulk: BulkActions;
  readonly editing: Pick<NoteEditing, 'act'>;
  readonly conflicts: Pick<ConflictsClient, 'settle'>;
}

export function createLibraryController(parts: LibraryParts): LibraryController {
  const { sender, strings, newId, nowMs, onChanged } = parts;
  const nowIso = (): string => new Date(nowMs()).toISOString();
  let state = LIBRARY_START;
  let orphans: OrphanedNotes = new Map();
  let reminder = DEFAULT_SETTINGS.backupReminder;
  let lastBackup: string | null | undefined;
  let isBackingUp = false;
  /** Read at the start: a browser opens its panel only in the very task of a click. */
  let windowId: number | undefined;

  const library = createLibraryClient(sender, () => {
    listing.index();
    prune();
  });
  const conflicts = createConflictsClient(sender, onChanged);
  const drafts = parts.createDrafts(onChanged);
  const editing = createNoteEditing({ library, drafts, strings, nowIso, newId, onChanged });
  const bulk = createBulkActions({ library, nowIso, toast: (toast) => dispatch({ type: 'toasted', toast }) });
  const listing = createNoteListing({
    source: () => ({ ...state, notes: library.notes, bin: library.bin, orphans }),
    idle: parts.idle,
    soon: parts.soon,
    onListed: onChanged,
  });

  function dispatch(event: LibraryEvent): void {
    state = reduceLibrary(state, event);
    onChanged();
  }

  const shownIds = (): string[] => listing.notes().map(({ _id }) => _id);
  const prune = (): void => dispatch({ type: 'listed', shown: new Set(shownIds()) });
  const report = (error: unknown): void =>
    dispatch({ type: 'toasted', toast: { kind: 'problem', problem: failureOf(error) } });

  async function open(note: Note): Promise<void> {
    dispatch({ type: 'toasted', toast: { kind: 'opening' } });
    try {
      const why = await parts.openAtPassage(note);
      dispatch(why ? { type: 'toasted', toast: { kind: 'notShown', why } } : { type: 'toastClosed' });
    } catch (error) {
      dispatch({ type: 'toasted', toast: { kind: 'notOpened', problem: failureOf(error) } });
    }
  }

  async function backUp(): Promise<void> {
    isBackingUp = true;
    onChanged();
    try {
      const { name, text } = await parts.backup.make();
      parts.saveFile({ name, type: 'application/json', text });
      dispatch({ type: 'toasted', toast: { kind: 'backedUp' } });
    } catch (error) {
      report(error);
    }
    isBackingUp = false;
    loadBackupAge();
  }

  /** Shows a part as soon as it is there; one that fails takes no other with it. */
  function load<T>(read: () => Promise<T>, show: (value: T) => void): void {
    read().then(
      (value) => {
        show(value);
        onChanged();
      },
      () => onChanged(),
    );
  }
  const loadBackupAge = (): void =>
    load(
      () => parts.backup.last(),
      (last) => (lastBackup = last),
    );

  function setOrphans(next: OrphanedNotes): void {
    orphans = next;
    prune();
  }

  return {
    start(hash) {
      state = reduceLibrary(state, { type: 'filtered', filter: parseFilter(hash) });
      parts.notesChannel.listen(() => {
        void library.load();
        void conflicts.load();
      });
      parts.orphans.watch(setOrphans);
      parts.settings.watch(({ backupReminder }) => {
        reminder = backupReminder;
        onChanged();
      });
      parts.watchLastBackup(loadBackupAge);
      load(() => parts.orphans.get(), setOrphans);
      load(
        () => parts.settings.get(),
        ({ backupReminder }) => (reminder = backupReminder),
      );
      load(
        () => parts.windowId(),
        (id) => (windowId = id),
      );
      loadBackupAge();
      void conflicts.load();
      void editing.loadDrafts();
      void library.load().then(() => (library.notes.length > 0 ? parts.persist() : null));
      onChanged();
    },
    model() {
      const facets = listing.facets();
      const model = editing.model();
      const id = model.editor ? model.writing : null;
      const has = (notes: readonly Note[]): boolean => notes.some(({ _id }) => _id === id);
      const due = { last: lastBackup ?? null, nowMs: nowMs(), notes: facets.all };
      return {
        state,
        searchedQuery: listing.searchedQuery(),
        groups: listing.groups(),
        facets,
        orphans,
        notes: library.notes,
        isLoaded: library.isLoaded,
        problem: library.problem,
        conflicts: conflicts.list(),
        editing: model,
        edited: id === null ? null : { id, isListed: has(listing.notes()), isDeleted: isDeleted(model, has) },
        lastBackup,
        isBackupDue: isBackupDue(reminder, due),
        isBackingUp,
        nowMs: nowMs(),
      };
    },
    dispatch,
    navigate: (hash) => dispatch({ type: 'filtered', filter: parseFilter(hash) }),
    search(query) {
      dispatch({ type: 'typed', query });
      listing.search();
    },
    select: (id, isSelected, isRange) =>
      dispatch({ type: 'selected', id, isSelected, isRange, shown: shownIds() }),
    selectAll: () => dispatch({ type: 'selectedAll', ids: shownIds() }),
    open: (note) => void open(note),
    attach(note) {
      // Before anything else: the browser opens its panel only in the task of the click.
      parts.openPanel(windowId === undefined ? {} : { windowId }).catch(() => undefined);
      parts.panelRequest.request(note._id).catch(() => undefined);
      void open(note);
    },
    copyLink({ page, selectors }) {
      if (page === null) return;
      parts
        .copyText(textFragmentLink(addressToOpen(page), selectors))
        .then(() => dispatch({ type: 'toasted', toast: { kind: 'copied' } }), report);
    },
    exportShown(format) {
      const notes = listing.notes().filter(({ _id }) => state.selected.size === 0 || state.selected.has(_id));
      parts.saveFile(exportNotes(format, notes, { nowIso: nowIso(), termOf: parts.termOf }));
    },
    emptyBin() {
      const ids = library.bin.map(({ _id }) => _id);
      dispatch({ type: 'questionOpened', question: { kind: 'purge', ids } });
    },
    backUp: () => void backUp(),
    reload: () => void library.load(),
    bulk,
    editing,
    conflicts,
  };

  function isDeleted({ editor }: NoteEditorModel, has: (notes: readonly Note[]) => boolean): boolean {
    return editor?.id !== null && !has(library.notes);
  }
}
