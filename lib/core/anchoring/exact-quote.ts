/** Finds the very words of a quote, and of several occurrences the one in the context that the quote remembers. */
import type { TextQuoteSelector } from './selector.ts';

type Quote = Pick<TextQuoteSelector, 'exact' | 'prefix' | 'suffix'>;

/** A shorter quote may occur by chance, so its context has to speak for the occurrence. With 0.4 `hypothesis` loses 2 of 24. */
const SHORT_QUOTE = 16;
const MIN_CONTEXT_SIMILARITY = 0.15;
/** Occurrences compared in detail: a single letter has thousands on a long page, and each costs its whole context. */
const MAX_COMPARED = 64;

interface Candidate {
  start: number;
  /** UTF-16 units that agree without a gap, outward from the quote, both sides together. */
  run: number;
  distance: number;
}

/**
 * Start of the quote in `text`, both normalized; null if its words are gone, or too short to be meant where they stand.
 * @param was its former start, null if unknown; @param expected where to look first among equals.
 */
export function exactStart(
  text: string,
  quote: Quote,
  was: number | null,
  expected: () => number,
): number | null {
  if (was !== null && isUnchangedAt(text, quote, was)) return was;
  const starts = startsOf(text, quote.exact);
  if (starts.length === 0) return null;
  const best = closestContext(text, starts, quote, was === null ? 0 : expected());
  const isMeant =
    quote.exact.length >= SHORT_QUOTE ||
    starts.length === 1 ||
    best === was ||
    contextSimilarity(text, best, quote) >= MIN_CONTEXT_SIMILARITY;
  return isMeant ? best : null;
}

/** Whether quote and context both stand here: then no other occurrence can fit better. */
function isUnchangedAt(text: string, { exact, prefix, suffix }: Quote, start: number): boolean {
  if (start < 0 || !text.startsWith(exact, start)) return false;
  const hasPrefix = prefix !== '' && text.slice(0, start).endsWith(prefix);
  const hasSuffix = suffix !== '' && text.startsWith(suffix, start + exact.length);
  return hasPrefix && hasSuffix;
}

function startsOf(text: string, exact: string): number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    starts.push(start);
  }
  return starts;
}

/** The start, of `starts` (at least one), with the context most like the quote's; of equals the nearest to `expected`. */
function closestContext(text: string, starts: readonly number[], quote: Quote, expected: number): number {
  const candidates = starts.map((start) => ({
    start,
    run: runBefore(text, start, quote.prefix) + runAfter(text, start + quote.exact.length, quote.suffix),
    distance: Math.abs(start - expected),
  }));
  candidates.sort(byRunThenDistance);
  const contextLength = quote.prefix.length + quote.suffix.length;
  const first = candidates[0]!;
  if (first.run === contextLength) return first.start;

  const scored = candidates.slice(0, MAX_COMPARED).map((candidate) => ({
    ...candidate,
    similarity:
      contextLength === 0 ? 0 : pairSimilarity(text, candidate, quote) + candidate.run / contextLength,
  }));
  scored.sort((a, b) => b.similarity - a.similarity || a.distance - b.distance || a.start - b.start);
  return scored[0]!.start;
}

const byRunThenDistance = (a: Candidate, b: Candidate): number =>
  b.run - a.run || a.distance - b.distance || a.start - b.start;

function runBefore(text: string, start: number, prefix: string): number {
  let run = 0;
  while (
    run < prefix.length &&
    run < start &&
    text.charCodeAt(start - 1 - run) === prefix.charCodeAt(prefix.length - 1 - run)
  ) {
    run++;
  }
  return run;
}

function runAfter(text: string, end: number, suffix: string): number {
  let run = 0;
  while (
    run < suffix.length &&
    end + run < text.length &&
    text.charCodeAt(end + run) === suffix.charCodeAt(run)
  ) {
    run++;
  }
  return run;
}

/** 0 to 1: the similarity of the side that agrees better; 1 for a quote without context. */
function contextSimilarity(text: string, start: number, quote: Quote): number {
  const { prefix, suffix } = quote;
  if (prefix + suffix === '') return 1;
  const { before, after } = sidesAt(text, start, quote);
  return Math.max(
    prefix === '' ? 0 : diceCoefficient(prefix, before),
    suffix === '' ? 0 : diceCoefficient(suffix, after),
  );
}

/** 0 to 1 over both sides, weighted by their length. One changed word costs little. */
function pairSimilarity(text: string, { start }: Candidate, quote: Quote): number {
  const { prefix, suffix } = quote;
  const { before, after } = sidesAt(text, start, quote);
  const shared =
    diceCoefficient(prefix, before) * prefix.length + diceCoefficient(suffix, after) * suffix.length;
  return shared / (prefix.length + suffix.length);
}

function sidesAt(
  text: string,
  start: number,
  { exact, prefix, suffix }: Quote,
): { before: string; after: string } {
  const end = start + exact.length;
  return {
    before: text.slice(Math.max(0, start - prefix.length), start),
    after: text.slice(end, end + suffix.length),
  };
}

/** Sørensen–Dice coefficient of the two bags of neighbouring characters. */
function diceCoefficient(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const bag = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = bag.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      bag.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
