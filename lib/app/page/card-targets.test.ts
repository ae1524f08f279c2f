import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import type { Piece } from '../../dom/tree/text-pieces.ts';
import { createCardTargets, SELECTION, type CardTargets } from './card-targets.ts';

const LINE = { x: 0, y: 100, width: 80, height: 20 };

let page: FakePage;
let pieces: Piece[];
let targets: CardTargets;

beforeEach(() => {
  page = createFakePage('<p dir="rtl">كلمة</p>');
  const node = page.document.querySelector('p')!.firstChild as Text;
  pieces = [{ node, start: 0, end: 4 }];
  targets = createCardTargets({ markOf: () => undefined, notePieces: (id) => (id === 'note' ? pieces : []) });
});
afterEach(() => page.close());

const positionOf = (key: number | string) => targets.positionOf({ key, rect: 0 }, { x: 3, y: 4 });

test('a card stands by the lines of its note, in the direction of the text there', () => {
  expect(positionOf('note')).toMatchObject({
    anchor: [LINE],
    line: 0,
    pointer: { x: 3, y: 4 },
    direction: 'rtl',
  });
});

test('the card of a note that was just deleted stays where the note was; no other card does', () => {
  positionOf('note');
  pieces = [];
  expect(positionOf('note').anchor).toMatchObject([LINE]);
  expect(positionOf('other').anchor).toEqual([]);
});

test('the card of a new note stands by the selection, also when the page changes it later', () => {
  expect(targets.piecesOf(SELECTION)).toEqual([]);
  targets.select(pieces);
  expect(targets.rectsOf(SELECTION)).toMatchObject([LINE]);
});

test('a mark that is gone has no place, and its card the direction of the page', () => {
  expect(targets.piecesOf(7)).toEqual([]);
  expect(positionOf(7)).toMatchObject({ anchor: [], direction: 'ltr' });
});
