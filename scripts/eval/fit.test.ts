import { describe, expect, test } from 'vitest';
import { FEATURES, scoreOf, type Features } from '../../lib/core/judge/weights.ts';
import { figuresOf } from './figures.ts';
import { BY_HAND, crossCheck, fit } from './fit.ts';
import type { JudgedWord } from './judged.ts';
import type { Label } from './labels.ts';

const NOTHING = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as unknown as Features;

const word = (
  label: Label,
  features: Partial<Features> | null,
  changes: Partial<JudgedWord> = {},
): JudgedWord => ({
  name: 'n',
  part: 'occurrences',
  term: 'mint',
  label,
  evidence: 'read',
  article: 'a',
  start: 0,
  end: 4,
  surface: 'mint',
  around: '',
  isMarked: false,
  isUnmapped: false,
  isNoForm: false,
  verdicts: '',
  features: features && { ...NOTHING, ...features },
  ...changes,
});

/** The same numbers in every run, between 0 and 1. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Words that the weights by hand, whatever they are, call wrong or right by chance. */
function manyWords(seed: number, count: number): JudgedWord[] {
  const next = createNumbers(seed);
  return Array.from({ length: count }, (_, i) => {
    const features = Object.fromEntries(
      FEATURES.map((feature) => [feature, Math.round(next() * 10) / 10]),
    ) as unknown as Features;
    return word(next() < 0.5 ? 'same' : 'other', features, { article: `article ${i % 13}` });
  });
}

/** Just too little for the weights by hand; the labels say that it is enough. */
const LITTLE: Partial<Features> = { words: (-1 - BY_HAND.bias) / BY_HAND.weights.words };
const learnable = (articleOf: (i: number) => string): JudgedWord[] =>
  Array.from({ length: 80 }, (_, i) =>
    i % 2 === 0
      ? word('same', LITTLE, { article: articleOf(i) })
      : word('other', {}, { article: articleOf(i) }),
  );

describe('fit', () => {
  test('without a label, the weights by hand stay', () => {
    expect(fit([])).toEqual({ ...BY_HAND, threshold: 0 });
  });

  test.each([1, 2, 3])('the same labels give the same weights, and do not change: seed %d', (seed) => {
    const words = manyWords(seed, 60);
    const before = JSON.stringify(words);
    const fitted = fit(words);
    expect(fit(words)).toEqual(fitted);
    expect(fit(manyWords(seed, 60))).toEqual(fitted);
    expect(JSON.stringify(words)).toBe(before);
    expect(fit(manyWords(seed + 10, 60))).not.toEqual(fitted);
  });

  test.each([4, 5, 6, 7])('no weight changes sides, whatever the labels say: seed %d', (seed) => {
    const { weights } = fit(manyWords(seed, 80));
    for (const feature of FEATURES) {
      expect(Math.sign(weights[feature]), feature).toBe(Math.sign(BY_HAND.weights[feature]));
    }
  });

  test('even where every label says that evidence for it speaks against it', () => {
    const upsideDown = FEATURES.flatMap((feature) =>
      Array.from({ length: 10 }, () =>
        word(BY_HAND.weights[feature] > 0 ? 'other' : 'same', { [feature]: 1 }),
      ),
    );
    const { weights } = fit(upsideDown);
    for (const feature of FEATURES) {
      expect(Math.sign(weights[feature]), feature).toBe(Math.sign(BY_HAND.weights[feature]));
      expect(Math.abs(weights[feature]), feature).toBeLessThan(Math.abs(BY_HAND.weights[feature]));
    }
  });

  test('labels that can be told apart are told apart', () => {
    const words = learnable(() => 'a');
    const isMarkedBy = (weights: Features, bias: number, threshold: number): boolean[] =>
      words.map(({ features }) => scoreOf(features!, weights, bias) >= threshold);
    const wanted = words.map(({ label }) => label === 'same');
    expect(isMarkedBy(BY_HAND.weights, BY_HAND.bias, 0)).not.toEqual(wanted);
    const { weights, bias, threshold } = fit(words);
    expect(isMarkedBy(weights, bias, threshold)).toEqual(wanted);
  });

  test('instances, and words that a rule settled, teach nothing', () => {
    const words = learnable(() => 'a');
    const others = [
      ...Array.from({ length: 30 }, () => word('instance', { words: 1, kin: 1 })),
      ...Array.from({ length: 30 }, () => word('other', null)),
    ];
    expect(fit([...words, ...others])).toEqual(fit(words));
  });

  test('a wrong mark weighs more than a missing one', () => {
    // Two of three mean it; to mark them costs one wrong mark.
    const words = Array.from({ length: 30 }, (_, i) => word(i % 3 < 2 ? 'same' : 'other', { words: 0.5 }));
    const { weights, bias, threshold } = fit(words);
    expect(scoreOf(words[0]!.features!, weights, bias)).toBeLessThan(threshold);
  });
});

describe('crossCheck', () => {
  test('what four fifths of the articles teach holds for the fifth', () => {
    expect(crossCheck(learnable((i) => `article ${i % 20}`))).toMatchObject({ precision: 1, recall: 1 });
  });

  test('an article teaches nothing about itself: all of it lies in one fold', () => {
    // One article: nothing else to learn from, so the weights by hand decide.
    expect(crossCheck(learnable(() => 'the only one'))).toMatchObject({ precision: null, recall: 0 });
  });

  test('each word is judged once', () => {
    const words = [...manyWords(8, 50), word('instance', {})];
    const { same, other } = figuresOf(words);
    expect(crossCheck(words)).toMatchObject({ same, other });
  });

  test('what a rule settled stays settled', () => {
    const articles = Array.from({ length: 20 }, (_, i) => ({ article: `article ${i}` }));
    const settled = articles.flatMap((at) => [
      word('same', null, { ...at, isMarked: true }),
      word('other', null, { ...at, isMarked: true }),
      word('same', null, { ...at, isMarked: false }),
    ]);
    expect(crossCheck(settled)).toEqual(figuresOf(settled));
  });

  test('the same words give the same figures', () => {
    expect(crossCheck(manyWords(9, 60))).toEqual(crossCheck(manyWords(9, 60)));
  });
});
