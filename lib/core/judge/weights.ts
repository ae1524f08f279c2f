/**
 * What each kind of evidence counts for, in log-odds. Fitted by `npm run eval -- --fit` on labelled
 * occurrences, all of the same sign as the reason beside each demands.
 */
export interface Features {
  /** The glossary says that the form means nothing else. */
  plain: number;
  /** Words of the concept's context near, 0 to 1: three that stand close are as good as more. */
  words: number;
  /** Words near that speak for something else, 0 to 1. */
  against: number;
  /** Related concepts near, by forms that mean nothing else, 0 to 1. */
  kin: number;
  /** Other concepts of the glossary near: the text is at least of its world, 0 to 1. */
  others: number;
  /** Words of the concept's subject near, 0 to 1: the text is of its field. */
  field: number;
  /** The page names the concept by a form that means nothing else: 1, or 0. */
  self: number;
  /** Related concepts on the page as a whole, 0 to 1. */
  pageKin: number;
  /** The other places of the page where the form could be meant: -1 (all against) to 1 (all for). */
  sense: number;
  /** A year near lies in the concept's own time: 1, or 0. */
  years: number;
  /** All years near lie outside of it: 1, or 0. */
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
/** Marked from this score on: half an odd against would be a wrong mark in three. */
export const THRESHOLD = 0;
/** Two senses that lie no further apart than this stay possible, and the reader is asked. */
export const MARGIN = 0.7;

export const FEATURES = Object.keys(WEIGHTS) as Feature[];

/** Sum of the evidence in log-odds. */
export function scoreOf(features: Readonly<Features>, weights = WEIGHTS, bias = BIAS): number {
  let score = bias;
  for (const feature of FEATURES) score += weights[feature] * features[feature];
  return score;
}
