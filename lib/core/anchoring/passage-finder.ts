/** Finds passages again on a page that may have changed. */
import { candidatesFor } from './candidates.ts';
import { similarityAt, type Similarity, type PageNow, type RememberedPassage } from './similarity.ts';
import { createPageWords, wordsOf, type PageWords } from './page-words.ts';
import { createNormalizedTextReader, normalizeText, type NormalizedText } from '../base/normalized-text.ts';
import { rankContexts, contextSimilarity } from './quote-context.ts';
import { anywhere, expectedAt, type ExpectedPosition, type Moved } from './expected-position.ts';
import type { PassageMatch, Selector, TextPositionSelector, TextQuoteSelector } from './selector.ts';
import { MIN_SCORE, scoreOf } from './scoring.ts';
import { firstIndex } from '../base/binary-search.ts';

export interface PassageFinder {
  /**
   * Where the passage is now; null for an orphan. In this order: where it was if its words are still there, the same
   * words elsewhere in the surroundings most like the old, the place most like it if it is like enough.
   * @param others where passages of the same page were and are, as far as they are known.
   */
  find(selectors: readonly Selector[], others?: readonly Moved[]): PassageMatch | null;
  /** The same, a part at each turn: one place compared, at most. */
  findInParts(selectors: readonly Selector[], others?: readonly Moved[]): Parts<PassageMatch | null>;
  /** The same, of passages whose words are still there; null for all others. */
  findSame(selectors: readonly Selector[]): PassageMatch | null;
  /**
   * Does a part of what `findSame` would have to do at once; or, once that is done, `find` for passages that changed.
   * Whether there is more.
   */
  prepare(what: 'same' | 'all'): boolean;
}

/** Work that can be left and gone on with. */
type Parts<Result> = Generator<undefined, Result, undefined>;

