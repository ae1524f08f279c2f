import type { Hit } from '../spotter/spotter.ts';

export type Verdict = 'mark' | 'hide' | 'ask';

export type Reason =
  /** The form means nothing else. */
  | { kind: 'plain' }
  /** These words of the concept's context stand near. */
  | { kind: 'words'; words: string[] }
  /** Forms that mean one thing only, of these concepts (ids), stand near. */
  | { kind: 'concepts'; concepts: string[] }
  /** The same page names the concept by a form that means nothing else. */
  | { kind: 'self' }
  /** The page as a whole speaks of related concepts (ids). */
  | { kind: 'page'; concepts: string[] }
  /** Years near lie in the concept's own time. */
  | { kind: 'years'; years: number[] }
  /** The page says what the abbreviation stands for. */
  | { kind: 'stated'; name: string }
  /** Nothing near speaks for the concept. */
  | { kind: 'alone' }
  /** These words near speak for something else. */
  | { kind: 'against'; words: string[] }
  /** The word is part of this longer name. */
  | { kind: 'name'; name: string }
  /** The page says that the abbreviation stands for this other thing. */
  | { kind: 'other'; name: string }
  /** The text around is in this language (BCP 47), in which the word is another. */
  | { kind: 'language'; lang: string }
  /** No word of its own: a border of this word runs through it. */
  | { kind: 'cut'; word: string }
  /** The text around is program code. */
  | { kind: 'code' }
  /** A name of that spelling is used as an adjective. */
  | { kind: 'adjective' }
  /** The reader said so: of the concept everywhere, of its subject, or of the word on this site. */
  | { kind: 'chosen'; as: 'known' | 'subject' | 'not-here' | 'wrong-sense' | 'sense' };

/** An accepted hit: what it may mean, and whether to show it. */
export interface Occurrence {
  start: number;
  end: number;
  /** Concepts that may be meant, as positions in the index, the likeliest first; one, save where the reader is asked. */
  concepts: number[];
  verdict: Verdict;
  /** How likely the first concept is meant, 0 to 1. */
  score: number;
  reasons: Reason[];
}

/** A flow with what was spotted in it; offsets are the flow's own. */
export interface JudgedPassage {
  text: string;
  hits: readonly Hit[];
  /** BCP 47 language that the page gives for it; '' or missing: not known. */
  lang?: string;
}
