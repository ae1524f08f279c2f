import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { isBackupDue } from '../../lib/core/backup/backup-age.ts';
import { exportNotes, type ExportFormat } from '../../lib/core/exchange/import-export.ts';
import { textFragmentLink } from '../../lib/core/exchange/text-fragment.ts';
import { failureOf, failureText, errorMessageOf } from '../../lib/core/i18n/error-text.ts';
import { listNotes, notesOf, type Grouping } from '../../lib/core/library/note-list.ts';
import { parseFilter, type OrphanedNotes, type LibraryFilter } from '../../lib/core/library/note-filter.ts';
import { facetsOf } from '../../lib/core/library/note-facets.ts';
import { LIBRARY_START, reduceLibrary, type LibraryEvent } from '../../lib/core/library/library-state.ts';
import { unlessChanged } from '../../lib/core/base/memo.ts';
import { localized } from '../../lib/core/glossary/localized.ts';
import type { Note } from '../../lib/core/notes/note.ts';
import { addressToOpen } from '../../lib/core/sites/page-address.ts';
import { createIndexAhead } from '../../lib/core/search/index-ahead.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { conflict } from '../../lib/core/i18n/tables/conflict/index.ts';
import { library as libraryTables } from '../../lib/core/i18n/tables/library/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { yieldToInput, runWhenIdle } from '../../lib/dom/reading/idle-slices.ts';
import { createBackupService } from '../../lib/platform/backup/backup-service.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { watchLastBackup } from '../../lib/platform/backup/settings-backup.ts';
import { createOrphanStore } from '../../lib/platform/storage/orphan-store.ts';
import { createSender } from '../../lib/platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../lib/platform/notes/notes-channel.ts';
import { openAtPassage } from '../../lib/platform/tabs/open-at-passage.ts';
import { openPanel } from '../../lib/platform/browser/open-panel.ts';
import { createConflictsClient } from '../../lib/platform/notes/conflicts-client.ts';
import { createLibraryClient } from '../../lib/platform/notes/library-client.ts';
import { createPanelRequest } from '../../lib/platform/storage/panel-request.ts';
import { persist } from '../../lib/platform/browser/persist-storage.ts';
import {
  createSettings,
  createSiteRules,
  DEFAULT_SETTINGS,
} from '../../lib/platform/storage/local-settings.ts';
import { holdLive } from '../../lib/platform/sync/sync-channel.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { ConflictList } from '../../lib/ui/notes/ConflictList.tsx';
import { LibraryPage } from '../../lib/ui/library/LibraryPage.tsx';
import libraryCss from '../../lib/ui/library/library.css?inline';
import type { RowActions } from '../../lib/ui/library/NoteRow.tsx';
import { NotesTab } from '../../lib/ui/library/NotesTab.tsx';
import { saveFile } from '../../lib/platform/browser/save-file.ts';
import { createBulkActions } from '../../lib/app/library/bulk-actions.ts';
import { createNoteEditing } from '../../lib/app/library/note-editing.tsx';

