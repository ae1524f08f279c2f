import { afterEach, expect, test, vi } from 'vitest';
import type { CardModel } from '../../core/card/card-model.ts';
import type { FrameCardEvent, SentCard, ShownCard } from '../../core/frame-card/frame-card.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { dispatchTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';
import type { CardPosition } from './card-view.ts';
import { createFrameCardClient, type FrameCardClient } from './frame-card-client.ts';

const MODEL = { entry: { id: 'hukou' }, surface: 'hukou' } as unknown as CardModel;
const POSITION: CardPosition = {
  anchor: [{ x: 50, y: 60, width: 40, height: 10 }],
  line: 0,
  pointer: null,
  direction: 'ltr',
  byTouch: false,
};
const SEEN = { screen: { x: 500, y: 600 }, client: { x: 55, y: 65 } };
const CARD = { x: 10, y: 20, width: 300, height: 200 };

type Message = { name: 'card.show'; params: SentCard } | { name: 'card.hide'; params: object };

let page: FakePage;
let stop: AbortController;
let client: FrameCardClient;
let sent: Message[];
/** Events for the hover machine, and calls of the other parts. */
let log: unknown[];
/** Settles the oldest message that shows the card and is not answered yet. */
let answers: { resolve(shown: ShownCard): void; reject(error: Error): void }[];

