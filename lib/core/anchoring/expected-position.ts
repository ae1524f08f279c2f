/** What the passages of a page that were found say of the others: how far things moved there, and between which. */

/** Where one passage was and where it is now, starts in UTF-16 units. */
export interface Moved {
  was: number;
  is: number;
}

/** Where a passage is to be expected. */
export interface ExpectedPosition {
  start: number;
  /** The found passages that stood before and after it stand here now. */
  after: number;
  before: number;
}

/** Without any other passage: where it was, and anywhere. */
export const anywhere = (was: number): ExpectedPosition => ({
  start: was,
  after: -Infinity,
  before: Infinity,
});

/** @param found in any order. */
export function expectedAt(was: number, found: readonly Moved[]): ExpectedPosition {
  let above: Moved | null = null;
  let below: Moved | null = null;
  for (const moved of found) {
    if (moved.was <= was && (!above || moved.was > above.was)) above = moved;
    if (moved.was > was && (!below || moved.was < below.was)) below = moved;
  }
  if (above && below && above.is > below.is) {
    // Something was moved across: neither can be relied upon.
    return anywhere(was);
  }
  const shiftAbove = above ? above.is - above.was : 0;
  const shiftBelow = below ? below.is - below.was : above ? shiftAbove : 0;
  const share = above && below ? (was - above.was) / (below.was - above.was) : above ? 0 : 1;
  return {
    start: was + shiftAbove * (1 - share) + shiftBelow * share,
    after: above?.is ?? -Infinity,
    before: below?.is ?? Infinity,
  };
}
