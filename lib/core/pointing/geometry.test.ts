import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo, isTowards, joinLines, overlaps, type Rect } from './geometry.ts';

const CARD: Rect = { x: 100, y: 100, width: 200, height: 100 };
const line = (x: number, y: number, width: number): Rect => ({ x, y, width, height: 20 });

describe('isTowards', () => {
  it.each([
    ['straight down to it', [150, 50], [150, 60], true],
    ['slantwise to its far corner', [90, 40], [110, 47], true],
    ['a little beside its corner', [90, 40], [90, 60], true],
    ['past it', [90, 40], [60, 90], false],
    ['along it', [50, 50], [400, 50], false],
    ['away from it', [150, 50], [150, 40], false],
    ['through it and out again', [150, 50], [150, 260], false],
    ['not at all', [150, 50], [150, 50], false],
    ['already there', [150, 150], [160, 160], true],
  ] as const)('%s', (_name, [fx, fy], [tx, ty], expected) => {
    expect(isTowards({ x: fx, y: fy }, { x: tx, y: ty }, CARD)).toBe(expected);
  });

  const coordinate = fc.integer({ min: -500, max: 900 });
  const point = fc.record({ x: coordinate, y: coordinate });
  const rect = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 1, max: 400 }),
  });

  it('holds for every step straight to any place of the rectangle, and for none straight away', () => {
    fc.assert(
      fc.property(point, rect, fc.double({ min: 0, max: 1, noNaN: true }), (from, aim, share) => {
        fc.pre(distanceTo(aim, from) > 1);
        const goal = { x: aim.x + aim.width * share, y: aim.y + aim.height * (1 - share) };
        // Not so far that the step goes through and out again.
        const step = 1 / Math.max(2, Math.hypot(goal.x - from.x, goal.y - from.y));
        const to = { x: from.x + (goal.x - from.x) * step, y: from.y + (goal.y - from.y) * step };
        const away = { x: 2 * from.x - to.x, y: 2 * from.y - to.y };
        // Along the border of the rectangle's own column, the first pixel may pass by.
        if (distanceTo(aim, to) < distanceTo(aim, from)) expect(isTowards(from, to, aim)).toBe(true);
        expect(isTowards(from, away, aim)).toBe(false);
      }),
    );
  });
});

describe('joinLines', () => {
  it.each([
    ['one piece', [line(10, 10, 50)], [line(10, 10, 50)]],
    ['three pieces on a line', [line(10, 10, 50), line(60, 10, 30), line(94, 10, 20)], [line(10, 10, 104)]],
    ['two lines', [line(300, 10, 50), line(10, 34, 80)], [line(300, 10, 50), line(10, 34, 80)]],
    [
      'a piece set higher',
      [line(10, 10, 50), { ...line(60, 6, 20), height: 12 }],
      [{ x: 10, y: 6, width: 70, height: 24 }],
    ],
    ['columns', [line(10, 10, 50), line(200, 10, 50)], [line(10, 10, 50), line(200, 10, 50)]],
  ])('%s', (_name, rects, expected) => {
    expect(joinLines(rects)).toEqual(expected);
  });
});

it('touching is not overlapping', () => {
  expect(overlaps(CARD, { x: 300, y: 100, width: 10, height: 10 })).toBe(false);
  expect(overlaps(CARD, { x: 299, y: 199, width: 10, height: 10 })).toBe(true);
});
