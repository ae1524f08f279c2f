import type { NoteSource } from '../../core/notes/note-editor-controller.ts';
import { addressAsRead, isSamePage, pageKey } from '../../core/sites/page-address.ts';
import type { Note } from '../../core/notes/note.ts';
import type { SelectedPassage } from '../../core/notes/page-notes-outline.ts';
import { describe, type Selector } from '../../core/anchoring/selector.ts';
import { ownerWindow } from '../../dom/reading/owner-window.ts';
import { createPassageLocator, type PassageLocator } from '../../dom/notes/passage-locator.ts';
import type { Piece } from '../../dom/tree/text-pieces.ts';
import { createOrphanReporter } from '../../dom/notes/orphan-reporter.ts';
import { readPageText } from '../../dom/notes/page-text.ts';
import { selectedRange } from '../../dom/pointing/selected-range.ts';
import { watchUrl } from '../../dom/reading/url-watcher.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { NotedPages } from '../../platform/storage/page-settings.ts';
import type { LazyScripts } from './lazy-scripts.ts';
import type { PageReading } from './page-reading.ts';

type Described = { selectors: Selector[]; quote: string } | null;

/** The notes of this page and on its concepts, and their passages. */
export interface PageNotes extends NoteSource {
  /** False for a note that another site owns: the background gives it without its page. */
  mayChange(note: Note): boolean;
  /** Notes of this page alone. */
  ofPage(): readonly Note[];
  locator: PassageLocator;
  /** Negative if the first node is shown before the second. */
  order(a: Node, b: Node): number;
  /** The reader's selection. */
  selected(): AbstractRange | null;
  /** The selection as a passage; null if it contains no text that is read. */
  selection(): SelectedPassage | null;
  /** Reloads the notes of this page and paints their passages; `force`: even if the page is not known to have any. */
  load(force?: boolean): Promise<void>;
  /** The page's text or address may have changed. */
  pageChanged(): void;
  /** This page's address in notes; null if nothing can be pinned here. */
  address(): string | null;
  title(): string;
  /** Loads the notes on these concepts, whatever page they were pinned on. */
  loadForConcepts(concepts: readonly string[]): Promise<void>;
  /** Id of the note whose passage contains this offset of a text node. */
  noteAt(node: Text, offset: number): string | null;
  /** Ids of the notes whose passages overlap these pieces. */
  notesAround(pieces: readonly Piece[]): string[];
  /** Parts of text nodes in a range of the page. */
  piecesFor(range: AbstractRange): readonly Piece[];
  /** Selectors for a range of the page; null if it contains no text that is read. */
  describe(range: AbstractRange): Described;
  describePieces(pieces: readonly Piece[]): Described;
}

export interface PageNotesOptions {
  signal: AbortSignal;
  sender: Sender;
  reading: PageReading;
  scripts: LazyScripts;
  /** Addresses that had notes when the page was opened. */
  notedPages: NotedPages;
  /** Addresses that have notes now. */
  askNotedPages(): Promise<NotedPages>;
  onChanged(): void;
  /** The notes of this page are loaded: there may be drafts too. */
  onLoaded(): void;
  onError(error: unknown): void;
}

