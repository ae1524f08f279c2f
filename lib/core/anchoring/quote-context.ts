/** Which of several places with the same words stands in the surroundings a quote remembers. */

export interface QuoteContext {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Only so many places are compared in detail; a letter on a long page would make the rest cost too much. */
const COMPARED = 64;

interface Candidate {
  start: number;
  /** UTF-16 units that agree without a gap, outward from the quote, both sides together. */
  run: number;
  distance: number;
}

/**
 * The start, of `starts` (at least one), whose surroundings are most like the quote's; of equals the nearest to
 * `near`, of those the first.
 */
export function rankContexts(
  text: string,
  starts: readonly number[],
  quote: QuoteContext,
  near: number,
): number {
  const candidates = starts.map((start) => ({
    start,
    run: runBefore(text, start, quote.prefix) + runAfter(text, start + quote.exact.length, quote.suffix),
    distance: Math.abs(start - near),
  }));
  candidates.sort(byRunThenDistance);
  const whole = quote.prefix.length + quote.suffix.length;
  const first = candidates[0]!;
  if (first.run === whole) return first.start;

  const scored = candidates.slice(0, COMPARED).map((candidate) => ({
    ...candidate,
    likeness: whole === 0 ? 0 : likeness(text, candidate, quote) + candidate.run / whole,
  }));
  scored.sort((a, b) => b.likeness - a.likeness || a.distance - b.distance || a.start - b.start);
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

/** 0 to 1: the more like of the two sides of a place that holds the very words; 1 for a quote without any context. */
export function contextSimilarity(text: string, start: number, quote: QuoteContext): number {
  const end = start + quote.exact.length;
  const { prefix, suffix } = quote;
  if (prefix + suffix === '') return 1;
  return Math.max(
    prefix === '' ? 0 : pairShare(prefix, text.slice(Math.max(0, start - prefix.length), start)),
    suffix === '' ? 0 : pairShare(suffix, text.slice(end, end + suffix.length)),
  );
}

/** 0 to 1: how many pairs of neighbouring characters both surroundings share. One changed word costs little. */
function likeness(text: string, { start }: Candidate, { exact, prefix, suffix }: QuoteContext): number {
  const end = start + exact.length;
  const before = pairShare(prefix, text.slice(Math.max(0, start - prefix.length), start));
  const after = pairShare(suffix, text.slice(end, end + suffix.length));
  return (before * prefix.length + after * suffix.length) / (prefix.length + suffix.length);
}

/** Dice coefficient of the two bags of character pairs. */
function pairShare(a: string, b: string): number {
  const pairs = a.length + b.length - 2;
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const bag = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) {
    const pair = a.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = b.slice(at, at + 2);
    const left = bag.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      bag.set(pair, left - 1);
    }
  }
  return (2 * shared) / pairs;
}
