/** The marks of one page over its life: taken, dropped, thinned, painted, recolored. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { changing, createRecordFactory, occurrence, startsOf, TEXT } from '../../testing/mark-records.ts';
import type { FlowRecord } from '../reading/flow-record.ts';
import { documentOrder } from '../tree/composed-tree.ts';
import { createPageMarks, type MarkSettings, type PageMarks } from './page-marks.ts';

let document: Document;
let recordOf: ReturnType<typeof createRecordFactory>;

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
    recordOf = createRecordFactory(document);
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
      key: 100 + start,
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
