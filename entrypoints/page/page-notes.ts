import { addressHash, pageAddress } from '../../lib/core/page-address.ts';
import type { Note } from '../../lib/core/note.ts';
import { describe, find, type Selector } from '../../lib/core/selector.ts';
import type { Piece } from '../../lib/dom/occurrence-index.ts';
import { readPageText } from '../../lib/dom/page-text.ts';
import type { Sender } from '../../lib/platform/message-bus.ts';
import type { Reading } from './reading.ts';

export interface PageNotes {
  /** All notes of this page, those on a concept included. */
  list(): readonly Note[];
  get(id: string): Note | undefined;
  /** Reads the notes of this page anew and paints their passages. */
  load(force?: boolean): Promise<void>;
  /** Finds the passages again after the page changed. */
  anchor(): void;
  /** The note whose passage holds this place of a text node. */
  at(node: Text, offset: number): string | null;
  piecesOf(id: string): readonly Piece[];
  /** The parts of text nodes under a range of the page. */
  piecesFor(range: AbstractRange): readonly Piece[];
  /** Selectors for a range of the page; null where it covers nothing that we read. */
  describe(range: AbstractRange): { selectors: Selector[]; quote: string } | null;
  save(note: Note): Promise<Note>;
  remove(id: string): Promise<Note>;
  restore(note: Note): Promise<Note>;
  readonly address: string | null;
}

export interface PageNotesOptions {
  signal: AbortSignal;
  sender: Sender;
  reading: Reading;
  notedPages: ReadonlySet<string>;
  onChanged(): void;
}

export function createPageNotes({
  signal,
  sender,
  reading,
  notedPages,
  onChanged,
}: PageNotesOptions): PageNotes {
  let notes: Note[] = [];
  let places = new Map<string, Piece[]>();
  let loadedOnce = false;

  /** A canonical address counts while the page shows what it was sent with. */
  const firstHref = location.href;
  const address = (): string | null => {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    return pageAddress(location.href, location.href === firstHref ? canonical : undefined);
  };
  const pageText = () => readPageText(document, reading.dom);

  function anchor(): void {
    places = new Map();
    if (notes.some(({ selectors }) => selectors.length > 0)) {
      const page = pageText();
      for (const { _id, selectors } of notes) {
        const place = selectors.length > 0 ? find(page.text, selectors) : null;
        if (place) places.set(_id, page.pieces(place.start, place.end));
      }
    }
    reading.painter.paintNotes(places);
    onChanged();
  }

  function put(note: Note): void {
    notes = [...notes.filter(({ _id }) => _id !== note._id), note];
    anchor();
  }

  return {
    list: () => notes,
    get: (id) => notes.find(({ _id }) => _id === id),
    get address() {
      return address();
    },
    async load(force = false) {
      const page = address();
      // A page that carries no note does not wake the background.
      if (page === null || (!force && !loadedOnce && !notedPages.has(addressHash(page)))) return;
      const found = await sender.sendUntilAcknowledged('notes.forPage', { page }, { signal });
      if (signal.aborted) return;
      loadedOnce = true;
      notes = found;
      anchor();
    },
    anchor,
    at(node, offset) {
      for (const [id, pieces] of places) {
        if (pieces.some((piece) => piece.node === node && piece.start <= offset && offset < piece.end))
          return id;
      }
      return null;
    },
    piecesOf: (id) => places.get(id) ?? [],
    piecesFor(range) {
      const page = pageText();
      const span = page.spanOf(range);
      return span ? page.pieces(span.start, span.end) : [];
    },
    describe(range) {
      const page = pageText();
      const span = page.spanOf(range);
      if (!span) return null;
      return {
        selectors: describe(page.text, span.start, span.end),
        quote: page.text.slice(span.start, span.end),
      };
    },
    async save(note) {
      const { saved } = await sender.sendUntilAcknowledged('notes.save', { note });
      loadedOnce = true;
      put(saved);
      return saved;
    },
    async remove(id) {
      const { deleted } = await sender.sendUntilAcknowledged('notes.delete', { id });
      notes = notes.filter(({ _id }) => _id !== id);
      anchor();
      return deleted;
    },
    async restore(note) {
      const { saved } = await sender.sendUntilAcknowledged('notes.restore', { note });
      put(saved);
      return saved;
    },
  };
}
