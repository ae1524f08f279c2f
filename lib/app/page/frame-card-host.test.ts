import { afterEach, expect, test } from 'vitest';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { FrameCardEvent, ShownCard } from '../../core/frame-card/frame-card.ts';
import type { PopoverHostOptions } from '../../dom/card/popover-host.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { dispatchTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';
import { createFrameCardHost, type FrameCardHost } from './frame-card-host.ts';

type Sent = Parameters<FrameCardHost['show']>[0];

const RECT = { x: 100, y: 200, width: 300, height: 150 };
const PLACE: Sent['place'] = {
  pointer: { x: 500, y: 400 },
  anchor: [{ x: -5, y: -5, width: 40, height: 10 }],
  line: 0,
  direction: 'ltr',
};
const DRAFT = { text: 'typed' } as unknown as NonNullable<CardModel['editor']>;
const MODEL = { entry: null, editor: null, writing: 1 } as unknown as CardModel;
const YES: ShownCard = { shown: 'yes', card: null };
const BUSY: ShownCard = { shown: 'busy', card: null };
const AWAY: ShownCard = { shown: 'away', card: null };

const cardOf = (changes: Partial<Sent> = {}): Sent => ({
  frame: 3,
  opening: 'a',
  model: MODEL,
  textSize: 100,
  place: PLACE,
  focus: false,
  byTouch: false,
  heard: 0,
  ...changes,
});

let page: FakePage;
let stop: AbortController;
let cards: FrameCardHost;
/** Events sent to the frame. */
let events: FrameCardEvent[];
let isHeard: boolean | Error;
/** Calls of the popover, in order. */
let calls: string[];
let hand: PopoverHostOptions;
let intend: (intent: CardIntent) => void;
let drawn: { model: CardModel; textSize: number | undefined }[];
let hasFocus: boolean;
let hasRoom: boolean;
let loads: number;
let surface: object | null;
let loaded: Promise<unknown>;
let element: HTMLElement;

function start(): void {
  page = createFakePage('<main>text</main><iframe></iframe>');
  stop = new AbortController();
  [events, calls, drawn] = [[], [], []];
  [isHeard, hasFocus, hasRoom, loads] = [true, false, true, 0];
  let isOpen = false;
  element = page.document.createElement('div');
  page.document.body.append(element);
  surface = {
    css: '',
    mount: (_root: unknown, _strings: unknown, _tools: unknown, onIntent: typeof intend) => {
      intend = onIntent;
      return { update: (model: CardModel, textSize?: number) => drawn.push({ model, textSize }) };
    },
  };
  loaded = Promise.resolve(surface);
  cards = createFrameCardHost({
    signal: stop.signal,
    sender: {
      async sendUntilAcknowledged(_name: string, { event }: { event: FrameCardEvent }) {
        events.push(event);
        if (isHeard instanceof Error) throw isHeard;
        return { heard: isHeard };
      },
    } as never,
    scripts: {
      get card() {
        return surface;
      },
      loadCard: () => (loads++, loaded),
    } as never,
    strings: {} as never,
    tools: {} as never,
    closeOwnCard: () => hasRoom,
    createHost(options) {
      hand = options;
      return {
        root: {
          get activeElement() {
            return hasFocus ? element : null;
          },
        } as ShadowRoot,
        element,
        get isOpen() {
          return isOpen;
        },
        open() {
          isOpen = true;
          calls.push('open');
        },
        moveTo({ layout }) {
          element.dataset['layout'] = layout;
          calls.push(layout);
        },
        textScale: () => 2,
        size: () => ({ width: 300, height: 150 }),
        rect: () => RECT,
        focus: () => void calls.push('focus'),
        close(options) {
          isOpen = false;
          calls.push(options?.returnFocus ? 'close and return focus' : 'close');
        },
      };
    },
  });
}
afterEach(() => {
  stop.abort();
  page.close();
});

