import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, grown, overlaps, type Rect } from './geometry.ts';
import { chosenRect, cardPosition, type PlacementRequest } from './placement.ts';

const VIEWPORT: Rect = { x: 0, y: 0, width: 1000, height: 800 };
const CARD = { width: 360, height: 300 };
const term = (x: number, y: number, width = 80): Rect => ({ x, y, width, height: 20 });
const request = (changes: Partial<PlacementRequest>): PlacementRequest => ({
  anchor: [term(200, 100)],
  pointer: null,
  card: CARD,
  viewport: VIEWPORT,
  ...changes,
});

describe('placeCard', () => {
  it.each<[string, Partial<PlacementRequest>, object]>([
    ['below, flush with the beginning', {}, { side: 'below', x: 200, y: 128 }],
    [
      'in right-to-left text, flush at the right',
      { anchor: [term(600, 100)], direction: 'rtl' },
      { side: 'below', x: 320, y: 128 },
    ],
    ['shifted in at the right edge', { anchor: [term(900, 100)] }, { side: 'below', x: 632 }],
    ['shifted in at the left edge', { anchor: [term(-20, 100)] }, { side: 'below', x: 8 }],
    [
      'above, where below has no room',
      { anchor: [term(200, 700)] },
      { side: 'above', y: 392, maxHeight: 684 },
    ],
    [
      'where neither has, the larger side, and as high as that',
      { anchor: [term(200, 420)], card: { width: 360, height: 600 } },
      { side: 'above', y: 8, maxHeight: 404 },
    ],
    [
      'beside, in a low window',
      { anchor: [term(200, 100)], viewport: { ...VIEWPORT, height: 220 } },
      { side: 'right', x: 288, y: 8 },
    ],
    [
      'left of it, where the right has no room',
      { anchor: [term(800, 100)], viewport: { ...VIEWPORT, height: 220 } },
      { side: 'left', x: 432, y: 8 },
    ],
    [
      'a sheet in a narrow window',
      { viewport: { ...VIEWPORT, width: 360 } },
      { layout: 'sheet', maxHeight: 480 },
    ],
    [
      'a sheet where no side has room',
      { anchor: [term(200, 100)], viewport: { x: 0, y: 0, width: 500, height: 220 } },
      { layout: 'sheet' },
    ],
    ['a sheet for what is displayed nowhere', { anchor: [] }, { layout: 'sheet' }],
    [
      'by the line under the pointer, clear of the other',
      { anchor: [term(700, 100, 200), term(20, 124, 120)], pointer: { x: 710, y: 110 } },
      { side: 'below', x: 632, y: 128 },
    ],
    [
      'lower, where the second line would be covered',
      { anchor: [term(100, 100, 200), term(20, 124, 120)], pointer: { x: 110, y: 110 } },
      { side: 'below', x: 100, y: 152 },
    ],
    [
      'higher, where the first line would be covered',
      { anchor: [term(100, 650, 200), term(20, 674, 120)], pointer: { x: 30, y: 680 } },
      { side: 'above', x: 20, y: 342 },
    ],
    [
      'in a zoomed and scrolled visual viewport',
      { anchor: [term(650, 520)], viewport: { x: 300, y: 400, width: 500, height: 600 } },
      { side: 'below', x: 432, y: 548 },
    ],
    ['at the edge, for a term scrolled out above', { anchor: [term(200, -300)] }, { side: 'below', y: 8 }],
    ['at the edge, for a term scrolled out below', { anchor: [term(200, 1300)] }, { side: 'above', y: 492 }],
  ])('%s', (_name, changes, expected) => {
    expect(cardPosition(request(changes))).toMatchObject(expected);
  });

  it('belongs to the line under the pointer, else the nearest, else the first', () => {
    const anchor = [term(700, 100), term(20, 124)];
    expect(chosenRect(anchor, { x: 30, y: 130 })).toBe(anchor[1]);
    expect(chosenRect(anchor, { x: 690, y: 90 })).toBe(anchor[0]);
    expect(chosenRect(anchor, null)).toBe(anchor[0]);
    expect(chosenRect(anchor, null, 1)).toBe(anchor[1]);
    expect(chosenRect(anchor, null, 2)).toBe(anchor[0]);
  });
});

const aNumber = (min: number, max: number) => fc.integer({ min, max });
const aRequest = fc
  .record({
    viewport: fc.record({
      x: aNumber(0, 300),
      y: aNumber(0, 300),
      width: aNumber(50, 1600),
      height: aNumber(50, 1200),
    }),
    card: fc.record({ width: aNumber(50, 500), height: aNumber(40, 700) }),
    start: fc.record({ x: aNumber(-100, 1600), y: aNumber(-100, 1300), width: aNumber(5, 600) }),
    lines: aNumber(1, 3),
    indent: aNumber(-400, 0),
    pointed: fc.boolean(),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  })
  .map(({ viewport, card, start, lines, indent, pointed, direction }): PlacementRequest => {
    const anchor = Array.from({ length: lines }, (_, i) => ({
      x: start.x + (i > 0 ? indent : 0),
      y: start.y + 24 * i,
      width: start.width,
      height: 20,
    }));
    const last = anchor.at(-1)!;
    return { viewport, card, anchor, direction, pointer: pointed ? { x: last.x + 2, y: last.y + 10 } : null };
  });

describe('placeCard, whatever the page', () => {
  it('stays within the viewport and clear of the term and the pointer; the same again for the same', () => {
    fc.assert(
      fc.property(aRequest, (asked) => {
        const place = cardPosition(asked);
        expect(cardPosition(asked)).toEqual(place);
        if (place.layout === 'sheet') {
          expect(place.maxHeight).toBeLessThanOrEqual(asked.viewport.height);
          return;
        }
        const height = Math.min(asked.card.height, place.maxHeight);
        const card = { x: place.x, y: place.y, width: asked.card.width, height };
        const area = grown(asked.viewport, -7.5);
        expect(contains(area, card)).toBe(true);
        expect(contains(area, { x: card.x + card.width, y: card.y + height })).toBe(true);
        for (const rect of asked.anchor) expect(overlaps(card, rect)).toBe(false);
        if (asked.pointer) expect(contains(card, asked.pointer)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a sheet only where no side has room for a card worth reading', () => {
    fc.assert(
      fc.property(aRequest, (asked) => {
        fc.pre(cardPosition(asked).layout === 'sheet');
        const { viewport, card } = asked;
        const area = grown(viewport, -8);
        const top = Math.min(...asked.anchor.map(({ y }) => y - 8), area.y + area.height);
        const bottom = Math.max(...asked.anchor.map(({ y, height }) => y + height + 8), area.y);
        const room = Math.max(top - area.y, area.y + area.height - bottom);
        expect(card.width > viewport.width - 16 || room < Math.min(card.height, 140)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
