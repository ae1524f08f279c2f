import type { Failure } from '../i18n/error-text.ts';

/** What the page knows about itself, told to the popup. Counts are of every occurrence, not only of painted marks. */
export interface PageStatus {
  /**
   * `asked`: nothing is read before the reader asks for it. `paused`: by a page that never stops changing. `too-large`:
   * read in part, until the reader wants all of it.
   */
  state: 'on' | 'off' | 'asked' | 'paused' | 'reading' | 'too-large';
  /** UTF-16 units of visible text read so far. */
  textLength: number;
  /** In order of first appearance. */
  terms: { concept: string; surface: string; count: number }[];
  notes: number;
  /** What went wrong while reading; null when nothing did. */
  problem: Failure | null;
  /** Its site is read only when asked for, and it was asked for. */
  byAsking?: boolean;
  /** The browser gives no storage: the page is read as usual, and nothing that the reader decides can be kept. */
  noStorage?: boolean;
  /** Nothing but the frame around the browser's PDF viewer, which lets no extension in. */
  isPdf?: boolean;
}

/** What a frame may say of a page that is read: what the reader can do something about comes first. */
const FRAMES_SAY = ['paused', 'too-large', 'reading'] as const;

/** The page and the frames in it, as one: what is found in them counts, the state is the page's, unless it is only on. */
export function withFrames(top: PageStatus, frames: readonly PageStatus[]): PageStatus {
  const terms = new Map<string, PageStatus['terms'][number]>();
  for (const term of [top, ...frames].flatMap((status) => status.terms)) {
    const known = terms.get(term.concept);
    terms.set(term.concept, known ? { ...known, count: known.count + term.count } : term);
  }
  const sum = (of: (status: PageStatus) => number): number =>
    frames.reduce((whole, status) => whole + of(status), of(top));
  const said = FRAMES_SAY.find((wanted) => frames.some(({ state }) => state === wanted));
  return {
    ...top,
    state: top.state === 'on' ? (said ?? 'on') : top.state,
    terms: [...terms.values()],
    textLength: sum(({ textLength }) => textLength),
    notes: sum(({ notes }) => notes),
    problem: [top, ...frames].find(({ problem }) => problem !== null)?.problem ?? null,
  };
}
