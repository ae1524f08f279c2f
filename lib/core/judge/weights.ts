/**
 * The weight of each kind of evidence, in log-odds. Fitted by `npm run eval -- --fit` on labelled occurrences; each keeps
 * the sign that its reason demands. The keys are those of the fit's output, and so stay as they are.
 */
export interface Features {
  /** The glossary says that the form means nothing else. */
  plain: number;
  /** Words of the concept's context near, 0 to 1; three close ones count fully. */
  words: number;
  /** Words near that speak for something else, 0 to 1. */
  against: number;
  /** Related concepts near, by forms that mean nothing else, 0 to 1. */
  kin: number;
  /** Unrelated concepts of the glossary near, 0 to 1: the text is at least of the glossary's world. */
  others: number;
  /** Words of the concept's subject near, 0 to 1: the text is of its field. */
  field: number;
  /** The page names the concept by a form that means nothing else: 1, or 0. */
  self: number;
  /** Related concepts on the page as a whole, 0 to 1. */
  pageKin: number;
  /** How the page's occurrences of the form lean: -1 (all against the sense) to 1 (all for it). */
  sense: number;
  /** A year near lies in the concept's own time: 1, or 0. */
  years: number;
  /** 1 if there are years near the hit and all lie outside the concept's time, else 0. */
  wrongYears: number;
}

export type Feature = keyof Features;

export const BIAS = -3.5;
export const WEIGHTS: Readonly<Features> = {
  plain: 6.5,
  words: 6.75,
  against: -6.5,
  kin: 3.75,
  others: 1,
  field: 2,
  self: 3.25,
  pageKin: 2.25,
  sense: 1.5,
  years: 1.75,
  wrongYears: -1.25,
};
/** Marked from this score on: even odds that the concept is meant. */
export const THRESHOLD = 0;
/** Two senses whose scores differ by less stay possible, and the reader is asked. */
export const MARGIN = 0.7;

export const FEATURES = Object.keys(WEIGHTS) as Feature[];

/** In log-odds. */
export function scoreOf(features: Readonly<Features>, weights = WEIGHTS, bias = BIAS): number {
  let score = bias;
  for (const feature of FEATURES) score += weights[feature] * features[feature];
  return score;
}