const sheet = new CSSStyleSheet();
sheet.replaceSync(libraryCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const { tabs, windows, permissions, scripting, runtime, storage } = extension;
const strings = createStrings(navigator.languages, withStrings(card, conflict, libraryTables));
const { t, count } = strings;
setPageLanguage(strings, t('libraryTitle'));
const lang = navigator.languages.find((tag) => /^zh/i.test(tag)) ?? 'en';
const byId = new Map(entries.map((entry) => [entry.id, entry]));
const termOf = (id: string): string => {
  const entry = byId.get(id);
  return entry ? localized(entry.term, lang).value : id;
};
const concepts = entries
  .map(({ id }) => ({ id, term: termOf(id) }))
  .sort((a, b) => a.term.localeCompare(b.term, lang));

const sender = createSender(runtime);
const rules = createSiteRules(storage);
const settings = createSettings(storage);
const lostPlaces = createOrphanStore(storage);
const panelWish = createPanelRequest(storage.session, storage.onChanged);
const keeper = createBackupService({ sender, storage, by: `Manicule ${runtime.getManifest().version}` });
const library = createLibraryClient(sender, () => {
  readAhead.read(library.notes, library.bin);
  dispatch({ type: 'have', ids: new Set([...library.notes, ...library.bin].map(({ _id }) => _id)) });
});
const conflicts = createConflictsClient(sender, draw);
const writing = createNoteEditing(sender, library, strings, draw);
const deeds = createBulkActions(library, (said) => dispatch({ type: 'said', said }));

let state = reduceLibrary(LIBRARY_START, { type: 'went', place: parseFilter(location.hash) });
let lost: OrphanedNotes = new Map();
let reminder = DEFAULT_SETTINGS.backupReminder;
let backup: { last: string | null | undefined; isBusy: boolean } = { last: undefined, isBusy: false };
/** Asked for at the start: a browser opens its panel only at once. */
let windowId: number | undefined;

function dispatch(event: LibraryEvent): void {
  state = reduceLibrary(state, event);
  draw();
}

const problem = (error: unknown): void =>
  dispatch({
    type: 'said',
    said: { kind: 'problem', problem: failureOf(error) },
  });

// Picking a note, or what is said of one, finds nothing anew.
const shelvesOf = unlessChanged(facetsOf);
const groupsOf = unlessChanged(
  (
    notes: readonly Note[],
    bin: readonly Note[],
    missed: OrphanedNotes,
    place: LibraryFilter,
    query: string,
    grouping: Grouping,
  ) => listNotes({ notes, bin, lost: missed, place, query, grouping }),
);
/** What the list was searched for. What is typed follows in a task of its own, and its list is drawn in another. */
let sought = '';
const groups = () => groupsOf(library.notes, library.bin, lost, state.place, sought, state.grouping);
const readAhead = createIndexAhead({ idle: runWhenIdle, soon: yieldToInput, onReady: seek });

function seek(): void {
  const pool = state.place.kind === 'bin' ? library.bin : library.notes;
  if (state.query.trim() !== '' && !readAhead.isReady(pool)) return readAhead.hurry();
  yieldToInput(() => {
    if (sought === state.query) return;
    sought = state.query;
    groups();
    yieldToInput(draw);
  });
}

const shownIds = (): string[] => notesOf(groups()).map(({ _id }) => _id);

async function open(note: Note): Promise<void> {
  dispatch({ type: 'said', said: { kind: 'opening' } });
  try {
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const why = await openAtPassage(
      { tabs, windows, permissions, scripting, rules, pause, nowMs: Date.now },
      note,
    );
    dispatch({ type: 'said', said: why && { kind: 'notShown', why } });
  } catch (error) {
    problem(t('libraryNot_closed', { problem: errorMessageOf(error, strings) }));
  }
}

const rows: RowActions = {
  onPick: (id, on, through) => dispatch({ type: 'picked', id, on, through, shown: shownIds() }),
  onOpen: (note) => void open(note),
  onAttach(note) {
    // First of all: the browser wants to see the reader's hand in it.
    openPanel({ windowId: windowId! }).catch(() => undefined);
    panelWish.ask(note._id).catch(() => undefined);
    void open(note);
  },
  onKeepOnPage: ({ _id }) => deeds.keepOnPage([_id]),
  onCopyLink({ page, selectors }) {
    const link = textFragmentLink(addressToOpen(page!), selectors);
    navigator.clipboard
      .writeText(link)
      .then(() => dispatch({ type: 'said', said: { kind: 'copied' } }), problem);
  },
  onEdit: ({ _id }) => writing.edit(_id),
  onDelete: ({ _id }) => deeds.bin([_id]),
  onRestore: ({ _id }) => deeds.restore([_id]),
  onPurge: ({ _id }) => dispatch({ type: 'asked', question: { kind: 'purge', ids: [_id] } }),
};

function exportShown(format: ExportFormat): void {
  const shown = notesOf(groups()).filter(({ _id }) => state.selected.size === 0 || state.selected.has(_id));
  saveFile(exportNotes(format, shown, { nowIso: new Date().toISOString(), termOf }));
}

async function backUp(): Promise<void> {
  backup = { ...backup, isBusy: true };
  draw();
  try {
    const { name, text } = await keeper.make();
    saveFile({ name, type: 'application/json', text });
    dispatch({ type: 'said', said: { kind: 'backedUp' } });
  } catch (error) {
    problem(error);
  }
  backup = { last: await keeper.last(), isBusy: false };
  draw();
}

let isDrawing = false;
/** Soon, and once: what happens together is drawn together. */
function draw(): void {
  if (isDrawing) return;
  isDrawing = true;
  queueMicrotask(() => {
    isDrawing = false;
    drawNow();
  });
}

const answered =
  <A extends unknown[]>(deed: (...args: A) => void) =>
  (...args: A): void => {
    deed(...args);
    dispatch({ type: 'answered' });
  };

function drawNow(): void {
  const nowMs = Date.now();
  const shelves = shelvesOf(library.notes, library.bin, lost);
  const shown = groups();
  const now = writing.now();
  const isIn = (notes: readonly Note[]): boolean => notes.some(({ _id }) => _id === now?.id);
  const twice = conflicts.list();
  render(
    <LibraryPage
      tabs={[{ id: 'notes', name: t('libraryNotes'), count: library.isLoaded ? shelves.all : null }]}
      current="notes"
      strings={strings}
    >
      <NotesTab
        {...{ state, sought, shelves, lost, concepts, nowMs, strings, termOf, rows }}
        groups={shown}
        notes={library.notes}
        isLoaded={library.isLoaded}
        problem={library.problem && failureText(library.problem, strings)}
        writing={
          now && {
            ...now,
            isHere: isIn(notesOf(shown)),
            hint: now.isNew || isIn(library.notes) ? null : t('libraryVanished'),
          }
        }
        tools={writing.tools}
        unfinished={state.place.kind === 'all' ? writing.viewUnfinished() : null}
        notices={
          twice.length > 0 && (
            <details class="conflicts">
              <summary>{count('libraryConflicts', twice.length)}</summary>
              <ConflictList
                conflicts={twice}
                reader={writing.tools.reader}
                {...{ nowMs, strings }}
                onSettle={(id, rev, choice) => void conflicts.settle(id, rev, choice)}
              />
            </details>
          )
        }
        backup={{
          ...backup,
          isDue: isBackupDue(reminder, { last: backup.last ?? null, nowMs, notes: shelves.all }),
          optionsUrl: `${runtime.getURL('options.html')}#backup`,
          onBackUp: () => void backUp(),
        }}
        selection={{
          onPickAll: () => dispatch({ type: 'pickedAll', ids: shownIds() }),
          onPickNone: () => dispatch({ type: 'pickedNone' }),
          onAsk: (question) => dispatch({ type: 'asked', question }),
          onDelete: deeds.bin,
          onRestore: deeds.restore,
        }}
        questions={{
          onTag: answered(deeds.tag),
          onMove: answered(deeds.move),
          onPurge: answered(deeds.purge),
          onClose: () => dispatch({ type: 'answered' }),
        }}
        onType={(query) => {
          dispatch({ type: 'typed', query });
          seek();
        }}
        onGroup={(grouping) => dispatch({ type: 'grouped', grouping })}
        onShelves={(isOpen) => dispatch({ type: 'shelves', open: isOpen })}
        onExport={exportShown}
        onEmptyBin={() =>
          dispatch({
            type: 'asked',
            question: { kind: 'purge', ids: library.bin.map(({ _id }) => _id) },
          })
        }
        onAgain={() => void library.load()}
        onUndo={deeds.undo}
        onUnsay={() => dispatch({ type: 'said', said: null })}
      />
    </LibraryPage>,
    document.getElementById('root')!,
  );
}

addEventListener('hashchange', () => dispatch({ type: 'went', place: parseFilter(location.hash) }));
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, shiftKey, target } = event;
  if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || !event.isTrusted) return;
  // What is typed has an undo of its own.
  if (target instanceof Element && target.matches('textarea, input:not([type=checkbox])')) return;
  event.preventDefault();
  deeds.undo();
});

async function loadAsides(): Promise<void> {
  [lost, { backupReminder: reminder }, windowId] = await Promise.all([
    lostPlaces.get(),
    settings.get(),
    windows.getCurrent().then(({ id }) => id),
  ]);
  backup = { ...backup, last: await keeper.last() };
  draw();
}

createNotesChannel().listen(() => {
  void library.load();
  void conflicts.load();
});
lostPlaces.watch((next) => {
  lost = next;
  draw();
});
settings.watch(() => void loadAsides());
watchLastBackup(storage, () => void loadAsides());
holdLive(runtime);

draw();
void loadAsides();
void conflicts.load();
void writing.load();
void library.load().then(() => (library.notes.length > 0 ? persist() : null));
