/** Reading in parts: the limit of a very large page, and what is counted. */
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { createJudge } from '../../core/judge/judge.ts';
import { buildIndex } from '../../core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../core/spotter/index-format.ts';
import { createSpotter } from '../../core/spotter/spotter.ts';
import { createSafeDom } from '../tree/safe-dom.ts';
import { createPageReader, type PageReader } from './page-reader.ts';
import type { Engine } from './record-reader.ts';

const spotter = createSpotter(
  openIndex(packIndex(buildIndex([{ text: 'hukou', concept: 0 }], [{ id: 'hukou', context: [] }]))),
);
const engine: Engine = { spotter, judge: createJudge(spotter) };

beforeAll(() => {
  // jsdom has no idle callbacks.
  Object.assign(globalThis, {
    requestIdleCallback: (run: IdleRequestCallback) =>
      setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 })),
  });
});

function open(body: string, limit?: number): { document: Document; reader: PageReader } {
  const { window } = new JSDOM(`<body>${body}</body>`);
  const reader = createPageReader({
    document: window.document,
    dom: createSafeDom(window),
    engine: () => engine,
    signal: new AbortController().signal,
    onError(error) {
      throw error;
    },
    ...(limit === undefined ? {} : { limit }),
  });
  return { document: window.document, reader };
}

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, i) => `<p>The hukou ${i} of ${'many people '.repeat(30)}</p>`).join('');

describe('a page beyond the limit', () => {
  test('is read in part, and wholly when the reader wants it, each word once', async () => {
    const { document, reader } = open(paragraphs(200), 20_000);
    const surfaces: string[] = [];
    const take = (records: { nodes: Text[] }[]): void =>
      void surfaces.push(...records.map(({ nodes }) => nodes[0]!.data.slice(0, 12)));
    await reader.readAll([document], take);
    expect(reader.isCut).toBe(true);
    expect(reader.textLength).toBeGreaterThan(20_000);
    expect(surfaces.length).toBeLessThan(100);
    await reader.readOn();
    expect(reader.isCut).toBe(false);
    expect(surfaces).toEqual(Array.from({ length: 200 }, (_, i) => `The hukou ${i} of`.slice(0, 12)));
  });

  test('is forgotten when all is read anew', async () => {
    const { document, reader } = open(paragraphs(200), 20_000);
    await reader.readAll([document], () => undefined);
    document.body.replaceChildren();
    await reader.readAll([document], () => undefined);
    expect(reader.isCut).toBe(false);
    expect(reader.textLength).toBe(0);
  });
});

test('what is read again is counted once', async () => {
  const { document, reader } = open(paragraphs(20));
  await reader.readAll([document], () => undefined);
  const once = reader.textLength;
  const first = document.querySelector('p')!;
  await reader.readAll([first], () => undefined);
  const twice = reader.textLength;
  for (let i = 0; i < 5; i++) await reader.readAll([first], () => undefined);
  expect(reader.textLength).toBe(twice);
  await reader.readAll([document], () => undefined);
  expect(reader.textLength).toBe(once);
  expect(reader.unitsRead).toBeGreaterThan(2 * once);
});

test('what follows a part that the page took away while it was read is read all the same', async () => {
  const { document, reader } = open(paragraphs(200));
  const last = document.querySelector('p:last-child')!.firstChild;
  const found = new Set<Node>();
  let calls = 0;
  await reader.readAll([document], (records) => {
    for (const { nodes } of records) found.add(nodes[0]!);
    if (++calls === 1) for (const p of [...document.querySelectorAll('p')].slice(2, 100)) p.remove();
  });
  expect(found.has(last!)).toBe(true);
});
