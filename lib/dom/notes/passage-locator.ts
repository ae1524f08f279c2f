/** Where the passages of notes are on the page: looked for in slices, and again as the page changes. */
import type { PassageSearch } from '../../core/anchoring/passage-search.ts';
import type { PassageMatch, Selector } from '../../core/anchoring/selector.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import { createOrphanTimer } from './orphan-timer.ts';
import type { Piece } from '../tree/text-pieces.ts';
import { createPageTextReader } from './page-text.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';
import { runInSlices } from '../reading/idle-slices.ts';

/** What a note is looked for by; without selectors it has no passage. */
export interface Pinned {
  _id: string;
  selectors: readonly Selector[];
}

/** `whole`: a note on the page, not on a passage. `looking`: it may still come. `orphan`: its passage is not there. */
export type NoteState = 'placed' | 'whole' | 'looking' | 'orphan';

export interface PassageLocator {
  /** These notes and no others are on the page; looks for all of them anew. */
  look(notes: readonly Pinned[]): void;
  /** Text of the page changed: looks again where that may tell. */
  pageChanged(): void;
  piecesOf(id: string): readonly Piece[];
  /** How like the place found is to the passage: 1 for the very words; null if there is none. */
  scoreOf(id: string): number | null;
  stateOf(id: string): NoteState;
  /** Ids of the notes with a passage on the page, with its parts. */
  readonly placed: ReadonlyMap<string, readonly Piece[]>;
}

export interface PassageLocatorOptions {
  document: Document;
  dom: SafeDom;
  shadows?: ShadowRoots;
  signal: AbortSignal;
  /** Asked when the first passage is to be found, and again if it failed. */
  bringSearch(): Promise<PassageSearch>;
  /** What was found last is all there is for now. */
  onPlaces(): void;
  onError(error: unknown): void;
  nowMs(): number;
}

/** As much is done at once: enough for most pages, so that nothing flickers there. */
const AT_ONCE_MS = 8;
/** Content comes late on many pages, but not for ever; a page that ticks would be searched without end. */
const LATE_MS = 60_000;

interface Found {
  pieces: readonly Piece[];
  /** Text of the pieces, to see whether it is still there. */
  texts: readonly string[];
  score: number;
}

export function createPassageLocator({
  document,
  dom,
  shadows,
  signal,
  bringSearch,
  onPlaces,
  onError,
  nowMs,
}: PassageLocatorOptions): PassageLocator {
  let notes: readonly Pinned[] = [];
  let places = new Map<string, Found>();
  let placed = new Map<string, readonly Piece[]>();
  let lookedFor = new Set<string>();
  let untilMs = 0;
  let engine: PassageSearch | null = null;
  let running = false;
  let again = false;

  const passages = (): Pinned[] => notes.filter(({ selectors }) => selectors.length > 0);

  const lost = createOrphanTimer({
    signal,
    isLoaded: () => document.readyState === 'complete',
    nowMs,
    onLost: onPlaces,
  });

  function show(found: Map<string, Found>): void {
    places = found;
    lost.missing(passages().flatMap(({ _id }) => (found.has(_id) ? [] : _id)));
    placed = new Map([...places].map(([id, { pieces }]) => [id, pieces]));
    onPlaces();
  }

  /** All that one search does, a part a call. */
  function createSearch(
    wanted: readonly Pinned[],
    { createPassageFinder: createFinder, findAll }: PassageSearch,
  ): () => boolean {
    const reader = createPageTextReader(document, dom, { code: true, shadows });
    const found = new Map<string, Found>();
    let next = (): boolean => {
      if (reader.step()) return true;
      const page = reader.result();
      const finder = createFinder(page.text, page.flows);
      const step = findAll(
        finder,
        wanted.map(({ selectors }) => selectors),
        (index, place) => {
          if (place) found.set(wanted[index]!._id, foundAt(page.pieces(place.start, place.end), place));
        },
      );
      // Passages that stand where they stood need no words of the page: those are read when the first is missed.
      next = () => {
        if (step()) return true;
        lookedFor = new Set(wanted.map(({ _id }) => _id));
        show(found);
        return false;
      };
      return true;
    };
    return () => next();
  }

  function search(): void {
    if (signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    const wanted = passages();
    if (wanted.length === 0) {
      lookedFor = new Set();
      lost.missing([]);
      if (placed.size > 0) show(new Map());
      return;
    }
    if (!engine) {
      running = true;
      bringSearch()
        .then((brought) => {
          engine = brought;
        }, onError)
        .finally(() => {
          running = again = false;
          if (engine) search();
        });
      return;
    }
    const step = createSearch(wanted, engine);
    const until = performance.now() + AT_ONCE_MS;
    const end = (): void => {
      running = false;
      if (!again) return;
      again = false;
      search();
    };
    running = true;
    try {
      while (step()) {
        if (performance.now() < until) continue;
        runInSlices(step, signal, onError).then(end, onError);
        return;
      }
    } catch (error) {
      onError(error);
    }
    end();
  }

  /** Whether every passage found still stands where it was found. */
  const isIntact = (): boolean =>
    [...places.values()].every(({ pieces, texts }) =>
      pieces.every(({ node, start, end }, i) => node.isConnected && node.data.slice(start, end) === texts[i]),
    );

  return {
    look(next) {
      notes = next;
      untilMs = nowMs() + LATE_MS;
      search();
    },
    pageChanged() {
      lost.pageChanged();
      const mayCome = nowMs() < untilMs && passages().some(({ _id }) => !places.has(_id));
      if (mayCome || !isIntact()) search();
    },
    piecesOf: (id) => places.get(id)?.pieces ?? [],
    scoreOf: (id) => places.get(id)?.score ?? null,
    stateOf(id) {
      if (places.has(id)) return 'placed';
      const note = notes.find(({ _id }) => _id === id);
      if (note && note.selectors.length === 0) return 'whole';
      return lookedFor.has(id) && lost.isLost(id) ? 'orphan' : 'looking';
    },
    get placed() {
      return placed;
    },
  };
}

const foundAt = (pieces: readonly Piece[], { score }: PassageMatch): Found => ({
  pieces,
  texts: pieces.map(({ node, start, end }) => node.data.slice(start, end)),
  score,
});
