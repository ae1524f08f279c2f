/** A review of all occurrences of a page by the judge: what vanishes, what appears, what density makes of it. */
import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createJudge, type Judge, type Occurrence } from '../../core/judge/judge.ts';
import { buildIndex } from '../../core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../core/spotter/index-format.ts';
import { createSpotter } from '../../core/spotter/spotter.ts';
import {
  changing,
  createRecordFactory,
  occurrence,
  startsOf,
  STARTS,
  TEXT,
} from '../../testing/mark-records.ts';
import { createOccurrenceIndex, type OccurrenceIndex } from './occurrence-index.ts';
import { thinMarks, unshowRefused } from './page-marks.ts';

let document: Document;
let index: OccurrenceIndex;
let recordOf: ReturnType<typeof createRecordFactory>;
beforeEach(() => {
  ({ document } = new JSDOM('<body></body>').window);
  index = createOccurrenceIndex();
  recordOf = createRecordFactory(document);
});

/** Reviews to the end; whether that changed any. */
function review(judge: Pick<Judge, 'reviewer'>): boolean {
  let changed = false;
  const step = index.review(judge, (mark) => {
    unshowRefused(mark);
    changed = true;
  });
  while (step());
  return changed;
}

const shownStarts = (): number[] =>
  startsOf(index.records.flatMap(({ marks }) => marks).filter(({ shown }) => shown));