export function createPageNotes(options: PageNotesOptions): PageNotes {
  const { signal, sender, reading, scripts, onChanged, onError } = options;
  let notedPages = options.notedPages;
  let notes: Note[] = [];
  /** Notes on concepts of this page that were pinned on other pages. */
  let otherNotes: Note[] = [];
  let loadedFor: string | null = null;

  // A frame that the page itself wrote (`srcdoc`) belongs to the page.
  const owner = ownerWindow(window);
  // A canonical address holds only for the address that the page was loaded with.
  const firstHref = owner.location.href;
  const currentAddress = (): string | null => {
    const { href } = owner.location;
    const canonical = owner.document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    return addressAsRead(href, href === firstHref ? canonical : undefined);
  };
  const address = (): string | null => {
    const href = currentAddress();
    return href === null ? null : pageKey(href);
  };
  const title = (): string => document.title || owner.document.title;
  const pageText = () => readPageText(document, reading.dom, { code: true, shadows: reading.shadows });

  const locator = createPassageLocator({
    document,
    dom: reading.dom,
    shadows: reading.shadows,
    signal,
    loadSearch: () => scripts.loadFinder(),
    onLocated() {
      reading.painter.paintNotes(locator.placed);
      orphanReporter.changed();
      onChanged();
    },
    onError,
    nowMs: () => performance.now(),
  });
  const orphanReporter = createOrphanReporter({
    signal,
    pageNotes: () =>
      loadedFor !== null && loadedFor === address() ? { page: loadedFor, notes, locator } : null,
    isRead: () => reading.state === 'on' && document.readyState === 'complete',
    report: (report) => sender.sendUntilAcknowledged('notes.seen', report, { signal }),
  });

  function setNotes(next: Note[]): void {
    notes = next;
    locator.setNotes(notes);
    onChanged();
  }

  let selectedMs = 0;
  document.addEventListener('selectionchange', () => (selectedMs = Date.now()), { passive: true, signal });
  const selected = (): AbstractRange | null => selectedRange(document, reading.shadows.roots());

  const putNote = (note: Note): void => setNotes([...notes.filter(({ _id }) => _id !== note._id), note]);

  function describeRange(range: AbstractRange): Described {
    const page = pageText();
    const span = page.spanOf(range);
    if (!span) return null;
    return {
      selectors: describe(page.text, span.start, span.end),
      quote: page.text.slice(span.start, span.end),
    };
  }

  async function load(force = false): Promise<void> {
    const page = address();
    if (page !== loadedFor) {
      loadedFor = null;
      if (notes.length > 0) setNotes([]);
    }
    // A page without notes does not wake the background.
    if (page === null || (!force && page !== loadedFor && !notedPages.has(page))) return;
    const found = await sender.sendUntilAcknowledged('notes.forPage', { page }, { signal });
    if (signal.aborted || page !== address()) return;
    loadedFor = page;
    setNotes(found);
    options.onLoaded();
  }

  const checkRoute = watchUrl(signal, () => {
    options
      .askNotedPages()
      .then((now) => {
        notedPages = now;
        return address() === loadedFor ? undefined : load();
      })
      .catch(onError);
  });

  return {
    list: () => [...notes, ...otherNotes.filter(({ _id }) => notes.every((note) => note._id !== _id))],
    ofPage: () => notes,
    // The welcome page has no address either, and may change every note.
    mayChange: ({ page }) => page !== null || address() === null,
    address,
    title,
    locator,
    order: reading.order,
    selected,
    selection() {
      const range = selected();
      const described = range && describeRange(range);
      if (!described) return null;
      const { selectors } = described;
      return { page: currentAddress(), title: title(), selectors, atMs: selectedMs };
    },
    stamp: () => ({
      id: crypto.randomUUID(),
      nowIso: new Date().toISOString(),
      page: currentAddress(),
      title: title(),
    }),
    load,
    pageChanged() {
      checkRoute();
      locator.pageChanged();
    },
    async loadForConcepts(concepts) {
      if (concepts.length === 0) return;
      otherNotes = await sender.sendUntilAcknowledged(
        'notes.onConcepts',
        { concepts: [...concepts] },
        { signal },
      );
      if (otherNotes.length > 0) onChanged();
    },
    noteAt(node, offset) {
      for (const [id, pieces] of locator.placed) {
        if (pieces.some((piece) => piece.node === node && piece.start <= offset && offset < piece.end)) {
          return id;
        }
      }
      return null;
    },
    notesAround: (pieces) =>
      [...locator.placed]
        .filter(([, placed]) =>
          placed.some((a) => pieces.some((b) => a.node === b.node && a.start < b.end && b.start < a.end)),
        )
        .map(([id]) => id),
    piecesFor(range) {
      const page = pageText();
      const span = page.spanOf(range);
      return span ? page.pieces(span.start, span.end) : [];
    },
    describe: describeRange,
    describePieces(pieces) {
      const first = pieces[0];
      const last = pieces.at(-1);
      if (!first || !last) return null;
      return describeRange(
        new StaticRange({
          startContainer: first.node,
          startOffset: first.start,
          endContainer: last.node,
          endOffset: last.end,
        }),
      );
    },
    async save(note) {
      const { saved } = await sender.sendUntilAcknowledged('notes.save', { note });
      if (isSamePage(saved.page, address())) {
        loadedFor = saved.page;
        putNote(saved);
      } else otherNotes = [...otherNotes.filter(({ _id }) => _id !== saved._id), saved];
      return saved;
    },
    async remove(id) {
      const { deleted } = await sender.sendUntilAcknowledged('notes.delete', { id });
      otherNotes = otherNotes.filter(({ _id }) => _id !== id);
      setNotes(notes.filter(({ _id }) => _id !== id));
      return deleted;
    },
    async restore(note) {
      const { saved } = await sender.sendUntilAcknowledged('notes.restore', { note });
      if (isSamePage(saved.page, address())) putNote(saved);
      else otherNotes = [...otherNotes, saved];
      return saved;
    },
  };
}
