import { describe, expect, test } from 'vitest';
import type { Mark } from '../../dom/reading/flow-record.ts';
import { createCardOccurrences, type CardOccurrencesOptions } from './card-occurrence.ts';

const NAMES = ['hukou', 'danwei', 'soviet'];
const mark = (key: number, ...concepts: number[]): Mark =>
  ({
    key,
    surface: `word ${String(key)}`,
    occurrence: { start: 0, end: 4, concepts, reasons: [{ kind: 'plain' }] },
    record: { flow: { text: 'word', pieces: [] }, pieces: [] },
  }) as unknown as Mark;

function open(marks: Mark[]) {
  const log: string[] = [];
  const options = {
    reading: {
      occurrences: { marks: () => marks },
      conceptId: (concept: number) => NAMES[concept]!,
      sensesOf: () => [0, 1, 2],
    },
    notes: {
      describePieces: () => ({ selectors: [], quote: 'word' }),
      around: () => ['n1'],
    },
    navigation: {
      goTo: ({ key }: Mark) => log.push(`go ${String(key)}`),
      step: (by: number, concept: number) => {
        log.push(`step ${String(by)} of ${NAMES[concept]!}`);
        return marks[1] ?? null;
      },
    },
    open: (key: number) => log.push(`open ${String(key)}`),
  } as unknown as CardOccurrencesOptions;
  return { log, occurrenceOf: createCardOccurrences(options) };
}

describe('a mark on a card', () => {
  const marks = [mark(1, 0), mark(2, 1), mark(3, 0, 1), mark(4, 0)];

  test('is what it may mean, with what else the word may mean', () => {
    const { occurrenceOf } = open(marks);
    expect(occurrenceOf(marks[2]!)).toMatchObject({
      concepts: ['hukou', 'danwei'],
      others: ['soviet'],
      surface: 'word 3',
      reasons: [{ kind: 'plain' }],
    });
  });

  test('counts among those of its first concept, and nowhere once it is gone', () => {
    const { occurrenceOf } = open(marks);
    expect(occurrenceOf(marks[3]!).position()).toEqual({ index: 3, total: 3 });
    expect(occurrenceOf(mark(9, 0)).position()).toBeNull();
  });

  test('steps from itself, and opens what it comes to', () => {
    const { log, occurrenceOf } = open(marks);
    occurrenceOf(marks[0]!).step(1);
    expect(log).toEqual(['go 1', 'step 1 of hukou', 'open 2']);
    const alone = open([marks[0]!]);
    alone.occurrenceOf(marks[0]!).step(-1);
    expect(alone.log).toEqual(['go 1', 'step -1 of hukou']);
  });
});