/** The pointer where the frame begins: there the viewport begins at (400, 300) of the screen. */
function point(
  type = 'pointerover',
  init: MouseEventInit & { pointerType?: string } = {},
  target?: Element,
): void {
  const event = new page.window.MouseEvent(type, {
    bubbles: true,
    cancelable: true,
    screenX: 450,
    screenY: 380,
    clientX: 50,
    clientY: 80,
    ...init,
  });
  Object.defineProperty(event, 'pointerType', { value: init.pointerType ?? 'mouse' });
  dispatchTrusted(target ?? page.document.body, event);
}
const press = (key: string, target: Element = page.document.body): KeyboardEvent => {
  const event = new page.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  dispatchTrusted(target, event);
  return event;
};

test('draws the card where the pointer is, and answers where it stands as seen from there', async () => {
  start();
  point();
  expect(await cards.show(cardOf())).toEqual({ shown: 'yes', card: { ...RECT, x: 0, y: 100 } });
  expect(calls).toEqual(['open', 'float']);
  expect(drawn).toEqual([{ model: MODEL, textSize: 200 }]);
  await cards.show(cardOf({ textSize: 110 }));
  expect(drawn.at(-1)!.textSize).toBe(220);
  expect(calls).toEqual(['open', 'float', 'float']);
});

test.each([
  ['by keyboard', { place: null, focus: true }, ['open', 'sheet', 'focus']],
  ['by touch', { byTouch: true }, ['open', 'sheet']],
  ['far outside of the viewport', { place: { ...PLACE, pointer: { x: 9000, y: 0 } } }, ['open', 'sheet']],
] as const)('a card %s is a sheet', async (_, changes, expected) => {
  start();
  point();
  expect(await cards.show(cardOf(changes as Partial<Sent>))).toEqual(YES);
  expect(calls).toEqual(expected);
});

test('touch says nothing about where the page is on the screen', async () => {
  start();
  point('pointerover', { pointerType: 'touch', screenX: 9000 });
  point('pointerout');
  expect((await cards.show(cardOf())).card).not.toBeNull();
});

test.each<[string, () => void, FrameCardEvent[]]>([
  ['enters the card', () => hand.onPointer(true, 0, 0), [{ type: 'pointerOn' }]],
  ['leaves the card', () => hand.onPointer(false, 110, 120), [{ type: 'pointerOff', x: 10, y: 20 }]],
  ['focuses the card', () => hand.onFocus(true), [{ type: 'focusIn' }]],
  ['focuses the page', () => hand.onFocus(false), [{ type: 'focusOut' }]],
  ['presses Esc in the card', () => hand.onEscape(), [{ type: 'escape' }]],
  ['has a page that closes it', () => hand.onClosedByPage(), [{ type: 'lost' }]],
  ['follows Back', () => intend({ type: 'back' }), [{ type: 'intent', intent: { type: 'back' } }]],
  ['presses the page', () => point('pointerdown'), [{ type: 'pressed' }]],
  ['presses the card', () => point('pointerdown', {}, element), []],
  ['moves over the page', () => point('pointermove'), [{ type: 'pointerAway', x: -50, y: -20 }]],
  ['moves over a frame', () => point('pointermove', {}, page.document.querySelector('iframe')!), []],
  ['moves a finger', () => point('pointermove', { pointerType: 'touch' }), []],
  ['scrolls the page', () => dispatchTrusted(page.document, new Event('scroll')), [{ type: 'scrolled' }]],
  [
    'scrolls what holds no frame',
    () => dispatchTrusted(page.document.querySelector('main')!, new Event('scroll')),
    [],
  ],
  ['resizes the window', () => page.window.dispatchEvent(new Event('resize')), [{ type: 'scrolled' }]],
  ['presses Esc on the page', () => press('Escape'), [{ type: 'escape' }]],
  ['presses another key', () => press('a'), []],
])('tells the frame when the reader %s', async (_, act, expected) => {
  start();
  point();
  await cards.show(cardOf());
  act();
  expect(events).toEqual(expected);
});

test('Esc on the page is consumed, and events of the page are ignored', async () => {
  start();
  await cards.show(cardOf());
  expect(press('Escape').defaultPrevented).toBe(true);
  page.document.body.dispatchEvent(new page.window.MouseEvent('pointerdown', { bubbles: true }));
  page.document.body.dispatchEvent(new page.window.MouseEvent('pointerover', { bubbles: true }));
  expect(events).toEqual([{ type: 'escape' }]);
});

