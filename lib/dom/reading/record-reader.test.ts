/** Each flow is judged once, between its neighbours, however the page falls into batches. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Judge, JudgedPassage, Occurrence } from '../../core/judge/judge.ts';
import { buildIndex } from '../../core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../core/spotter/index-format.ts';
import { createSpotter } from '../../core/spotter/spotter.ts';
import { createSafeDom } from '../tree/safe-dom.ts';
import type { FlowRecord } from './flow-record.ts';
import { createRecordReader } from './record-reader.ts';
import { createFlowReader } from './text-flow.ts';

const { window } = new JSDOM('<body></body>');
const { document } = window;
const dom = createSafeDom(window);
const spotter = createSpotter(
  openIndex(packIndex(buildIndex([{ text: 'hukou', concept: 0 }], [{ id: 'hukou', context: [] }]))),
);

/** Marks every hit, and notes what it was shown. */
function createFakeJudge() {
  const seen: (string | null)[][] = [];
  const passages = new Map<string, Set<JudgedPassage>>();
  const judge = {
    judge(passage: JudgedPassage, before: JudgedPassage | null, after: JudgedPassage | null) {
      seen.push([before?.text ?? null, passage.text, after?.text ?? null]);
      for (const each of [before, passage, after]) {
        if (each) passages.set(each.text, (passages.get(each.text) ?? new Set()).add(each));
      }
      return passage.hits.map(
        ({ start, end }) => ({ start, end, verdict: 'mark', concepts: [0] }) as unknown as Occurrence,
      );
    },
  } as unknown as Judge;
  return { judge, seen, passages };
}

function readAll(texts: readonly string[], units: number) {
  document.body.replaceChildren(
    ...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
  );
  const { judge, seen, passages } = createFakeJudge();
  const records: FlowRecord[] = [];
  let engines = 0;
  const reader = createRecordReader(createFlowReader(document.body, dom), {
    engine() {
      engines++;
      return { spotter, judge };
    },
    emit: (more) => records.push(...more),
  });
  let read = 0;
  for (let step = reader.read(units); step > 0; step = reader.read(units)) read += step;
  reader.read(units);
  return { seen, passages, records, read, engines };
}

test('a flow with hits is judged with the flows before and after it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 12 }),
      fc.integer({ min: 1, max: 120 }),
      (hasHit, units) => {
        const texts = hasHit.map((has, i) => `${has ? 'The hukou' : 'Nothing'} of paragraph ${i}.`);
        const { seen, passages, records } = readAll(texts, units);
        const expected = texts.flatMap((text, i) =>
          hasHit[i] ? [[texts[i - 1] ?? null, text, texts[i + 1] ?? null]] : [],
        );
        expect(seen).toEqual(expected);
        expect(records.map(({ nodes }) => nodes[0]!.data)).toEqual(expected.map(([, text]) => text));
        // The judge caches by the object.
        for (const objects of passages.values()) expect(objects.size).toBe(1);
      },
    ),
  );
});

test('marks are cut out of the flow, with keys of their own', () => {
  const { records } = readAll(['A hukou and a hukou.', 'hukou'], 1000);
  expect(records.map(({ marks }) => marks.map(({ surface }) => surface))).toEqual([
    ['hukou', 'hukou'],
    ['hukou'],
  ]);
  expect(new Set(records.flatMap(({ marks }) => marks.map(({ key }) => key))).size).toBe(3);
});

test('a record holds only the nodes that its marks touch', () => {
  document.body.innerHTML = '<p>before <b>hu</b><i>kou</i> after</p>';
  const records: FlowRecord[] = [];
  const { judge } = createFakeJudge();
  const reader = createRecordReader(createFlowReader(document.body, dom), {
    engine: () => ({ spotter, judge }),
    emit: (more) => records.push(...more),
  });
  while (reader.read(1000) > 0);
  expect(records.map(({ nodes, starts }) => [nodes.map(({ data }) => data), starts])).toEqual([
    [
      ['hu', 'kou'],
      [7, 9],
    ],
  ]);
});

test.each([
  ['translate=no', '<p translate=no>hukou</p>'],
  ['a class', '<div class=notranslate><p>hukou</p></div>'],
  ['aria-hidden', '<p><span aria-hidden=true>hukou</span></p>'],
])('what the page excludes by %s leaves no record', (_name, markup) => {
  document.body.innerHTML = markup;
  const records: FlowRecord[] = [];
  const reader = createRecordReader(createFlowReader(document.body, dom), {
    engine: () => ({ spotter, judge: createFakeJudge().judge }),
    emit: (more) => records.push(...more),
  });
  while (reader.read(1000) > 0);
  expect(records).toEqual([]);
});

test('a page without text needs no engine', () => {
  expect(readAll([], 100)).toMatchObject({ read: 0, engines: 0, records: [] });
});
