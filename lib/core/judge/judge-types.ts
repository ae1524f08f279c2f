import type { Hit } from '../spotter/spotter.ts';

export type Verdict = 'mark' | 'hide' | 'ask';

export type Reason =
  /** The form means nothing else. */
  | { kind: 'plain' }
  /** These words of the concept's context, or else of its subject, stand near. */
  | { kind: 'words'; words: string[] }
  /** Forms that mean one thing only, of these concepts (ids), stand near. */
  | { kind: 'concepts'; concepts: string[] }
  /** The same page names the concept by a form that means nothing else. */
  | { kind: 'self' }
  /** The page as a whole is about related concepts (ids). */
  | { kind: 'page'; concepts: string[] }
  /** Years near lie in the concept's own time. */
  | { kind: 'years'; years: number[] }
  /** The page says what the abbreviation stands for. */
  | { kind: 'stated'; name: string }
  /** No evidence near the hit supports the concept. */
  | { kind: 'alone' }
  /** These words near speak for something else. */
  | { kind: 'against'; words: string[] }
  /** The word is part of this longer name. */
  | { kind: 'name'; name: string }
  /** The page says that the abbreviation stands for this other thing. */
  | { kind: 'other'; name: string }
  /** The text around is in this language (BCP 47), in which the word is another. */
  | { kind: 'language'; lang: string }
  /** The hit is only part of a word: this longer or neighbouring word cuts through it. */
  | { kind: 'cut'; word: string }
  /** The text around is program code. */
  | { kind: 'code' }
  /** Before this noun the capitalized form is an adjective: Soviet troops. */
  | { kind: 'adjective' }
  /** The reader decided so, for the concept everywhere, for its subject, or for the word on this site. */
  | { kind: 'chosen'; as: 'known' | 'subject' | 'not-here' | 'wrong-sense' | 'sense' };

/** A judged hit: what it may mean, and whether to show it. */
export interface Occurrence {
  start: number;
  end: number;
  /** Concepts that may be meant, as positions in the index, the likeliest first; several only if the reader is asked. */
  concepts: number[];
  verdict: Verdict;
  /** Probability that the first concept is meant, 0 to 1. */
  score: number;
  reasons: Reason[];
}

/** A flow with its hits, whose offsets are those of the flow. */
export interface JudgedPassage {
  text: string;
  hits: readonly Hit[];
  /** BCP 47 language that the page gives for it; '' or missing: not known. */
  lang?: string;
}

/** A flow with its neighbours; null where there is none. */
export interface Neighbourhood {
  before: JudgedPassage | null;
  here: JudgedPassage;
  after: JudgedPassage | null;
}