function start({
  seen = SEEN,
  isNested = false,
}: { seen?: typeof SEEN | null; isNested?: boolean } = {}): void {
  page = createFakePage('<p>hukou</p>');
  if (isNested) {
    const nested = new Proxy(page.window, {
      get(target, name) {
        if (name === 'parent') return {};
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    vi.stubGlobal('window', nested);
  }
  stop = new AbortController();
  sent = [];
  log = [];
  answers = [];
  client = createFrameCardClient({
    signal: stop.signal,
    sender: {
      sendUntilAcknowledged(name: string, params: never) {
        sent.push({ name, params } as Message);
        if (name !== 'card.show') return Promise.reject(new Error('The top frame is gone.'));
        return new Promise<ShownCard>((resolve, reject) => answers.push({ resolve, reject }));
      },
    } as never,
    textSize: () => 110,
    lastSeen: () => seen,
    dispatch: (event) =>
      log.push(Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'timeMs'))),
    onIntent: (intent) => log.push({ intent }),
    onCommand: (command) => log.push({ command }),
    onAway: () => log.push('away'),
  });
}
afterEach(() => {
  stop.abort();
  page.close();
});

function open(request: { focus?: boolean; position?: CardPosition } = {}): void {
  client.open({ model: MODEL, position: POSITION, node: null, focus: false, ...request });
}
const lastShown = (): SentCard => sent.findLast(({ name }) => name === 'card.show')!.params as SentCard;
function happens(event: FrameCardEvent, turn = lastShown().heard + 1): boolean {
  return client.handleEvent({ opening: lastShown().opening, turn, event });
}
async function answer(shown: ShownCard): Promise<void> {
  answers.shift()!.resolve(shown);
  await Promise.resolve();
}

test('sends the card with its lines as seen from the pointer, and the entry by its id', () => {
  start();
  expect([client.isOpen, client.rect()]).toEqual([false, null]);
  open();
  expect(client.isOpen).toBe(true);
  expect(lastShown()).toMatchObject({
    model: { entry: 'hukou' },
    textSize: 110,
    place: {
      pointer: SEEN.screen,
      anchor: [{ x: -5, y: -5, width: 40, height: 10 }],
      line: 0,
      direction: 'ltr',
    },
    focus: false,
    heard: 0,
  });
});

test.each([
  ['opened by keyboard', SEEN, true],
  ['opened where no pointer was seen', null, false],
] as const)('a card %s is a sheet', (_, seen, focus) => {
  start({ seen });
  open({ focus });
  expect(lastShown()).toMatchObject({ place: null, focus });
});

test('its rectangle is below everything until the top frame answers, then where the card stands', async () => {
  start();
  open();
  expect(client.rect()!.y).toBeGreaterThan(page.window.innerHeight);
  await answer({ shown: 'yes', card: CARD });
  expect(client.rect()).toEqual({ ...CARD, x: 65, y: 85 });
});

test('sends again what changes, and ignores the answer to an earlier message', async () => {
  start();
  open();
  const { opening } = lastShown();
  client.draw({ ...MODEL, entry: null }, POSITION);
  client.move({ ...POSITION, byTouch: true });
  expect(sent).toHaveLength(3);
  expect(lastShown()).toMatchObject({ opening, model: { entry: null }, byTouch: true, focus: false });
  await answer({ shown: 'busy', card: null });
  expect(client.isOpen).toBe(true);
});

test.each([
  ['busy', { type: 'cardClosed' }],
  ['away', 'away'],
] as const)('closes where the top frame is %s', async (shown, logged) => {
  start();
  open();
  await answer({ shown, card: null });
  expect([client.isOpen, log, sent.length]).toEqual([false, [logged], 1]);
});

test('closes where the top frame does not answer', async () => {
  start();
  open();
  answers[0]!.reject(new Error('No answer.'));
  await until(() => !client.isOpen, { what: 'the card to close' });
  expect(log).toEqual([{ type: 'cardClosed' }]);
});

test('a closed card is hidden once, and neither drawn nor moved', () => {
  start();
  open();
  const { opening } = lastShown();
  client.close({ returnFocus: true });
  client.close({ returnFocus: true });
  client.draw(MODEL, POSITION);
  client.move(POSITION);
  expect(sent.slice(1)).toEqual([{ name: 'card.hide', params: { opening, returnFocus: true } }]);
});

test('a frame that is left hides its card', () => {
  start();
  page.window.dispatchEvent(new page.window.Event('pagehide'));
  expect(sent).toEqual([]);
  open();
  page.window.dispatchEvent(new page.window.Event('pagehide'));
  expect([sent.at(-1)!.name, log]).toEqual(['card.hide', [{ type: 'cardClosed' }]]);
});

test.each<[FrameCardEvent, unknown[]]>([
  [{ type: 'alive' }, []],
  [{ type: 'pointerOn' }, [{ type: 'pointerOnCard' }]],
  [{ type: 'pointerOff', x: 1, y: 2 }, [{ type: 'pointerOffCard', x: 56, y: 67 }]],
  [
    { type: 'pointerAway', x: 1, y: 2 },
    [{ type: 'pointerOffTerm', x: 56, y: 67, card: { ...CARD, x: 65, y: 85 } }],
  ],
  [{ type: 'focusIn' }, [{ type: 'focusEnteredCard' }]],
  [{ type: 'focusOut' }, [{ type: 'focusLeftCard' }]],
  [{ type: 'escape' }, [{ type: 'keyEscape' }]],
  [{ type: 'scrolled' }, [{ type: 'scrolled', underPointer: true }]],
  [{ type: 'pressed' }, [{ type: 'pointerDown', target: null }, { type: 'pointerUp' }]],
  [{ type: 'lost' }, [{ type: 'cardClosed' }]],
  [{ type: 'command', command: 'next-term' }, [{ command: 'next-term' }]],
  [{ type: 'intent', intent: { type: 'back' } }, [{ intent: { type: 'back' } }]],
])('%j of the card in the top frame', async (event, logged) => {
  start();
  open();
  await answer({ shown: 'yes', card: CARD });
  expect(happens(event)).toBe(true);
  expect(log).toEqual(logged);
  expect(client.isOpen).toBe(event.type !== 'lost');
});

test('an event that comes twice counts once, and the next message says that it was received', () => {
  start();
  open();
  happens({ type: 'escape' }, 3);
  expect(happens({ type: 'escape' }, 3)).toBe(true);
  expect(log).toEqual([{ type: 'keyEscape' }]);
  client.move(POSITION);
  expect(lastShown().heard).toBe(3);
});

test('an event of another opening is not received', () => {
  start();
  expect(client.handleEvent({ opening: 'a', turn: 1, event: { type: 'escape' } })).toBe(false);
  open();
  expect(client.handleEvent({ opening: 'a', turn: 1, event: { type: 'escape' } })).toBe(false);
  expect(log).toEqual([]);
});

test.each([
  [true, {}, 1],
  [true, { ctrlKey: true }, 0],
  [false, {}, 0],
])(
  'the wheel in a frame within a frame (nested: %s, %j) counts %i times as scrolling',
  (isNested, init, count) => {
    start({ isNested });
    const turnWheel = (): void => dispatchTrusted(page.window, new page.window.WheelEvent('wheel', init));
    turnWheel();
    open();
    turnWheel();
    page.window.dispatchEvent(new page.window.WheelEvent('wheel'));
    expect(log).toEqual(Array(count).fill({ type: 'scrolled', underPointer: true }));
  },
);
