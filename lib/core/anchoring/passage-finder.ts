/** Finds pinned passages again on a page that may have changed. */
import { firstIndex } from '../base/binary-search.ts';
import { createNormalizedTextReader, normalizeText, type NormalizedText } from '../base/normalized-text.ts';
import {
  candidatePositions,
  expectedAnywhere,
  expectedPosition,
  type ExpectedPosition,
  type MovedPassage,
} from './candidate-positions.ts';
import { exactStart } from './exact-quote.ts';
import { createPageWords, wordsOf, type PageWords, type PageWordsReader } from './page-words.ts';
import {
  MIN_SCORE,
  scoreOf,
  similarityAt,
  type CurrentPage,
  type PinnedPassage,
  type Similarity,
} from './passage-similarity.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './selector.ts';

/** The span where a passage is now, in UTF-16 units of the page's text. */
export interface FoundPassage {
  start: number;
  end: number;
  /** `position`: unmoved. `quote`: the same words elsewhere. `likeness`: similar words. */
  how: 'position' | 'quote' | 'likeness';
  /** 1 for the very words; otherwise the score, from `MIN_SCORE` on. */
  score: number;
}

export interface PassageFinder {
  /**
   * The passage; null for an orphan. In this order: where it was if its words are still there, the same words in the most
   * similar context, the most similar words if they are similar enough.
   * @param others the other passages of the page that are found already.
   */
  find(selectors: readonly Selector[], others?: readonly MovedPassage[]): FoundPassage | null;
  /** The same in steps, each of which compares one candidate at most. */
  findInSteps(selectors: readonly Selector[], others?: readonly MovedPassage[]): Steps<FoundPassage | null>;
  /** The same, but null if the passage's words have changed. */
  findUnchanged(selectors: readonly Selector[]): FoundPassage | null;
  /**
   * Does a part, of about a millisecond, of what has to be read before `findUnchanged` (`text`), or before `find` of a
   * changed passage (`words`). Answers whether there is more.
   */
  prepare(what: 'text' | 'words'): boolean;
}

/** The functions that the lazily loaded finder script brings: pages without notes do not need them. */
export interface PassageSearch {
  createPassageFinder: typeof createPassageFinder;
  findAll: typeof findAll;
}

/** Work that yields after each small step. */
type Steps<Result> = Generator<undefined, Result, undefined>;

