/** Precision and recall of "marked as this concept". */
import type { JudgedWord } from './judged.ts';

export interface Figures {
  /** Null if nothing was marked, or nothing should have been. */
  precision: number | null;
  recall: number | null;
  f1: number | null;
  /** How many labels of each kind they rest on. */
  same: number;
  other: number;
}

type Marked = Pick<JudgedWord, 'label' | 'isMarked'>;

/** Labels of kind `instance` are neither right nor wrong and do not count. */
export function figuresOf(words: readonly Marked[]): Figures {
  const same = words.filter(({ label }) => label === 'same');
  const other = words.filter(({ label }) => label === 'other');
  const right = same.filter(({ isMarked }) => isMarked).length;
  const wrong = other.filter(({ isMarked }) => isMarked).length;
  const precision = right + wrong === 0 ? null : right / (right + wrong);
  const recall = same.length === 0 ? null : right / same.length;
  const f1 =
    precision === null || recall === null
      ? null
      : precision + recall === 0
        ? 0
        : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, same: same.length, other: other.length };
}

export function figuresBy<T extends Marked>(
  words: readonly T[],
  keyOf: (word: T) => string,
): Record<string, Figures> {
  const groups = new Map<string, T[]>();
  for (const word of words) groups.set(keyOf(word), [...(groups.get(keyOf(word)) ?? []), word]);
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key, figuresOf(group)]),
  );
}

/** The evidence that the goals are measured over; the others may err. */
export const SURE = ['link', 'entity', 'dictionary', 'read'];

export interface Report {
  all: Figures;
  occurrences: Figures;
  documents: Figures;
  cjk: Figures;
  byEvidence: Record<string, Figures>;
  byTerm: Record<string, Figures>;
}

/** Over the words whose term the glossary has. */
export function reportOf(judged: readonly JudgedWord[]): Report {
  const words = judged.filter(({ isUnmapped }) => !isUnmapped);
  const occurrences = words.filter(({ part, evidence }) => part === 'occurrences' && SURE.includes(evidence));
  const documents = words.filter(({ part }) => part === 'documents');
  const cjk = words.filter(({ part }) => part === 'cjk');
  const counted = [...occurrences, ...documents, ...cjk];
  return {
    all: figuresOf(counted),
    occurrences: figuresOf(occurrences),
    documents: figuresOf(documents),
    cjk: figuresOf(cjk),
    byEvidence: figuresBy(words, ({ part, evidence }) => (part === 'occurrences' ? evidence : part)),
    byTerm: figuresBy(counted, ({ term }) => term),
  };
}
