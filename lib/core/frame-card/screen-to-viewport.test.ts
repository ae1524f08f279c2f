import { expect, test } from 'vitest';
import fc from 'fast-check';
import { shapeOf, toViewport, withSighting, type Sighting, type WindowShape } from './screen-to-viewport.ts';

const shape: WindowShape = {
  screenX: 100,
  screenY: 50,
  outerWidth: 1020,
  outerHeight: 900,
  innerWidth: 1000,
  innerHeight: 800,
};
const seen = (screen: [number, number], client: [number, number], of = shape): Sighting => ({
  screen: { x: screen[0], y: screen[1] },
  client: { x: client[0], y: client[1] },
  shape: of,
});
const at = (x: number, y: number): { x: number; y: number } => ({ x, y });

test.each<
  [name: string, known: Sighting[], now: WindowShape, point: [number, number], answer: [number, number]]
>([
  ['nothing seen: the bars stand above', [], shape, [310, 350], [200, 200]],
  [
    'nothing seen, in Firefox',
    [],
    { ...shape, mozInnerScreenX: 104, mozInnerScreenY: 120 },
    [304, 320],
    [200, 200],
  ],
  ['seen once', [seen([300, 300], [190, 170])], shape, [310, 320], [200, 190]],
  [
    'seen once, and the window dragged',
    [seen([300, 300], [190, 170])],
    { ...shape, screenX: 90, screenY: 80 },
    [300, 350],
    [200, 190],
  ],
  [
    'seen twice at double zoom',
    [seen([200, 200], [0, 0]), seen([600, 200], [200, 0])],
    shape,
    [620, 240],
    [210, 20],
  ],
  [
    'twice at nearly one place: no zoom can be told',
    [seen([200, 200], [0, 0]), seen([203, 200], [1, 0])],
    shape,
    [213, 210],
    [11, 10],
  ],
  [
    'twice, in a way that cannot be',
    [seen([200, 200], [0, 0]), seen([200, 200], [200, 0])],
    shape,
    [210, 210],
    [210, 10],
  ],
  [
    'seen before the window changed its size',
    [seen([9, 9], [500, 500], { ...shape, innerWidth: 700 })],
    shape,
    [310, 350],
    [200, 200],
  ],
])('%s', (_, known, now, [x, y], [left, top]) => {
  const answer = toViewport(at(x, y), known, now);
  expect(answer.x).toBeCloseTo(left);
  expect(answer.y).toBeCloseTo(top);
});

test('of all sightings the newest and the one farthest from it are kept', () => {
  const [a, b, c, d] = [
    seen([0, 0], [0, 0]),
    seen([50, 0], [50, 0]),
    seen([400, 0], [400, 0]),
    seen([390, 0], [390, 0]),
  ];
  let known: Sighting[] = [];
  for (const each of [a, b, c, d]) known = withSighting(known, each);
  expect(known).toEqual([a, d]);
  expect(withSighting(known, seen([1, 1], [2, 2], { ...shape, innerWidth: 500 }))).toHaveLength(1);
});

test('whatever the zoom and the place of the window, a point that was seen is found again', () => {
  const number = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(
      number,
      number,
      fc.integer({ min: 1, max: 8 }),
      number,
      number,
      (left, top, quarters, x, y) => {
        const scale = quarters / 2;
        const onScreen = (px: number, py: number): [number, number] => [left + px * scale, top + py * scale];
        const known = [seen(onScreen(0, 0), [0, 0]), seen(onScreen(300, 200), [300, 200])];
        const found = toViewport(at(...onScreen(x, y)), known, shapeOf(shape));
        expect(found.x).toBeCloseTo(x);
        expect(found.y).toBeCloseTo(y);
      },
    ),
  );
});
