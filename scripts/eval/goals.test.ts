/** The goals that the judge is measured by, where the labelled corpus is at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadEngine } from '../spot/load-engine.ts';
import { reportOf, type Report } from './figures.ts';
import { judgeLabels, type JudgedWord } from './judged.ts';
import { readLabels } from './labels.ts';

const SENSES = fileURLToPath(new URL('../../../shared/corpus/senses', import.meta.url));

describe.skipIf(!existsSync(SENSES))('over the labelled corpus', () => {
  let judged: JudgedWord[];
  let report: Report;
  beforeAll(() => {
    judged = judgeLabels(readLabels(SENSES), loadEngine());
    report = reportOf(judged);
  }, 120_000);

  test('what is marked is meant, and what is meant is marked', () => {
    expect(report.occurrences.precision).toBeGreaterThanOrEqual(0.97);
    expect(report.occurrences.recall).toBeGreaterThanOrEqual(0.95);
  });

  test('on whole pages, what is marked is meant', () => {
    expect(report.documents.precision).toBeGreaterThanOrEqual(0.97);
  });

  test('in Chinese, nothing is marked that is cut from other words', () => {
    expect(report.cjk.precision).toBe(1);
    const wrong = judged.filter(
      ({ part, label, isMarked }) => part === 'cjk' && label === 'other' && isMarked,
    );
    expect(wrong.map(({ around, verdicts: said }) => `${around} ${said}`)).toEqual([]);
  });

  test('the figures rest on as many labels as there are', () => {
    // A map of terms that is emptied, or a glossary that loses its entries, would meet any goal.
    expect(report.occurrences.same).toBeGreaterThan(300);
    expect(report.occurrences.other).toBeGreaterThan(250);
    expect(report.documents.same).toBeGreaterThan(90);
    expect(report.cjk.same + report.cjk.other).toBeGreaterThan(50);
  });
});
