import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mark } from '../../dom/reading/flow-record.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { createTermNavigation, type TermNavigation } from './term-navigation.ts';

let page: FakePage;
let tops: Map<Node, number>;
let marks: Mark[];
let navigation: TermNavigation;
const onCurrent = vi.fn();

/** Marks of these concepts, each at a height of the viewport. */
function open(...places: [concept: number, top: number][]): void {
  marks = places.map(([concept, top], key): Mark => {
    const paragraph = page.document.createElement('p');
    paragraph.textContent = 'mint';
    page.document.body.append(paragraph);
    const node = paragraph.firstChild as Text;
    tops.set(node, top);
    const record = { block: paragraph, section: 0, nodes: [node], starts: [0], marks: [], hidden: false };
    const occurrence = {
      start: 0,
      end: 4,
      concepts: [concept],
      verdict: 'mark' as const,
      score: 1,
      reasons: [],
    };
    return { key, record, occurrence, surface: 'mint', shown: true, wasShown: false };
  });
}

beforeEach(() => {
  page = createFakePage('');
  tops = new Map();
  vi.spyOn(page.window.Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return { top: tops.get(this.startContainer) ?? 0 } as DOMRect;
  });
  onCurrent.mockReset();
  navigation = createTermNavigation({ occurrences: { marks: () => marks } as never, onCurrent });
});
afterEach(() => page.close());

describe('step', () => {
  const A = 1;
  const B = 2;
  test.each<[name: string, places: [number, number][], steps: string, keys: (number | null)[]]>([
    ['nothing to go to', [], 'next', [null]],
    [
      'the first below the top of the window',
      [
        [A, -300],
        [A, 10],
        [A, 400],
      ],
      'next',
      [1],
    ],
    [
      'the last above it',
      [
        [A, -300],
        [A, 10],
        [A, 400],
      ],
      'previous',
      [0],
    ],
    [
      'all are above: around to the first',
      [
        [A, -300],
        [A, -10],
      ],
      'next',
      [0],
    ],
    [
      'all are below: around to the last',
      [
        [A, 30],
        [A, 40],
      ],
      'previous',
      [1],
    ],
    [
      'one after the other, and around',
      [
        [A, 0],
        [B, 10],
      ],
      'next next next',
      [0, 1, 0],
    ],
    [
      'back, and around',
      [
        [A, 0],
        [B, 10],
      ],
      'next previous',
      [0, 1],
    ],
    [
      'one concept alone',
      [
        [A, 0],
        [B, 10],
        [A, 20],
      ],
      'next:1 next:1 next:1',
      [0, 2, 0],
    ],
    [
      'from a mark of another concept on',
      [
        [A, 0],
        [B, 10],
        [A, 20],
      ],
      'next:2 next:1',
      [1, 2],
    ],
    [
      'from a mark of another concept back',
      [
        [A, 0],
        [B, 10],
        [A, 20],
      ],
      'next:2 previous:1',
      [1, 0],
    ],
    [
      'from the last of all around',
      [
        [A, 0],
        [B, 10],
      ],
      'next:2 next:1',
      [1, 0],
    ],
    [
      'back from the first of all around',
      [
        [B, 0],
        [A, 10],
      ],
      'next:2 previous:1',
      [0, 1],
    ],
    ['a concept that is not there', [[A, 0]], 'next:7', [null]],
  ])('%s', (_name, places, steps, keys) => {
    open(...places);
    const reached = steps.split(' ').map((step) => {
      const [direction, concept] = step.split(':');
      return (
        navigation.step(direction === 'next' ? 1 : -1, concept === undefined ? undefined : Number(concept))
          ?.key ?? null
      );
    });
    expect(reached).toEqual(keys);
    expect(navigation.current?.key ?? null).toBe(keys.at(-1));
  });
});

test.each([
  ['in view', 300, 0],
  ['under a bar at the top', 30, 1],
  ['near the lower edge', 760, 1],
])('scrolls only if needed: %s', (_name, top, times) => {
  open([1, top]);
  navigation.goTo(marks[0]!);
  expect(page.window.Element.prototype.scrollIntoView).toHaveBeenCalledTimes(times);
  expect(onCurrent).toHaveBeenLastCalledWith(marks[0]);
});

test('leave: nothing is current any more, told once', () => {
  open([1, 0]);
  navigation.goTo(marks[0]!);
  navigation.leave();
  navigation.leave();
  expect(navigation.current).toBeNull();
  expect(onCurrent.mock.calls.map(([mark]) => (mark as Mark | null)?.key ?? null)).toEqual([0, null]);
});