test('asks the frame again and again whether it is there', async () => {
  start();
  await cards.show(cardOf());
  await until(() => events.some(({ type }) => type === 'alive'), { what: 'the question' });
});

test.each([false, new Error('No frame.')])('closes where the frame answers %s', async (answer) => {
  start();
  await cards.show(cardOf());
  isHeard = answer;
  hand.onEscape();
  await until(() => calls.at(-1) === 'close', { what: 'the card to close' });
  expect(events).toEqual([{ type: 'escape' }]);
});

test('words typed here stay until the frame has heard of them', async () => {
  start();
  await cards.show(cardOf());
  intend({ type: 'changeDraft', draft: DRAFT });
  expect(drawn.at(-1)!.model.editor).toBe(DRAFT);
  const older = { text: 'older' } as unknown as typeof DRAFT;
  await cards.show(cardOf({ model: { ...MODEL, editor: older }, heard: 0 }));
  expect(drawn.at(-1)!.model.editor).toBe(DRAFT);
  await cards.show(cardOf({ model: { ...MODEL, editor: older }, heard: 1 }));
  expect(drawn.at(-1)!.model.editor).toBe(older);
});

test('another frame takes over a card, unless the reader is busy with it', async () => {
  start();
  await cards.show(cardOf());
  hasFocus = true;
  expect(await cards.show(cardOf({ frame: 4, opening: 'b' }))).toEqual(BUSY);
  expect(await cards.show(cardOf({ frame: 4, opening: 'b', focus: true }))).toMatchObject({ shown: 'yes' });
  expect(events).toEqual([{ type: 'lost' }]);
  // The last message of the card that ended arrives late.
  expect(await cards.show(cardOf())).toEqual(BUSY);
});

test('shows nothing where a card of the top frame is in use, or nothing works any more', async () => {
  start();
  hasRoom = false;
  expect(await cards.show(cardOf())).toEqual(BUSY);
  stop.abort();
  expect(await cards.show(cardOf())).toEqual(AWAY);
  expect(calls).toEqual([]);
});

test('loads the script that draws cards when the first is shown; without it nothing draws', async () => {
  start();
  surface = null;
  loaded = Promise.reject(new Error('No script.'));
  expect(await cards.show(cardOf())).toEqual(AWAY);
  expect([loads, calls]).toEqual([1, []]);
});

test('a card that ended while the script was loading stays closed', async () => {
  start();
  surface = null;
  const shown = cards.show(cardOf());
  expect(cards.hide({ frame: 3, opening: 'a', returnFocus: false })).toBe(true);
  expect(await shown).toEqual(YES);
  expect(calls).toEqual([]);
});

test('hides the card of this frame and opening alone, and tells nobody', async () => {
  start();
  await cards.show(cardOf());
  expect(cards.hide({ frame: 4, opening: 'a', returnFocus: true })).toBe(false);
  expect(cards.hide({ frame: 3, opening: 'b', returnFocus: true })).toBe(false);
  expect(cards.hide({ frame: 3, opening: 'a', returnFocus: true })).toBe(true);
  expect([calls.at(-1), events]).toEqual(['close and return focus', []]);
});

test('passes commands on while the card has the focus', async () => {
  start();
  expect(cards.command('next-term')).toBe(false);
  await cards.show(cardOf());
  expect(cards.command('next-term')).toBe(false);
  hasFocus = true;
  expect(cards.command('next-term')).toBe(true);
  expect(events).toEqual([{ type: 'command', command: 'next-term' }]);
});

test('gives way to a card of the top frame, but not while a note is written, except by keyboard', async () => {
  start();
  expect(cards.tryClose(false)).toBe(true);
  await cards.show(cardOf({ model: { ...MODEL, editor: DRAFT } }));
  expect(cards.tryClose(false)).toBe(false);
  expect(cards.tryClose(true)).toBe(true);
  expect(events).toEqual([{ type: 'lost' }]);
});

test('draws again when strings or tags were loaded', async () => {
  start();
  cards.refresh();
  expect(drawn).toEqual([]);
  await cards.show(cardOf());
  cards.refresh();
  expect(drawn).toHaveLength(2);
});
