/** How the notes of a page and its frames stand on it, for the panel. Their texts come from the background. */
import type { Selector } from '../anchoring/selector.ts';

export interface PageOutline {
  /** The address that its notes belong to; null where nothing can be pinned. */
  page: string | null;
  /** `document.title`. */
  title: string;
  /** In the order of the page, those without a passage last. */
  notes: OutlinedNote[];
}

export interface OutlinedNote {
  id: string;
  /** `whole`: on the page, not on a passage. `looking`: not searched yet. `orphan`: the passage is gone. */
  state: 'placed' | 'whole' | 'looking' | 'orphan';
  /** 1 for the very words, less for similar ones; null without a passage. */
  score: number | null;
}

export const NO_OUTLINE: PageOutline = { page: null, title: '', notes: [] };

/** A frame, as named to the reader. */
export interface FrameName {
  page: string;
  title: string;
}

export interface TabNote extends OutlinedNote {
  /** Null for the page itself. */
  frame: FrameName | null;
}

export interface TabOutline {
  /** The address of the page itself. */
  page: string | null;
  /** The addresses of the page and of its frames, each once. */
  pages: string[];
  /** Those of the page, then those of each frame. */
  notes: TabNote[];
}

export const NOTHING_OUTLINED: TabOutline = { page: null, pages: [], notes: [] };

/** The state that says more comes first. */
const STATES: readonly OutlinedNote['state'][] = ['placed', 'looking', 'whole', 'orphan'];

function isBetter(a: OutlinedNote, b: OutlinedNote): boolean {
  const [rank, other] = [STATES.indexOf(a.state), STATES.indexOf(b.state)];
  return rank === other ? (a.score ?? 0) > (b.score ?? 0) : rank < other;
}

/**
 * Joins the outlines of a page and its frames. Frames that show the same address have the same notes: each note is
 * listed once, by the frame that knows it best.
 */
export function outlineOfTab(top: PageOutline, frames: readonly PageOutline[]): TabOutline {
  const all = [top, ...frames];
  const best = new Map<string, { note: OutlinedNote; by: PageOutline }>();
  for (const by of all) {
    for (const note of by.notes) {
      const known = best.get(note.id);
      if (!known || isBetter(note, known.note)) best.set(note.id, { note, by });
    }
  }
  const addressed = all.filter(({ page }) => page !== null);
  /** The first outline of an address gives it its name and its turn. */
  const byAddress = new Map(addressed.toReversed().map((outline) => [outline.page, outline]));
  const named = (page: string | null): FrameName | null =>
    page === null || page === top.page ? null : { page, title: byAddress.get(page)!.title };
  const pages = [...new Set(addressed.map(({ page }) => page!))];
  const ofPage = (page: string | null): TabNote[] =>
    all
      .filter((outline) => outline.page === page)
      .flatMap((outline) => outline.notes.filter(({ id }) => best.get(id)!.by === outline))
      .map((note) => ({ ...note, frame: named(page) }));
  return { page: top.page, pages, notes: [...(top.page === null ? [null] : []), ...pages].flatMap(ofPage) };
}

/** The selection of a page or a frame. */
export interface SelectedPassage {
  /** Null where nothing can be pinned. */
  page: string | null;
  title: string;
  selectors: Selector[];
  /** Time of its last change, in milliseconds since 1970. */
  atMs: number;
}

/** Each frame has a selection of its own: the reader means the last one made. */
export function lastSelected(all: readonly (SelectedPassage | null)[]): SelectedPassage | null {
  const made = all.filter((one) => one !== null);
  return made.reduce<SelectedPassage | null>(
    (last, one) => (last && last.atMs >= one.atMs ? last : one),
    null,
  );
}

/** A list's groups in order: on passages, on the whole page, each frame, and last all orphans. */
export type NoteGroup<N> = { notes: N[] } & (
  { kind: 'placed' | 'whole' | 'orphans' } | { kind: 'frame'; frame: FrameName }
);

/** The title, else the address without its scheme. */
export const shownName = ({ page, title }: FrameName): string => title.trim() || page.replace(/^\w+:\/+/, '');

export function noteGroups<N extends { place: TabNote }>(notes: readonly N[]): NoteGroup<N>[] {
  const states = (own: readonly N[], ...wanted: OutlinedNote['state'][]): N[] =>
    own.filter(({ place }) => wanted.includes(place.state));
  const ofFrame = (page: string | null): N[] =>
    notes.filter(({ place }) => (place.frame?.page ?? null) === page);
  const own = ofFrame(null);
  const frames = new Map(
    notes.flatMap(({ place: { frame } }) => (frame ? [[frame.page, frame] as const] : [])),
  );
  const groups: NoteGroup<N>[] = [
    { kind: 'placed', notes: states(own, 'placed', 'looking') },
    { kind: 'whole', notes: states(own, 'whole') },
    ...[...frames.values()].map((frame): NoteGroup<N> => {
      const within = ofFrame(frame.page);
      const placed = states(within, 'placed', 'looking');
      return { kind: 'frame', frame, notes: [...placed, ...states(within, 'whole')] };
    }),
    { kind: 'orphans', notes: states(notes, 'orphan') },
  ];
  return groups.filter((group) => group.notes.length > 0);
}
