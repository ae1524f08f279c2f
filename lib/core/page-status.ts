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
  /** What went wrong while reading, in words; null when nothing did. */
  problem: string | null;
  /** Its site is read only when asked for, and it was asked for. */
  byAsking?: boolean;
  /** The browser gives no storage: the page is read as usual, and nothing that the reader decides can be kept. */
  noStorage?: boolean;
}
