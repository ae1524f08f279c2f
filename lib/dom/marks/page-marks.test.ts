/** Marks as the page's verdicts change: what vanishes, what appears, what density makes of it. */
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createJudge, type Judge, type Occurrence, type Verdict } from '../../core/judge/judge.ts';
import { buildIndex } from '../../core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../core/spotter/index-format.ts';
import { createSpotter } from '../../core/spotter/spotter.ts';
import { createOccurrenceIndex, type OccurrenceIndex } from './occurrence-index.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { documentOrder } from '../tree/composed-tree.ts';
import {
  createPageMarks,
  thinMarks,
  unshowRefused,
  type MarkSettings,
  type PageMarks,
} from './page-marks.ts';
import type { FlowRecord, Mark } from '../reading/flow-record.ts';

const occurrence = (start: number, verdict: Verdict, concept = 0): Occurrence => ({
  start,
  end: start + 4,
  concepts: [concept],
  verdict,
  score: 0.5,
  reasons: [],
});

let document: Document;
let nextKey = 0;
let index: OccurrenceIndex;
beforeEach(() => {
  ({ document } = new JSDOM('<body></body>').window);
  nextKey = 0;
  index = createOccurrenceIndex();
});

/** A paragraph of the document with a mark for each occurrence, painted if it is none that hides. */
function recordOf(
  text: string,
  occurrences: readonly Occurrence[],
  changes: Partial<FlowRecord> = {},
): FlowRecord {
  const block = document.createElement('p');
  const node = document.createTextNode(text);
  block.append(node);
  document.body.append(block);
  const record: FlowRecord = {
    block,
    section: 0,
    nodes: [node],
    starts: [0],
    marks: [],
    hidden: false,
    ...changes,
  };
  record.marks = occurrences.map((own): Mark => ({
    key: nextKey++,
    record,
    occurrence: own,
    surface: text.slice(own.start, own.end),
    shown: own.verdict !== 'hide',
    wasShown: false,
  }));
  return record;
}

const TEXT = 'mint mint mint mint';
const PLACES = [0, 5, 10, 15];