/** UTF-16 units read in one step; takes about a millisecond. */
const UNITS_PER_STEP = 1 << 13;
const SENTENCE_END = /[.!?。！？…:;]["')\]]*(?:\s|$)/;
/** Words of a passage above which it is found by its two ends, since aligning takes the square of its length. */
const MAX_WORDS = 160;
const END_WORDS = 60;
/** Factor by which a long passage may have grown or shrunk. */
const MAX_STRETCH = 2;

/** @param flows offsets in `text` where blocks of the page begin, ascending: no sentence reaches across. */
export function createPassageFinder(text: string, flows: readonly number[] = []): PassageFinder {
  const reader = createNormalizedTextReader(text, UNITS_PER_STEP);
  let page: NormalizedText | null = null;
  let words: PageWordsReader | null = null;
  let search: Search | null = null;

  function prepare(what: 'text' | 'words'): boolean {
    if (!page) {
      if (reader.step()) return true;
      page = reader.result();
      return what === 'words';
    }
    return what === 'words' && (words ??= createPageWords(page.plain, UNITS_PER_STEP)).step();
  }

  function* allWords(): Steps<PageWords> {
    while (prepare('words')) yield;
    return words!;
  }

  function preparedSearch(): Search {
    while (!page) prepare('text');
    return (search ??= createSearch(text, flows, page, allWords));
  }

  return {
    prepare,
    findUnchanged: (selectors) => preparedSearch().findUnchanged(selectors),
    findInSteps: (selectors, others = []) => preparedSearch().find(selectors, others),
    find: (selectors, others = []) => resultOf(preparedSearch().find(selectors, others)),
  };
}

function resultOf<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

interface Search {
  find(selectors: readonly Selector[], others: readonly MovedPassage[]): Steps<FoundPassage | null>;
  findUnchanged(selectors: readonly Selector[]): FoundPassage | null;
}

/** A quote, normalized, and its former start in the normalized page; null if unknown. */
interface PinnedQuote {
  quote: TextQuoteSelector;
  was: number | null;
}

type Scored = { similarity: Similarity; score: number };

/** Offsets refer to the normalized page, except in results. */
function createSearch(
  text: string,
  flows: readonly number[],
  page: NormalizedText,
  allWords: () => Steps<PageWords>,
): Search {
  const { plain } = page;

  function endsBetween(from: number, to: number): boolean {
    if (SENTENCE_END.test(plain.slice(from, to))) return true;
    const [start, end] = [page.toText(from), page.toText(to)];
    const flow = flows[firstIndex(0, flows.length, (i) => flows[i]! > start)];
    return flow !== undefined && flow <= end;
  }

  const passageAt = (start: number, end: number, how: FoundPassage['how'], score: number): FoundPassage => ({
    start: page.toText(start),
    // One past the last unit, not the next unit's start: invisible characters between belong to neither.
    end: page.toText(end - 1) + 1,
    how,
    score,
  });

  function* mostSimilar(
    { exact, prefix, suffix }: TextQuoteSelector,
    expected: ExpectedPosition,
  ): Steps<Scored | null> {
    const pageWords = yield* allWords();
    const words = wordsOf(prefix + exact + suffix);
    const first = words.findIndex(({ end }) => end > prefix.length);
    const last = words.findLastIndex(({ start }) => start < prefix.length + exact.length) + 1;
    if (first < 0 || last <= first) return null;
    const pinned: PinnedPassage = { words, first, last, quote: exact };
    const current: CurrentPage = { text: plain, words: pageWords, endsBetween };
    const expectedWord = pageWords.wordAt(Math.max(0, expected.start)) - first;
    let best: Scored | null = null;
    for (const candidate of candidatePositions(words, pageWords, expectedWord)) {
      yield;
      const similarity = similarityAt(pinned, current, candidate);
      if (!similarity) continue;
      const score = scoreOf(similarity, expected, plain.length);
      if (!best || score > best.score) best = { similarity, score };
    }
    return best;
  }

  function* findSimilar(quote: TextQuoteSelector, expected: ExpectedPosition): Steps<FoundPassage | null> {
    const words = wordsOf(quote.exact);
    if (words.length > MAX_WORDS) {
      return yield* findByEnds(quote, words[END_WORDS]!.start, words.at(-END_WORDS)!.start, expected);
    }
    const best = yield* mostSimilar(quote, expected);
    if (!best || best.score < MIN_SCORE) return null;
    return passageAt(best.similarity.start, best.similarity.end, 'likeness', best.score);
  }

  function* findByEnds(
    quote: TextQuoteSelector,
    headEnd: number,
    tailStart: number,
    expected: ExpectedPosition,
  ): Steps<FoundPassage | null> {
    const { exact } = quote;
    const head = yield* mostSimilar(
      { ...quote, exact: exact.slice(0, headEnd).trimEnd(), suffix: '' },
      expected,
    );
    const tail = yield* mostSimilar(
      { ...quote, exact: exact.slice(tailStart), prefix: '' },
      { ...expected, start: (head?.similarity.start ?? expected.start) + tailStart },
    );
    if (!head || !tail) return null;
    const score = Math.min(head.score, tail.score);
    const length = tail.similarity.end - head.similarity.start;
    const isStretched = length > MAX_STRETCH * exact.length || length < exact.length / MAX_STRETCH;
    if (score < MIN_SCORE || isStretched) return null;
    return passageAt(head.similarity.start, tail.similarity.end, 'likeness', score);
  }

  function expect({ was }: PinnedQuote, others: readonly MovedPassage[]): ExpectedPosition {
    if (was === null) return expectedAnywhere(plain.length / 2);
    const moved = others.map((other) => ({ was: page.toPlain(other.was), is: page.toPlain(other.is) }));
    return expectedPosition(was, moved);
  }

  /** The pinned quote to search for. Selectors without a quote need no search: then this is the result itself. */
  function read(selectors: readonly Selector[]): PinnedQuote | { found: FoundPassage | null } {
    const selector = selectors.find((each) => each.type === 'TextQuoteSelector');
    const position = positionOf(selectors);
    if (!selector) return { found: position ? foundByPosition(text, position) : null };
    const quote = normalizeQuote(selector);
    if (quote.exact === '') return { found: null };
    return { quote, was: position ? page.toPlain(Math.min(position.start, text.length)) : null };
  }

  function findExact(pinned: PinnedQuote, others: readonly MovedPassage[]): FoundPassage | null {
    const { quote, was } = pinned;
    const start = exactStart(plain, quote, was, () => expect(pinned, others).start);
    if (start === null) return null;
    return passageAt(start, start + quote.exact.length, start === was ? 'position' : 'quote', 1);
  }

  return {
    findUnchanged(selectors) {
      const pinned = read(selectors);
      return 'found' in pinned ? pinned.found : findExact(pinned, []);
    },
    *find(selectors, others) {
      const pinned = read(selectors);
      if ('found' in pinned) return pinned.found;
      return findExact(pinned, others) ?? (yield* findSimilar(pinned.quote, expect(pinned, others)));
    },
  };
}

/**
 * Finds several passages of one page, unchanged ones first: they show where to expect the others. Each call of the
 * returned function does a small step and returns whether there are more.
 */
export function findAll(
  finder: PassageFinder,
  passages: readonly (readonly Selector[])[],
  onFound: (index: number, found: FoundPassage | null) => void,
): () => boolean {
  const steps = stepsOfAll(finder, passages, onFound);
  return () => !steps.next().done;
}

function* stepsOfAll(
  finder: PassageFinder,
  passages: readonly (readonly Selector[])[],
  onFound: (index: number, found: FoundPassage | null) => void,
): Steps<void> {
  if (passages.length === 0) return;
  while (finder.prepare('text')) yield;
  const moved: MovedPassage[] = [];
  const changed: number[] = [];
  for (const [index, selectors] of passages.entries()) {
    const found = finder.findUnchanged(selectors);
    const position = positionOf(selectors);
    if (found) {
      if (position) moved.push({ was: position.start, is: found.start });
      onFound(index, found);
    } else changed.push(index);
    yield;
  }
  for (const index of changed) {
    onFound(index, yield* finder.findInSteps(passages[index]!, moved));
    yield;
  }
}

const positionOf = (selectors: readonly Selector[]): TextPositionSelector | undefined =>
  selectors.find((selector) => selector.type === 'TextPositionSelector');

const foundByPosition = (text: string, { start, end }: TextPositionSelector): FoundPassage | null =>
  start >= 0 && start < end && end <= text.length ? { start, end, how: 'position', score: 1 } : null;

const normalizeQuote = ({ type, exact, prefix, suffix }: TextQuoteSelector): TextQuoteSelector => ({
  type,
  exact: normalizeText(exact),
  prefix: normalizeText(prefix),
  suffix: normalizeText(suffix),
});
