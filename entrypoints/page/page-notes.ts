import type { NoteSource } from '../../lib/core/card-desk.ts';
import { addressHash, pageAddress } from '../../lib/core/page-address.ts';
import type { Note } from '../../lib/core/note.ts';
import { describe, find, type Selector } from '../../lib/core/anchoring/selector.ts';
import type { Piece } from '../../lib/dom/occurrence-index.ts';
import { readPageText } from '../../lib/dom/page-text.ts';
import type { Sender } from '../../lib/platform/message-bus.ts';
import type { Reading } from './reading.ts';

type Described = { selectors: Selector[]; quote: string } | null;

/** The notes of this page, those on a concept included, and where their passages are. */
export interface PageNotes extends NoteSource {
  /** Reads the notes of this page anew and paints their passages; `force`: even if the page is not known to have any. */
  load(force?: boolean): Promise<void>;
  /** Finds the passages again after the page changed. */
  anchor(): void;
  /** The note whose passage holds this place of a text node. */
  at(node: Text, offset: number): string | null;
  piecesOf(id: string): readonly Piece[];
  /** The notes whose passages overlap these parts. */
  around(pieces: readonly Piece[]): string[];
  /** The parts of text nodes under a range of the page. */
  piecesFor(range: AbstractRange): readonly Piece[];
  /** Selectors for a range of the page; null where it covers nothing that we read. */
  describe(range: AbstractRange): Described;
  describePieces(pieces: readonly Piece[]): Described;
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

  function describeRange(range: AbstractRange): Described {
    const page = pageText();
    const span = page.spanOf(range);
    if (!span) return null;
    return {
      selectors: describe(page.text, span.start, span.end),
      quote: page.text.slice(span.start, span.end),
    };
  }

  return {
    list: () => notes,
    stamp: () => ({
      id: crypto.randomUUID(),
      nowIso: new Date().toISOString(),
      page: address(),
      title: document.title,
    }),
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
        if (pieces.some((piece) => piece.node === node && piece.start <= offset && offset < piece.end)) {
          return id;
        }
      }
      return null;
    },
    piecesOf: (id) => places.get(id) ?? [],
    around: (pieces) =>
      [...places]
        .filter(([, own]) =>
          own.some((a) => pieces.some((b) => a.node === b.node && a.start < b.end && b.start < a.end)),
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
