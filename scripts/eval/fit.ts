/**
 * Fits the judge's weights to labelled words: logistic regression by coordinate steps, each weight held to the
 * sign that its reason demands, so that evidence for a sense never counts against it. The same labels always
 * give the same weights.
 */
import { FEATURES, scoreOf, type Features } from '../../lib/core/judge/weights.ts';
import { figuresOf, type Figures } from './figures.ts';
import type { JudgedWord } from './judged.ts';

export interface Fit {
  weights: Features;
  bias: number;
  /** Marked from this score on. */
  threshold: number;
}

/**
 * The weights set by hand before any fit: a fit starts from them and is pulled to them (JUDGE-06). Never the weights in
 * use, which have seen every label and would carry it into the folds.
 */
export const BY_HAND: { weights: Features; bias: number } = {
  weights: {
    plain: 6,
    words: 6,
    against: -7,
    kin: 3.5,
    others: 1,
    field: 2,
    self: 3,
    pageKin: 2,
    sense: 1.5,
    years: 1,
    wrongYears: -1,
  },
  bias: -2.5,
};

const ROUNDS = 400;
const STEPS = [1, 0.5, 0.25, 0.1, 0.05];
/** A wrong mark is worse than one that is missing. */
const WRONG_MARK = 3;
/** Strength of the pull towards the weights by hand, against overfitting to few labels. */
const PULL = 0.15;

type Weighed = JudgedWord & { features: Features };

const isWeighed = (word: JudgedWord): word is Weighed => word.features !== null && word.label !== 'instance';
const signOf = (weight: number): number => Math.sign(weight);

function lossOf(words: readonly Weighed[], weights: Features, bias: number): number {
  let loss = 0;
  for (const { features, label } of words) {
    const score = scoreOf(features, weights, bias);
    loss += label === 'same' ? Math.log1p(Math.exp(-score)) : WRONG_MARK * Math.log1p(Math.exp(score));
  }
  for (const feature of FEATURES) loss += PULL * (weights[feature] - BY_HAND.weights[feature]) ** 2;
  return loss;
}

export function fit(judged: readonly JudgedWord[]): Fit {
  const words = judged.filter(isWeighed);
  let { weights, bias } = BY_HAND;
  let best = lossOf(words, weights, bias);
  for (const step of STEPS) {
    for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
      moved = false;
      const tryOn = (next: Features, nextBias: number): void => {
        const loss = lossOf(words, next, nextBias);
        if (loss >= best - 1e-9) return;
        [best, weights, bias, moved] = [loss, next, nextBias, true];
      };
      for (const by of [step, -step]) {
        tryOn(weights, bias + by);
        for (const feature of FEATURES) {
          const value = weights[feature] + by;
          if (signOf(value) === signOf(BY_HAND.weights[feature])) {
            tryOn({ ...weights, [feature]: value }, bias);
          }
        }
      }
    }
  }
  return { weights, bias, threshold: thresholdFor(words, weights, bias) };
}

/** The lowest threshold from which on wrong marks weigh no more than missing ones. */
function thresholdFor(words: readonly Weighed[], weights: Features, bias: number): number {
  const scored = words.map(({ features, label }) => ({ score: scoreOf(features, weights, bias), label }));
  let best = { threshold: 0, cost: Infinity };
  for (let threshold = -1.5; threshold <= 1.5001; threshold += 0.1) {
    const cost = scored.reduce((sum, { score, label }) => {
      if (label === 'same') return sum + (score < threshold ? 1 : 0);
      return sum + (score >= threshold ? WRONG_MARK : 0);
    }, 0);
    if (cost < best.cost || (cost === best.cost && Math.abs(threshold) < Math.abs(best.threshold))) {
      best = { threshold: Math.round(threshold * 10) / 10, cost };
    }
  }
  return best.threshold;
}

const FOLDS = 5;

/** FNV-1a: puts an article into the same fold in every run. */
function hashOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

/** Each fifth of the articles judged by weights fitted on the other four. */
export function crossCheck(judged: readonly JudgedWord[]): Figures {
  const foldOf = (word: JudgedWord): number => hashOf(word.article) % FOLDS;
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const { weights, bias, threshold } = fit(judged.filter((word) => foldOf(word) !== fold));
    return judged
      .filter((word) => foldOf(word) === fold)
      .map((word) => ({
        label: word.label,
        // A word that a rule settled has no features, and the same verdict in every fold.
        isMarked: word.features ? scoreOf(word.features, weights, bias) >= threshold : word.isMarked,
      }));
  });
  return figuresOf(unseen.flat());
}
