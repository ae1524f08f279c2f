import type { Failure } from '../i18n/error-text.ts';

/** The state of a page for the popup. Counts include every occurrence, not only the painted marks. */
export interface PageStatus {
  /**
   * `asked`: read only when the reader asks. `paused`: the page never stops changing. `too-large`: read in part until
   * the reader asks for all of it.
   */
  state: 'on' | 'off' | 'asked' | 'paused' | 'reading' | 'too-large';
  /** UTF-16 units of visible text read so far. */
  textLength: number;
  /** In order of first appearance. */
  terms: { concept: string; surface: string; count: number }[];
  notes: number;
  /** The failure of reading, if any. */
  problem: Failure | null;
  /** The site is read only on request, and the reader requested it. */
  byAsking?: boolean;
  /** The browser gives no storage: the page is read as usual, but no decision of the reader can be stored. */
  noStorage?: boolean;
  /** The document only frames the browser's PDF viewer, which lets no extension in. */
  isPdf?: boolean;
}

/** States of a frame that replace `on` of its page; those the reader can act on come first. */
const FRAME_STATES = ['paused', 'too-large', 'reading'] as const;

/** Joins a page and its frames: counts are summed; the state is the page's, or a frame's if the page's is `on`. */
export function withFrames(top: PageStatus, frames: readonly PageStatus[]): PageStatus {
  const terms = new Map<string, PageStatus['terms'][number]>();
  for (const term of [top, ...frames].flatMap((status) => status.terms)) {
    const known = terms.get(term.concept);
    terms.set(term.concept, known ? { ...known, count: known.count + term.count } : term);
  }
  const sum = (of: (status: PageStatus) => number): number =>
    frames.reduce((whole, status) => whole + of(status), of(top));
  const frameState = FRAME_STATES.find((wanted) => frames.some(({ state }) => state === wanted));
  return {
    ...top,
    state: top.state === 'on' ? (frameState ?? 'on') : top.state,
    terms: [...terms.values()],
    textLength: sum(({ textLength }) => textLength),
    notes: sum(({ notes }) => notes),
    problem: [top, ...frames].find(({ problem }) => problem !== null)?.problem ?? null,
  };
}