/** A judge that changes its mind about the occurrences that begin here. */
const changing = (verdicts: Readonly<Record<number, Verdict>>) => ({
  reviewer: () => (own: Occurrence) => {
    const verdict = verdicts[own.start];
    return verdict === undefined || verdict === own.verdict ? own : { ...own, verdict };
  },
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

const startsOf = (marks: readonly Mark[]): number[] => marks.map(({ occurrence: { start } }) => start);
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
      PLACES.map((start) => occurrence(start, 'mark')),
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
      PLACES.map((start) => occurrence(start, 'mark')),
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

describe('the marks of a page', () => {
  const MARKING: MarkSettings = { density: 'section', headings: true, links: true, markStyle: 'dotted' };
  let page: FakePage;
  let stop: AbortController;
  let marks: PageMarks;
  let recolored: number[];
  const onChanged = vi.fn();

  function begin(html: string): void {
    page = createFakePage(html);
    ({ document } = page);
    stop = new AbortController();
    recolored = [];
    onChanged.mockReset();
    marks = createPageMarks({
      window: page.window,
      signal: stop.signal,
      marking: MARKING,
      order: documentOrder,
      isAlive: () => true,
      isFollowed: () => true,
      onChanged,
      onRecolored: (count) => recolored.push(count),
    });
  }
  afterEach(() => {
    stop.abort();
    page.close();
  });

  const shown = (): number[] =>
    startsOf(marks.occurrences.records.flatMap((record) => record.marks).filter((mark) => mark.shown));
  const term = (): string[] => page.painted()['manicule-term'] ?? [];

  test('take: density shows the first of a section, and paint comes when its block is near', () => {
    begin('');
    const record = recordOf(TEXT, [occurrence(0, 'mark'), occurrence(5, 'mark')]);
    marks.take([record]);
    expect(shown()).toEqual([0]);
    expect(term()).toEqual([]);
    page.intersect([record.block], true);
    expect(term()).toEqual(['mint']);
    page.intersect([record.block], false);
    expect(term()).toEqual([]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  test('take, now: what is on screen is painted at once', () => {
    begin('');
    marks.take([recordOf(TEXT, [occurrence(0, 'mark')])], true);
    expect(term()).toEqual(['mint']);
    marks.take([]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  test('take: a second reading of a text replaces the first, and what was painted stays painted', () => {
    begin('');
    const first = recordOf(TEXT, [occurrence(10, 'mark')]);
    marks.take([first], true);
    marks.beginPass();
    const again: FlowRecord = { ...first, marks: [] };
    again.marks = [0, 10].map((start) => ({
      ...first.marks[0]!,
      key: nextKey++,
      record: again,
      occurrence: occurrence(start, 'mark'),
      shown: false,
    }));
    marks.take([again]);
    expect(marks.occurrences.records).toEqual([again]);
    expect(again.marks.map((mark) => mark.wasShown)).toEqual([false, true]);
    // The first of the section by position, and the one that the reader sees already.
    expect(shown()).toEqual([0, 10]);
    marks.settle();
    expect(shown()).toEqual([10]);
  });

  test.each<[string, Partial<MarkSettings>, string, number[]]>([
    ['in a heading', { headings: false }, '<h2><b>mint</b></h2>', []],
    ['in a heading that the reader wants marked', {}, '<h2><b>mint</b></h2>', [0]],
    ['on a link', { links: false }, '<a href="#"><b>mint</b></a>', []],
    ['on a link, headings barred', { headings: false }, '<a href="#"><b>mint</b></a>', [0]],
  ])('take %s', (_name, setting, html, expected) => {
    begin(html);
    marks.setMarking({ ...MARKING, ...setting });
    const node = document.querySelector('b')!.firstChild as Text;
    const record = recordOf('mint', [occurrence(0, 'mark')]);
    record.nodes = [node];
    marks.take([record]);
    expect(shown()).toEqual(expected);
  });

  test('drop: gone from the index and from the paint, and the next of its section is shown instead', () => {
    begin('');
    const [one, two] = [recordOf(TEXT, [occurrence(0, 'mark')]), recordOf(TEXT, [occurrence(5, 'mark')])];
    marks.take([one, two]);
    page.intersect([one.block, two.block], true);
    expect(shown()).toEqual([0]);
    expect(marks.drop((record) => record === one)).toBe(true);
    expect(shown()).toEqual([5]);
    expect(term()).toEqual(['mint']);
    expect(marks.drop((record) => record === one)).toBe(false);
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  test('setMarking: density, style and barred places take effect at once', () => {
    begin('');
    const record = recordOf(TEXT, [occurrence(0, 'mark'), occurrence(5, 'mark')]);
    marks.take([record]);
    page.intersect([record.block], true);
    marks.setMarking({ ...MARKING, density: 'all', markStyle: 'wavy' });
    expect(page.painted()).toEqual({ 'manicule-term-wavy': ['mint', 'mint'] });
  });

  test('a fold: what is hidden is neither counted nor shown until it is displayed', () => {
    begin('');
    const record = recordOf(TEXT, [occurrence(0, 'mark')]);
    record.block.setAttribute('hidden', '');
    marks.take([record]);
    expect(marks.occurrences.marks()).toEqual([]);
    record.block.removeAttribute('hidden');
    page.intersect([record.block], true);
    expect(shown()).toEqual([0]);
    expect(term()).toEqual(['mint']);
    record.block.setAttribute('hidden', '');
    page.intersect([record.block], false);
    expect(shown()).toEqual([0]);
    expect(marks.occurrences.marks()).toEqual([]);
    expect(term()).toEqual([]);
  });

  test('review: what the judge refuses loses its paint, the rest of a long page in slices', async () => {
    begin('');
    const records = Array.from({ length: 600 }, (_, i) => recordOf(TEXT, [occurrence(0, 'mark', i)]));
    marks.take(records, true);
    let steps = 0;
    await marks.review({ reviewer: () => (own) => ({ ...own, verdict: 'hide' }) }, async (step) => {
      while (step()) steps++;
      steps++;
    });
    expect(steps).toBe(1);
    expect(shown()).toEqual([]);
    expect(term()).toEqual([]);
    onChanged.mockReset();
    await marks.review(changing({}), async () => undefined);
    expect(onChanged).not.toHaveBeenCalled();
  });

  test('textChanged: words that are no longer there lose their mark before the page draws', () => {
    begin('');
    const record = recordOf(TEXT, [occurrence(0, 'mark')]);
    marks.take([record], true);
    marks.textChanged(record.nodes[0]!);
    expect(term()).toEqual(['mint']);
    record.nodes[0]!.data = 'sage mint';
    marks.textChanged(record.nodes[0]!);
    expect(term()).toEqual([]);
  });

  test('checkColors: a page that turned dark gets light marks, and says how many', () => {
    begin('');
    const record = recordOf(TEXT, [occurrence(0, 'mark')]);
    marks.take([record], true);
    document.body.style.color = 'rgb(255, 255, 255)';
    marks.checkColors();
    expect(page.painted()).toEqual({ 'manicule-term-dark': ['mint'] });
    expect(recolored).toEqual([1]);
    marks.checkColors();
    expect(recolored).toEqual([1]);
  });

  test('at the end nothing is painted', () => {
    begin('');
    marks.take([recordOf(TEXT, [occurrence(0, 'mark')])], true);
    stop.abort();
    expect(page.painted()).toEqual({});
  });
});
