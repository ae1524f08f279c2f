import { describe, expect, test } from 'vitest';
import { figuresBy, figuresOf, reportOf } from './figures.ts';
import type { JudgedWord } from './judged.ts';
import type { Label } from './labels.ts';

/** `s` same, `o` other, `i` instance; a capital is marked. */
const wordsOf = (letters: string): { label: Label; isMarked: boolean }[] =>
  [...letters].map((letter) => {
    const label = ({ s: 'same', o: 'other', i: 'instance' } as const)[letter.toLowerCase()]!;
    return { label, isMarked: letter !== letter.toLowerCase() };
  });

describe('figuresOf', () => {
  test.each<[string, number | null, number | null, number | null, number, number]>([
    ['', null, null, null, 0, 0],
    ['S', 1, 1, 1, 1, 0],
    ['s', null, 0, null, 1, 0],
    ['O', 0, null, null, 0, 1],
    ['o', null, null, null, 0, 1],
    ['SSSo', 1, 1, 1, 3, 1],
    ['SSSO', 0.75, 1, 6 / 7, 3, 1],
    ['Ssss', 1, 0.25, 0.4, 4, 0],
    ['sO', 0, 0, 0, 1, 1],
    ['SSsOo', 2 / 3, 2 / 3, 2 / 3, 3, 2],
    // Instances are neither right nor wrong, marked or not.
    ['I', null, null, null, 0, 0],
    ['SsOiII', 0.5, 0.5, 0.5, 2, 1],
  ])('%j', (letters, precision, recall, f1, same, other) => {
    const figures = figuresOf(wordsOf(letters));
    expect(figures).toMatchObject({ same, other });
    const expected = { precision, recall, f1 };
    for (const key of ['precision', 'recall', 'f1'] as const) {
      if (expected[key] === null) expect(figures[key], key).toBeNull();
      else expect(figures[key], key).toBeCloseTo(expected[key], 12);
    }
  });
});

test('figuresBy groups, in the order of the keys', () => {
  const words = [...wordsOf('SSO'), ...wordsOf('sI')].map((word, i) => ({ ...word, key: i < 3 ? 'z' : 'a' }));
  const by = figuresBy(words, ({ key }) => key);
  expect(Object.keys(by)).toEqual(['a', 'z']);
  expect(by['a']).toMatchObject({ precision: null, recall: 0, same: 1, other: 0 });
  expect(by['z']).toMatchObject({ recall: 1, same: 2, other: 1 });
});

const word = (changes: Partial<JudgedWord>): JudgedWord => ({
  name: 'n',
  part: 'occurrences',
  term: 'mint',
  label: 'same',
  evidence: 'read',
  article: 'a',
  start: 0,
  end: 4,
  surface: 'mint',
  around: '',
  isMarked: true,
  isUnmapped: false,
  isNoForm: false,
  verdicts: '',
  features: null,
  ...changes,
});

describe('reportOf', () => {
  test.each([
    ['link', 1],
    ['entity', 1],
    ['dictionary', 1],
    ['read', 1],
    // A guess by an article or a name may err: shown, not counted.
    ['article', 0],
    ['name', 0],
  ])('evidence %s counts for the goals: %d', (evidence, counted) => {
    const report = reportOf([word({ evidence })]);
    expect(report.occurrences.same).toBe(counted);
    expect(report.all.same).toBe(counted);
    expect(Object.keys(report.byTerm)).toHaveLength(counted);
    expect(report.byEvidence[evidence]!.same).toBe(1);
  });

  test('documents and Chinese count whatever their evidence, each apart and in all', () => {
    const report = reportOf([
      word({}),
      word({ part: 'documents', evidence: 'document', isMarked: false }),
      word({ part: 'cjk', evidence: 'article', label: 'other', term: 'tea' }),
    ]);
    expect(report.occurrences).toMatchObject({ precision: 1, recall: 1, same: 1, other: 0 });
    expect(report.documents).toMatchObject({ precision: null, recall: 0, same: 1, other: 0 });
    expect(report.cjk).toMatchObject({ precision: 0, recall: null, same: 0, other: 1 });
    expect(report.all).toMatchObject({ precision: 0.5, recall: 0.5, same: 2, other: 1 });
    expect(Object.keys(report.byEvidence)).toEqual(['cjk', 'documents', 'read']);
    expect(report.byTerm['mint']).toMatchObject({ recall: 0.5, same: 2 });
    expect(report.byTerm['tea']).toMatchObject({ precision: 0, other: 1 });
  });

  test('a term that the glossary does not have is left out everywhere', () => {
    const report = reportOf([word({}), word({ isUnmapped: true, isMarked: false, evidence: 'link' })]);
    expect(report.all).toMatchObject({ recall: 1, same: 1 });
    expect(Object.keys(report.byEvidence)).toEqual(['read']);
  });

  test('what is written as no form is missed if it means the concept, and right if it does not', () => {
    const noForm = { isNoForm: true, isMarked: false };
    const report = reportOf([word({}), word(noForm), word({ ...noForm, label: 'other' })]);
    expect(report.occurrences).toMatchObject({ precision: 1, recall: 0.5, same: 2, other: 1 });
  });

  test('nothing at all is nothing, not an error', () => {
    const none = { precision: null, recall: null, f1: null, same: 0, other: 0 };
    expect(reportOf([])).toEqual({
      all: none,
      occurrences: none,
      documents: none,
      cjk: none,
      byEvidence: {},
      byTerm: {},
    });
  });
});