/** Read at once when preparing; about a millisecond. */
const UNITS_A_STEP = 1 << 13;
const SENTENCE_END = /[.!?。！？…:;]["')\]]*(?:\s|$)/;
/** A quote shorter than this may stand in several places by chance: its surroundings have to speak for one. */
const SHORT = 16;
const MIN_SURROUNDINGS = 0.15;
/** Longer passages are found by their two ends. */
const MAX_WORDS = 160;
const END_WORDS = 60;
/** The ends of a long passage may lie so much closer or further apart than they did. */
const STRETCH = 2;

/** @param flows where blocks of the page begin in `text`, ascending: no sentence reaches across. */
export function createPassageFinder(text: string, flows: readonly number[] = []): PassageFinder {
  const reader = createNormalizedTextReader(text, UNITS_A_STEP);
  let page: NormalizedText | null = null;
  let words: (PageWords & { step(): boolean }) | null = null;
  let search: Search | null = null;

  function prepare(what: 'same' | 'all'): boolean {
    if (!page) {
      if (reader.step()) return true;
      page = reader.result();
      return what === 'all';
    }
    return what === 'all' && (words ??= createPageWords(page.plain, UNITS_A_STEP)).step();
  }

  function* allWords(): Parts<PageWords> {
    while (prepare('all')) yield;
    return words!;
  }

  function whole(): Search {
    while (!page) prepare('same');
    return (search ??= createSearch(text, flows, page, allWords));
  }

  return {
    prepare,
    findSame: (selectors) => whole().findSame(selectors),
    findInParts: (selectors, others = []) => whole().find(selectors, others),
    find: (selectors, others = []) => resultOf(whole().find(selectors, others)),
  };
}

function resultOf<Result>(parts: Parts<Result>): Result {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

interface Search {
  find(selectors: readonly Selector[], others: readonly Moved[]): Parts<PassageMatch | null>;
  findSame(selectors: readonly Selector[]): PassageMatch | null;
}

function createSearch(
  text: string,
  flows: readonly number[],
  page: NormalizedText,
  allWords: () => Parts<PageWords>,
): Search {
  const { plain } = page;

  function endsBetween(from: number, to: number): boolean {
    if (SENTENCE_END.test(plain.slice(from, to))) return true;
    const [first, last] = [page.toText(from), page.toText(to)];
    const next = firstIndex(0, flows.length, (i) => flows[i]! > first);
    return next < flows.length && flows[next]! <= last;
  }

  const placeOf = (start: number, end: number, how: PassageMatch['how'], score: number): PassageMatch => ({
    start: page.toText(start),
    // The end of the last unit, not the beginning of the next: what is invisible between is nobody's.
    end: page.toText(end - 1) + 1,
    how,
    score,
  });

  /** The best of what may be the passage, and its score. */
  function* mostLike(
    { exact, prefix, suffix }: TextQuoteSelector,
    expected: ExpectedPosition,
  ): Parts<{ likeness: Similarity; score: number } | null> {
    const known = yield* allWords();
    const around = prefix + exact + suffix;
    const own = wordsOf(around);
    const first = own.findIndex(({ end }) => end > prefix.length);
    const last = own.findLastIndex(({ start }) => start < prefix.length + exact.length) + 1;
    if (first < 0 || last <= first) return null;
    const remembered: RememberedPassage = { words: own, first, last, quote: exact };
    const now: PageNow = { plain, words: known, endsBetween };
    const at = known.wordAt(Math.max(0, expected.start)) - first;
    let best: { likeness: Similarity; score: number } | null = null;
    for (const candidate of candidatesFor(own, known, at)) {
      yield;
      const likeness = similarityAt(remembered, now, candidate);
      if (!likeness) continue;
      const score = scoreOf(likeness, expected, plain.length);
      if (!best || score > best.score) best = { likeness, score };
    }
    return best;
  }

  function* findLike(quote: TextQuoteSelector, expected: ExpectedPosition): Parts<PassageMatch | null> {
    const own = wordsOf(quote.exact);
    if (own.length > MAX_WORDS) {
      return yield* findByEnds(quote, own[END_WORDS]!.start, own.at(-END_WORDS)!.start, expected);
    }
    const best = yield* mostLike(quote, expected);
    if (!best || best.score < MIN_SCORE) return null;
    return placeOf(best.likeness.start, best.likeness.end, 'likeness', best.score);
  }

  function* findByEnds(
    quote: TextQuoteSelector,
    headEnd: number,
    tailStart: number,
    expected: ExpectedPosition,
  ): Parts<PassageMatch | null> {
    const { exact } = quote;
    const head = yield* mostLike(
      { ...quote, exact: exact.slice(0, headEnd).trimEnd(), suffix: '' },
      expected,
    );
    const tail = yield* mostLike(
      { ...quote, exact: exact.slice(tailStart), prefix: '' },
      { ...expected, start: (head?.likeness.start ?? expected.start) + tailStart },
    );
    if (!head || !tail) return null;
    const score = Math.min(head.score, tail.score);
    const length = tail.likeness.end - head.likeness.start;
    if (score < MIN_SCORE || length > STRETCH * exact.length || length < exact.length / STRETCH) {
      return null;
    }
    return placeOf(head.likeness.start, tail.likeness.end, 'likeness', score);
  }

  interface Known {
    quote: TextQuoteSelector;
    position: TextPositionSelector | undefined;
    /** Where it was, in `plain`. */
    was: number;
  }

  const expect = ({ position, was }: Known, others: readonly Moved[]): ExpectedPosition =>
    position
      ? expectedAt(
          was,
          others.map((moved) => ({ was: page.toPlain(moved.was), is: page.toPlain(moved.is) })),
        )
      : anywhere(plain.length / 2);

  /** What the selectors say; or, without a quote, the answer. */
  function read(selectors: readonly Selector[]): Known | { place: PassageMatch | null } {
    const given = selectors.find((selector) => selector.type === 'TextQuoteSelector');
    const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
    if (!given) return { place: position ? byPosition(text, position) : null };
    const quote = plainQuote(given);
    if (quote.exact === '') return { place: null };
    return { quote, position, was: position ? page.toPlain(Math.min(position.start, text.length)) : 0 };
  }

  function same(known: Known, others: readonly Moved[]): PassageMatch | null {
    const { quote, position, was } = known;
    if (position && standsAt(plain, quote, was)) return placeOf(was, was + quote.exact.length, 'position', 1);
    const starts = startsOf(plain, quote.exact);
    if (starts.length === 0) return null;
    const best = rankContexts(plain, starts, quote, position ? expect(known, others).start : 0);
    const isMeant =
      quote.exact.length >= SHORT ||
      starts.length === 1 ||
      (position !== undefined && best === was) ||
      contextSimilarity(plain, best, quote) >= MIN_SURROUNDINGS;
    if (!isMeant) return null;
    return placeOf(best, best + quote.exact.length, position && best === was ? 'position' : 'quote', 1);
  }

  return {
    findSame(selectors) {
      const known = read(selectors);
      return 'place' in known ? known.place : same(known, []);
    },
    *find(selectors, others) {
      const known = read(selectors);
      if ('place' in known) return known.place;
      return same(known, others) ?? (yield* findLike(known.quote, expect(known, others)));
    },
  };
}

/**
 * Places of several passages of one page, those that are beyond doubt first: they tell where to expect the rest. Each
 * call of what it answers does a small part and says whether there are more.
 */
export function findAll(
  finder: PassageFinder,
  passages: readonly (readonly Selector[])[],
  onPlace: (index: number, place: PassageMatch | null) => void,
): () => boolean {
  const work = findEach(finder, passages, onPlace);
  return () => !work.next().done;
}

function* findEach(
  finder: PassageFinder,
  passages: readonly (readonly Selector[])[],
  onPlace: (index: number, place: PassageMatch | null) => void,
): Parts<void> {
  if (passages.length === 0) return;
  while (finder.prepare('same')) yield;
  const sure: Moved[] = [];
  const unsure: number[] = [];
  for (const [index, selectors] of passages.entries()) {
    const place = finder.findSame(selectors);
    const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
    if (place) {
      if (position) sure.push({ was: position.start, is: place.start });
      onPlace(index, place);
    } else unsure.push(index);
    yield;
  }
  for (const index of unsure) {
    onPlace(index, yield* finder.findInParts(passages[index]!, sure));
    yield;
  }
}

function byPosition(text: string, { start, end }: TextPositionSelector): PassageMatch | null {
  return start >= 0 && start < end && end <= text.length ? { start, end, how: 'position', score: 1 } : null;
}

/** White space at the ends of a quote is no part of it; a text that is nothing else stays as it is. */
function plainQuote({ type, exact, prefix, suffix }: TextQuoteSelector): TextQuoteSelector {
  return { type, exact: normalizeText(exact), prefix: normalizeText(prefix), suffix: normalizeText(suffix) };
}

/** The quote is at this very place and its context too: no other place could fit better. */
function standsAt(plain: string, { exact, prefix, suffix }: TextQuoteSelector, start: number): boolean {
  if (start < 0 || !plain.startsWith(exact, start)) return false;
  const before = prefix !== '' && plain.slice(0, start).endsWith(prefix);
  const after = suffix !== '' && plain.startsWith(suffix, start + exact.length);
  return before && after;
}

function startsOf(plain: string, exact: string): number[] {
  const starts: number[] = [];
  for (let at = plain.indexOf(exact); at !== -1; at = plain.indexOf(exact, at + 1)) starts.push(at);
  return starts;
}
