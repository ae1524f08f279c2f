/** Locates the passages of notes on the page: in slices, and again as the page changes. */
import type { FoundPassage, PassageSearch } from '../../core/anchoring/passage-finder.ts';
import type { Selector } from '../../core/anchoring/selector.ts';
import { runInSlices } from '../reading/idle-slices.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';
import type { Piece } from '../tree/text-pieces.ts';
import { createOrphanTimer } from './orphan-timer.ts';
import { createPageTextReader } from './page-text.ts';

/** A note as far as locating needs it. */
export interface NoteAnchor {
  _id: string;
  /** Empty for a note on the page as a whole. */
  selectors: readonly Selector[];
}

/** `whole`: on the page, without a passage. `looking`: not found, but may still come. `orphan`: not found. */
export type NoteState = 'placed' | 'whole' | 'looking' | 'orphan';

export interface PassageLocator {
  /** Replaces the notes of the page and searches for all of their passages. */
  setNotes(notes: readonly NoteAnchor[]): void;
  /** To be called when text of the page changed; searches again if that can change anything. */
  pageChanged(): void;
  piecesOf(id: string): readonly Piece[];
  /** Similarity of the text found to the passage, 1 for the same words; null if none was found. */
  scoreOf(id: string): number | null;
  stateOf(id: string): NoteState;
  /** The pieces of each passage found, by the id of its note. */
  readonly placed: ReadonlyMap<string, readonly Piece[]>;
}

export interface PassageLocatorOptions {
  document: Document;
  dom: SafeDom;
  shadows?: ShadowRoots;
  signal: AbortSignal;
  /** Called when the first passage is to be found. After a failure the next change of notes or page tries again. */
  loadSearch(): Promise<PassageSearch>;
  /** A search ended, or a passage that was not found is orphaned now. */
  onLocated(): void;
  onError(error: unknown): void;
  nowMs(): number;
}

/** Searched synchronously before the first slice: enough for most pages, whose notes then appear without flicker. */
const SYNC_SEARCH_MS = 8;
/** Late content is awaited this long; a page that changes longer is no longer searched for missing passages. */
const LATE_CONTENT_MS = 60_000;

interface LocatedPassage {
  pieces: readonly Piece[];
  /** Text of each piece when it was found. */
  texts: readonly string[];
  score: number;
}

export function createPassageLocator({
  document,
  dom,
  shadows,
  signal,
  loadSearch,
  onLocated,
  onError,
  nowMs,
}: PassageLocatorOptions): PassageLocator {
  let notes: readonly NoteAnchor[] = [];
  let located = new Map<string, LocatedPassage>();
  let placed = new Map<string, readonly Piece[]>();
  let searchedIds = new Set<string>();
  let searchMissingUntilMs = 0;
  let passageSearch: PassageSearch | null = null;
  let isSearching = false;
  let isSearchDue = false;

  const notesWithPassage = (): NoteAnchor[] => notes.filter(({ selectors }) => selectors.length > 0);

  const orphans = createOrphanTimer({
    signal,
    isLoaded: () => document.readyState === 'complete',
    nowMs,
    onOrphaned: onLocated,
  });

  function setLocated(next: Map<string, LocatedPassage>): void {
    located = next;
    orphans.setMissing(notesWithPassage().flatMap(({ _id }) => (next.has(_id) ? [] : _id)));
    placed = new Map([...located].map(([id, { pieces }]) => [id, pieces]));
    onLocated();
  }

  /** One whole search: each call does a part and answers whether there is more. */
  function createSearch(
    wanted: readonly NoteAnchor[],
    { createPassageFinder, findAll }: PassageSearch,
  ): () => boolean {
    const reader = createPageTextReader(document, dom, { code: true, shadows });
    const found = new Map<string, LocatedPassage>();
    let find: (() => boolean) | null = null;
    return () => {
      if (!find) {
        if (reader.step()) return true;
        const page = reader.result();
        find = findAll(
          createPassageFinder(page.text, page.flows),
          wanted.map(({ selectors }) => selectors),
          (index, match) => {
            if (match) found.set(wanted[index]!._id, locatedAt(page.pieces(match.start, match.end), match));
          },
        );
        return true;
      }
      if (find()) return true;
      searchedIds = new Set(wanted.map(({ _id }) => _id));
      setLocated(found);
      return false;
    };
  }

  function search(): void {
    if (signal.aborted) return;
    if (isSearching) {
      isSearchDue = true;
      return;
    }
    const wanted = notesWithPassage();
    if (wanted.length === 0) {
      searchedIds = new Set();
      orphans.setMissing([]);
      if (placed.size > 0) setLocated(new Map());
      return;
    }
    isSearching = true;
    if (passageSearch) run(createSearch(wanted, passageSearch));
    else {
      loadSearch()
        .then((loaded) => {
          passageSearch = loaded;
        }, onError)
        .finally(() => {
          isSearching = isSearchDue = false;
          if (passageSearch) search();
        });
    }
  }

  /** Runs a search: synchronously for a moment, the remainder in slices. */
  function run(step: () => boolean): void {
    const until = performance.now() + SYNC_SEARCH_MS;
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

  function end(): void {
    isSearching = false;
    if (!isSearchDue) return;
    isSearchDue = false;
    search();
  }

  /** Whether every passage found still stands where it was found. */
  const isIntact = (): boolean =>
    [...located.values()].every(({ pieces, texts }) =>
      pieces.every(({ node, start, end }, i) => node.isConnected && node.data.slice(start, end) === texts[i]),
    );

  return {
    setNotes(next) {
      notes = next;
      searchMissingUntilMs = nowMs() + LATE_CONTENT_MS;
      search();
    },
    pageChanged() {
      orphans.pageChanged();
      const mayFindMissing =
        nowMs() < searchMissingUntilMs && notesWithPassage().some(({ _id }) => !located.has(_id));
      if (mayFindMissing || !isIntact()) search();
    },
    piecesOf: (id) => located.get(id)?.pieces ?? [],
    scoreOf: (id) => located.get(id)?.score ?? null,
    stateOf(id) {
      if (located.has(id)) return 'placed';
      const note = notes.find(({ _id }) => _id === id);
      if (note && note.selectors.length === 0) return 'whole';
      return searchedIds.has(id) && orphans.isOrphaned(id) ? 'orphan' : 'looking';
    },
    get placed() {
      return placed;
    },
  };
}

const locatedAt = (pieces: readonly Piece[], { score }: FoundPassage): LocatedPassage => ({
  pieces,
  texts: pieces.map(({ node, start, end }) => node.data.slice(start, end)),
  score,
});
