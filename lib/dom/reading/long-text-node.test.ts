/** A text as long as a book, read in parts: nothing is lost, and it is copied as a whole once. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createSafeDom } from '../tree/safe-dom.ts';
import { endOfPart, MAX_PART_UNITS } from './long-text-node.ts';
import { createFlowReader } from './text-flow.ts';

const { window } = new JSDOM('<body></body>');
const { document } = window;
const dom = createSafeDom(window);

function parts(text: Text): string[] {
  const reader = createFlowReader(document.body, dom);
  const read: string[] = [];
  for (let batch = reader.read(1); batch; batch = reader.read(1)) {
    read.push(batch.text);
    const [node] = batch.nodes;
    expect(node).toBe(text);
  }
  return read;
}

function show(data: string): Text {
  document.body.textContent = data;
  return document.body.firstChild as Text;
}

/** By the rule, with the whole text at hand. */
function cut(whole: string): string[] {
  const all: string[] = [];
  for (let start = 0; start < whole.length;) {
    const end = endOfPart(whole, start);
    all.push(whole.slice(start, end));
    start = end;
  }
  return all;
}

const long = fc
  .array(
    fc.tuple(fc.constantFrom('word ', 'End. ', '\n\n', '中。', '😀', 'x'), fc.integer({ min: 1, max: 4000 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((pieces) => `a${pieces.map(([piece, times]) => piece.repeat(times)).join('')}z`);

describe('a long text', () => {
  test('is read whole, each part ending where the rule says', () => {
    fc.assert(
      fc.property(long, (data) => {
        // A part that says nothing is no flow.
        expect(parts(show(data))).toEqual(cut(data).filter((part) => part.trim() !== ''));
      }),
      { numRuns: 100 },
    );
  });

  test('is asked for as a whole once, however many parts it has', () => {
    const text = show('flour and water '.repeat(10_000));
    let asked = 0;
    const data = Object.getOwnPropertyDescriptor(window.CharacterData.prototype, 'data')!;
    Object.defineProperty(text, 'data', {
      get(this: Text) {
        asked++;
        return data.get!.call(this) as string;
      },
    });
    expect(parts(text).length).toBeGreaterThan(160_000 / MAX_PART_UNITS - 1);
    expect(asked).toBe(1);
  });

  test('may have become shorter between two parts', () => {
    const text = show('flour and water '.repeat(10_000));
    const reader = createFlowReader(document.body, dom);
    expect(reader.read(1)!.text.length).toBeGreaterThan(10_000);
    text.data = 'bread';
    expect(reader.read(1)?.text ?? '').toBe('');
    expect(reader.read(1)).toBeNull();
  });
});
