import { describe, expect, it } from 'vitest';
import { createRun, play } from '../../testing/hover-script.ts';
import { HOVER_DEFAULTS } from './hover-types.ts';

const OPENED = '0 point 1, 150 prepare 1, 400 open 1';

describe('hover', () => {
  it.each([
    // Opening
    ['opens after rest', 'on 1, 400', OPENED],
    ['not a moment before', 'on 1, 399', '0 point 1, 150 prepare 1'],
    ['leaving stops the wait', 'on 1, 399, off, 1000', '0 point 1, 150 prepare 1, 399 point -'],
    ['small movement is rest', 'on 1 10 10, 200, on 1 14 12, 200', OPENED],
    [
      'large movement begins it anew, work is not done twice',
      'on 1 10 10, 200, on 1 40 10, 399, 1',
      '0 point 1, 150 prepare 1, 600 open 1',
    ],
    [
      'a hand that cannot be still is served in the end',
      `${'on 1 10 10, 100, on 1 40 10, 100, '.repeat(8)}1`,
      '0 point 1, 950 prepare 1, 1200 open 1',
    ],
    [
      'the next term waits for itself',
      'on 1, 399, on 2, 399, 1',
      '0 point 1, 150 prepare 1, 399 point 2, 549 prepare 2, 799 open 2',
    ],
    [
      'scrolling stops it, and a still pointer opens nothing',
      'on 1, 300, scroll, 2000',
      '0 point 1, 150 prepare 1, 300 point -',
    ],
    ['scrolling elsewhere does not', 'on 1, 300, scroll-elsewhere, 100', OPENED],
    [
      'movement after scrolling begins anew',
      'on 1, 300, scroll, on 1, 400',
      '0 point 1, 150 prepare 1, 300 point -, 300 point 1, 450 prepare 1, 700 open 1',
    ],
    ['pressing stops it', 'on 1, 300, press 1, 2000', '0 point 1, 150 prepare 1, 300 point -'],
    ['nothing opens while dragging over terms', 'press, on 1, 1000, on 2, 1000', ''],
    [
      'after the drag, a movement opens',
      'press, on 1, release, on 1, 400',
      '0 point 1, 150 prepare 1, 400 open 1',
    ],
    ['selecting stops it', 'on 1, 300, select, 2000', '0 point 1, 150 prepare 1, 300 point -'],
    ['typing stops it', 'on 1, 300, type, 2000', '0 point 1, 150 prepare 1, 300 point -'],
    ['the palm on the touchpad while typing opens nothing', 'type, 100, on 1, 2000', '100 point 1'],
    [
      'some time after typing, a movement opens',
      'type, 500, on 1, 400',
      '500 point 1, 650 prepare 1, 900 open 1',
    ],
    ['another window stops it', 'on 1, 300, blur, 2000', '0 point 1, 150 prepare 1, 300 point -'],
    // Leaving
    ['leaves after 300 ms', 'on 1, 400, off, 299, 1', `${OPENED}, 700 point -, 700 close`],
    ['back in time, it stays', 'on 1, 400, off, 299, on 1, 2000', OPENED],
    ['on the card, it stays', 'on 1, 400, off, 299, card, 9999', OPENED],
    [
      'from the card, it leaves',
      'on 1, 400, off, card, 1000, uncard, 300',
      `${OPENED}, 1700 point -, 1700 close`,
    ],
    [
      'wandering does not lengthen the leave',
      'on 1, 400, off 50 50, 200, off 40 40, 100',
      `${OPENED}, 700 point -, 700 close`,
    ],
    [
      'the way to the card is safe, however slow',
      'on 1, 400, off 20 20, 250, off 40 60, 250, off 60 100, 250, off 80 140, 250, off 95 185, 250, card, 5000',
      OPENED,
    ],
    [
      'standing still on the way is not',
      'on 1, 400, off 20 20, 200, off 40 60, 300',
      `${OPENED}, 900 point -, 900 close`,
    ],
    ['the gap between term and card counts as the card', 'on 1, 400, off 150 195, 5000', OPENED],
    [
      'scrolling the term away leaves',
      'on 1, 400, scroll, 300',
      `${OPENED}, 400 place, 700 point -, 700 close`,
    ],
    ['on the card, scrolling only places it anew', 'on 1, 400, card, scroll, 3000', `${OPENED}, 400 place`],
    ['pressing the page closes', 'on 1, 400, press', `${OPENED}, 400 point -, 400 close`],
    ['pressing the term itself does not', 'on 1, 400, press 1, release, 3000', OPENED],
    ['typing in the page closes', 'on 1, 400, type', `${OPENED}, 400 point -, 400 close`],
    ['selecting in the page closes', 'on 1, 400, select', `${OPENED}, 400 point -, 400 close`],
    ['selecting while on the card does not', 'on 1, 400, card, select, 1000', OPENED],
    ['another window leaves', 'on 1, 400, blur, 300', `${OPENED}, 700 point -, 700 close`],
    // Another term while a card is open
    [
      'changes to another term only after rest on it',
      'on 1, 400, off, 100, on 2, 399, 1',
      `${OPENED}, 650 prepare 2, 900 point 2, 900 open 2`,
    ],
    [
      'crossing another term on the way changes nothing',
      'on 1, 400, off, 50, on 2, 200, off, 50, card, 5000',
      `${OPENED}, 600 prepare 2`,
    ],
    [
      'crossing it and going elsewhere leaves',
      'on 1, 400, on 2, 100, off, 300',
      `${OPENED}, 800 point -, 800 close`,
    ],
    [
      'scrolling while changing leaves',
      'on 1, 400, on 2, 100, scroll, 300',
      `${OPENED}, 500 place, 800 point -, 800 close`,
    ],
    // Held
    ['focus inside holds it', 'on 1, 400, card, focus, uncard, 5000', OPENED],
    ['focus inside keeps it from changing', 'on 1, 400, focus, on 2, 5000', OPENED],
    [
      'focus gone, it leaves',
      'on 1, 400, card, focus, uncard, 100, unfocus, 300',
      `${OPENED}, 800 point -, 800 close`,
    ],
    ['an unsaved note holds it', 'on 1, 400, dirty, off, 5000', OPENED],
    ['an unsaved note holds it against a press beside it', 'on 1, 400, dirty, press, 5000', OPENED],
    [
      'a saved one does not',
      'on 1, 400, dirty, off, 1000, clean, 300',
      `${OPENED}, 1700 point -, 1700 close`,
    ],
    [
      'it is held too when the card goes on to the next term',
      'enter 1, dirty, enter 2, press, 5000',
      '0 point 1, 0 open 1 with focus, 0 point 2, 0 open 2 with focus',
    ],
    [
      'and no longer once it is saved there',
      'enter 1, dirty, enter 2, clean, press',
      '0 point 1, 0 open 1 with focus, 0 point 2, 0 open 2 with focus, 0 point -, 0 close',
    ],
    [
      'a tap on another term holds it too',
      'tap 1, dirty, tap 2, tap',
      '0 point 1, 0 open 1, 0 point 2, 0 open 2',
    ],
    [
      'a card that opens after it was closed is held by nothing',
      'enter 1, dirty, esc, enter 2, press',
      '0 point 1, 0 open 1 with focus, 0 point -, 0 close, focus back, 0 point 2, 0 open 2 with focus, 0 point -, 0 close',
    ],
    // Keyboard
    ['Enter opens with focus', 'enter 1, 5000', '0 point 1, 0 open 1 with focus'],
    [
      'Enter moves focus into a card that hovering opened',
      'on 1, 400, enter 1',
      `${OPENED}, 400 open 1 with focus`,
    ],
    [
      'Esc closes and gives focus back',
      'enter 1, esc',
      '0 point 1, 0 open 1 with focus, 0 point -, 0 close, focus back',
    ],
    [
      'Esc on a hovered card leaves focus where it is',
      'on 1, 400, off, esc',
      `${OPENED}, 400 point -, 400 close`,
    ],
    ['what Esc sent away stays away until left', 'on 1, 400, esc, on 1, 2000', `${OPENED}, 400 close`],
    [
      'left and come again, it opens',
      'on 1, 400, esc, off, on 1, 400',
      `${OPENED}, 400 close, 400 point -, 400 point 1, 550 prepare 1, 800 open 1`,
    ],
    [
      'a card opened by keys and sent away is no term that the pointer has to leave',
      'enter 1, esc, on 1, 400',
      '0 point 1, 0 open 1 with focus, 0 point -, 0 close, focus back, 0 point 1, 150 prepare 1, 400 open 1',
    ],
    [
      'but the term under the pointer is',
      'on 1, 10, enter 1, esc, on 1, 2000',
      '0 point 1, 10 open 1 with focus, 10 close, focus back',
    ],
    ['Esc stops a wait', 'on 1, 300, esc, on 1, 2000', '0 point 1, 150 prepare 1'],
    [
      'focus that walks out lets it go',
      'enter 1, unfocus, 300',
      '0 point 1, 0 open 1 with focus, 300 point -, 300 close',
    ],
    [
      'the pointer has no say while focus is inside',
      'enter 1, off, 2000, on 2, 2000',
      '0 point 1, 0 open 1 with focus',
    ],
    [
      'scrolling keeps a card that the keyboard opened',
      'enter 1, scroll, 5000',
      '0 point 1, 0 open 1 with focus, 0 place',
    ],
    // Touch
    ['a tap opens and stays', 'tap 1, off, 5000', '0 point 1, 0 open 1'],
    ['a tap beside closes', 'tap 1, tap', '0 point 1, 0 open 1, 0 point -, 0 close'],
    ['a tap on another term changes', 'tap 1, tap 2', '0 point 1, 0 open 1, 0 point 2, 0 open 2'],
    ['a tap on the same term changes nothing', 'tap 1, tap 1', '0 point 1, 0 open 1'],
    ['a tap beside keeps an unsaved note', 'tap 1, dirty, tap', '0 point 1, 0 open 1'],
    ['a click in this mode opens nothing', 'click 1, 1000', ''],
    // Ends
    ['a card taken away is not closed again', 'on 1, 400, gone, 1000', OPENED],
    [
      'stop takes all away',
      'on 1, 400, stop, on 1, 1000, enter 1, tap 1',
      `${OPENED}, 400 point -, 400 close`,
    ],
    ['stop during a wait', 'on 1, 200, stop, 1000', '0 point 1, 150 prepare 1, 200 point -'],
  ])('%s', (_name, script, expected) => {
    expect(play(script)).toBe(expected);
  });

  it.each([
    ['without the key nothing opens', 'on 1, 2000', '0 point 1'],
    [
      'with it, the card opens as soon as work may begin',
      'on+key 1, 150',
      '0 point 1, 150 prepare 1, 150 open 1',
    ],
    ['the key may come later', 'on 1, 1000, key down, 150', '0 point 1, 1150 prepare 1, 1150 open 1'],
    ['let go too early, nothing opens', 'on 1, key down, 100, key up, 2000', '0 point 1'],
    ['let go later, it stays', 'on+key 1, 150, key up, 2000', '0 point 1, 150 prepare 1, 150 open 1'],
    ['the key while typing opens nothing', 'on 1, type, key down, 1000', '0 point 1, 0 point -'],
    ['after scrolling, the key opens nothing', 'on 1, scroll, key down, 1000', '0 point 1, 0 point -'],
  ])('with a key: %s', (_name, script, expected) => {
    expect(play(script, { mode: 'hover-with-key' })).toBe(expected);
  });

  it.each([
    ['rest opens nothing', 'on 1, 5000', '0 point 1'],
    ['a click opens', 'on 1, press 1, release, click 1', '0 point 1, 0 point -, 0 point 1, 0 open 1'],
    ['and stays', 'click 1, off, 5000, on 2, 5000', '0 point 1, 0 open 1'],
    [
      'a second click closes',
      'click 1, press 1, release, click 1',
      '0 point 1, 0 open 1, 0 point -, 0 close',
    ],
    [
      'a click on another term changes',
      'click 1, press 2, release, click 2',
      '0 point 1, 0 open 1, 0 point -, 0 close, 0 point 2, 0 open 2',
    ],
    ['a press beside closes', 'click 1, press', '0 point 1, 0 open 1, 0 point -, 0 close'],
  ])('by click: %s', (_name, script, expected) => {
    expect(play(script, { mode: 'click' })).toBe(expected);
  });

  it('knows the line that the pointer rests on when it opens', () => {
    const run = createRun(HOVER_DEFAULTS);
    run.send({ type: 'pointerOnTerm', target: { key: 1, rect: 0 }, x: 10, y: 10, timeMs: 0 });
    run.advance(100);
    run.send({ type: 'pointerOnTerm', target: { key: 1, rect: 1 }, x: 12, y: 14, timeMs: 100 });
    run.advance(300);
    expect(run.effects).toContainEqual({ type: 'open', target: { key: 1, rect: 1 }, focus: false });
  });
});