describe('review', () => {
  test('hands the judge every occurrence there is, hidden ones and those of hidden flows too, in order', () => {
    const later = recordOf(TEXT, [occurrence(5, 'mark')]);
    const first = recordOf(TEXT, [occurrence(0, 'hide'), occurrence(5, 'mark')]);
    const hidden = recordOf(TEXT, [occurrence(10, 'ask')], { hidden: true });
    document.body.prepend(first.block);
    document.body.append(hidden.block);
    index.add([later]);
    index.add([hidden]);
    index.add([first]);
    const reviewer = vi.fn<Judge['reviewer']>(() => (own) => own);
    expect(review({ reviewer })).toBe(false);
    expect(reviewer).toHaveBeenCalledExactlyOnceWith(
      [first, later, hidden].flatMap(({ marks }) => marks.map((mark) => mark.occurrence)),
    );
  });

  test('without a change touches no mark', () => {
    const record = recordOf(TEXT, [occurrence(0, 'mark'), occurrence(5, 'hide'), occurrence(10, 'ask')]);
    record.marks[0]!.wasShown = true;
    index.add([record]);
    const before = record.marks.map((mark) => ({ ...mark }));
    expect(review(changing({}))).toBe(false);
    expect(record.marks).toEqual(before);
  });

  test('takes a mark away: not painted, not found, not counted, not kept', () => {
    const record = recordOf(
      TEXT,
      STARTS.map((start) => occurrence(start, 'mark')),
    );
    record.marks[1]!.wasShown = true;
    index.add([record]);
    expect(index.find(record.nodes[0]!, 6)).toBe(record.marks[1]);
    expect(review(changing({ 5: 'hide' }))).toBe(true);
    expect(record.marks[1]).toMatchObject({ shown: false, wasShown: false, occurrence: { verdict: 'hide' } });
    expect(index.find(record.nodes[0]!, 6)).toBeNull();
    expect(startsOf(index.marks())).toEqual([0, 10, 15]);
    expect(shownStarts()).toEqual([0, 10, 15]);
    // The one that is gone is still known, for the day the judge thinks again.
    expect(index.markOf(1)).toBe(record.marks[1]);
    expect(record.marks).toHaveLength(4);
  });

  test('lets a mark appear: counted at once, painted when density says so', () => {
    const record = recordOf(TEXT, [occurrence(0, 'hide'), occurrence(5, 'hide')]);
    index.add([record]);
    expect(index.marks()).toEqual([]);
    expect(review(changing({ 5: 'mark' }))).toBe(true);
    expect(startsOf(index.marks())).toEqual([5]);
    expect(record.marks[1]!.shown).toBe(false);
    expect(thinMarks(index.marks(), 'section')).toBe(true);
    expect(record.marks[1]!.shown).toBe(true);
    expect(index.find(record.nodes[0]!, 5)).toBe(record.marks[1]);
    expect(thinMarks(index.marks(), 'section')).toBe(false);
  });

  test('back and forth: a mark that was kept is not when it comes again', () => {
    const record = recordOf(
      TEXT,
      STARTS.map((start) => occurrence(start, 'mark')),
    );
    record.marks[3]!.wasShown = true;
    index.add([record]);
    thinMarks(index.marks(), 'section');
    expect(shownStarts()).toEqual([15]);
    review(changing({ 15: 'hide' }));
    thinMarks(index.marks(), 'section');
    expect(shownStarts()).toEqual([0]);
    review(changing({ 15: 'mark' }));
    expect(thinMarks(index.marks(), 'section')).toBe(false);
    expect(shownStarts()).toEqual([0]);
  });

  test('when the first of a section goes, the next one is painted in its place', () => {
    const one = recordOf(TEXT, [occurrence(0, 'mark'), occurrence(5, 'mark')], { section: 1 });
    const two = recordOf(TEXT, [occurrence(10, 'mark')], { section: 2 });
    index.add([one, two]);
    thinMarks(index.marks(), 'section');
    expect(shownStarts()).toEqual([0, 10]);
    review(changing({ 0: 'hide' }));
    expect(thinMarks(index.marks(), 'section')).toBe(true);
    expect(shownStarts()).toEqual([5, 10]);
    thinMarks(index.marks(), 'page');
    expect(shownStarts()).toEqual([5]);
  });

  test('another sense counts for density as another concept', () => {
    const record = recordOf(TEXT, [occurrence(0, 'mark'), occurrence(5, 'mark')]);
    index.add([record]);
    thinMarks(index.marks(), 'section');
    expect(shownStarts()).toEqual([0]);
    const judge = {
      reviewer: () => (own: Occurrence) => (own.start === 5 ? { ...own, concepts: [1] } : own),
    };
    expect(review(judge)).toBe(true);
    thinMarks(index.marks(), 'section');
    expect(shownStarts()).toEqual([0, 5]);
  });

  test('from mark to ask it stays painted', () => {
    const record = recordOf(TEXT, [occurrence(0, 'mark')]);
    index.add([record]);
    expect(review(changing({ 0: 'ask' }))).toBe(true);
    expect(record.marks[0]).toMatchObject({ shown: true, occurrence: { verdict: 'ask' } });
  });

  test('marks of a hidden flow are reviewed, and shown no sooner than the flow', () => {
    const record = recordOf(TEXT, [occurrence(0, 'hide')], { hidden: true });
    index.add([record]);
    expect(review(changing({ 0: 'mark' }))).toBe(true);
    expect(index.marks()).toEqual([]);
    expect(thinMarks(index.marks(), 'all')).toBe(false);
    record.hidden = false;
    expect(thinMarks(index.marks(), 'all')).toBe(true);
    expect(shownStarts()).toEqual([0]);
  });

  test('a long page is reviewed in parts, and what was removed meanwhile is left alone', () => {
    const records = Array.from({ length: 700 }, (_, i) => recordOf(TEXT, [occurrence(i, 'mark')]));
    index.add(records);
    let changes = 0;
    const step = index.review({ reviewer: () => (own) => ({ ...own, verdict: 'ask' }) }, () => changes++);
    expect(step()).toBe(true);
    expect(changes).toBeGreaterThan(0);
    expect(changes).toBeLessThan(700);
    const gone = records[699]!;
    index.remove((record) => record === gone);
    while (step());
    expect(changes).toBe(700);
    expect(index.marks()).toHaveLength(699);
    expect(index.marks().every((mark) => mark.occurrence.verdict === 'ask')).toBe(true);
  });

  test('what was removed is not asked about', () => {
    const gone = recordOf(TEXT, [occurrence(0, 'mark')]);
    const stays = recordOf(TEXT, [occurrence(5, 'mark')]);
    index.add([gone, stays]);
    expect(index.remove((record) => record === gone)).toEqual([gone]);
    const reviewer = vi.fn<Judge['reviewer']>(() => (own) => own);
    review({ reviewer });
    expect(reviewer).toHaveBeenCalledExactlyOnceWith([stays.marks[0]!.occurrence]);
    expect(index.markOf(gone.marks[0]!.key)).toBeUndefined();
    expect(index.recordsOf(gone.nodes[0]!)).toEqual([]);
  });
});

test('with the real judge: what one paragraph spells out decides in all of them', () => {
  const packed = openIndex(
    packIndex(
      buildIndex(
        [
          { text: 'Bank of Mint', concept: 0 },
          { text: 'BOM', concept: 0, context: true, exact: true },
        ],
        [{ id: 'bank-of-mint', context: ['coins'] }],
      ),
    ),
  );
  const spotter = createSpotter(packed);
  const judge = createJudge(spotter);
  const texts = ['Weather by BOM today.', 'The Bank of Mint (BOM) was founded late.'];
  const records = texts.map((text) =>
    recordOf(text, judge.judge({ text, hits: spotter.spot(text) }, null, null)),
  );
  index.add(records);
  expect(index.marks().map(({ surface }) => surface)).not.toContain('Weather');
  expect(records[0]!.marks[0]!.occurrence.verdict).toBe('hide');
  expect(review(judge)).toBe(true);
  thinMarks(index.marks(), 'all');
  expect(records[0]!.marks[0]).toMatchObject({ shown: true, occurrence: { verdict: 'mark' } });
  // Said once, it is said.
  expect(review(judge)).toBe(false);
  index.remove((record) => record === records[1]);
  expect(review(judge)).toBe(true);
  expect(records[0]!.marks[0]).toMatchObject({ shown: false, occurrence: { verdict: 'hide' } });
});
