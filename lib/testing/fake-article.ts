/** An article with two concepts, read by a real page controller; the background and the popover are fakes. */
import { vi } from 'vitest';
import {
  createPageController,
  type PageController,
  type PageControllerOptions,
} from '../app/page/page-controller.ts';
import { createPassageFinder, findAll } from '../core/anchoring/passage-finder.ts';
import { describe } from '../core/anchoring/selector.ts';
import { UNDECIDED } from '../core/judge/term-decision.ts';
import { createNote, type Note } from '../core/notes/note.ts';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { buildIndex } from '../core/spotter/build-index.ts';
import { openIndex, packIndex } from '../core/spotter/index-format.ts';
import { createSpotter } from '../core/spotter/spotter.ts';
import { createFakeNotes, type FakeNotes } from './fake-notes.ts';
import { createFakePage, type FakePage } from './fake-page.ts';
import { createFakePopover, type FakePopover } from './fake-popover.ts';
import { dispatchTrusted } from './trusted-events.ts';
import { until } from './until.ts';

export const ARTICLE_ADDRESS = 'https://example.org/article';
const FIRST = 'A general strike closed the docks.';
const SECOND = 'The Bank of Mint paid, and a general strike ended.';

/** Finds "Bank of Mint" (position 0) and "general strike" (position 1). */
export const ARTICLE_SPOTTER = createSpotter(
  openIndex(
    packIndex(
      buildIndex(
        [
          { text: 'Bank of Mint', concept: 0 },
          { text: 'general strike', concept: 1 },
        ],
        [
          { id: 'bank-of-mint', context: [] },
          { id: 'general-strike', context: [] },
        ],
      ),
    ),
  ),
);

const entryOf = (id: string): object => ({
  id,
  kind: 'concept',
  term: { en: id },
  aka: {},
  script: null,
  definition: { en: [{ text: `About ${id}.`, sources: [] }] },
  related: [],
  sources: [],
  contested: [],
});

/** A note on a passage of a text, by default of the first paragraph. */
export function articleNote(id: string, quote: string, text = FIRST): Note {
  const start = text.indexOf(quote);
  const selectors = describe(text, start, start + quote.length);
  return createNote({ id, nowIso: '2026-12-01T00:00:00.000Z', page: ARTICLE_ADDRESS, text: id, selectors });
}

export interface ArticleOptions {
  /** Notes that the background has; without any, the page is not known to carry notes. */
  stored?: Note[];
  html?: string;
  /** Answers of the background that replace the usual ones. */
  answer?: FakeNotes['answer'];
  /** The page is a frame that is too small for a card. */
  isFramed?: boolean;
  changes?: Partial<PageControllerOptions>;
}

export interface Article {
  page: FakePage;
  notes: FakeNotes;
  popover: FakePopover;
  controller: PageController;
  errors: unknown[];
  /** Messages sent to the background, in order. */
  messages: { name: string; params: unknown }[];
  /** Turns the site off. */
  stop(): void;
  close(): void;
  /** Resolves with the first message of this name. */
  sent(name: string): Promise<{ params: unknown }>;
  isScriptRequested(script: string): boolean;
  cardScriptRequested(): Promise<unknown>;
  cardShown(what: string, isAsWanted: () => boolean): Promise<unknown>;
  entryShown(id: string): Promise<unknown>;
  cardClosed(): Promise<unknown>;
  noteLocated(id: string): Promise<unknown>;
  /** Puts a word of the n-th paragraph under every point of the page. */
  putUnderPointer(paragraph: number, word: string): void;
  dispatch(type: string, init: object, target?: EventTarget): void;
  movePointer(x: number, y: number): void;
  /** Selects a quote of the first paragraph. */
  select(quote: string): void;
}

/** Stands for the window of a small frame; jsdom's own `top` cannot be replaced. */
function stubFrameWindow(window: Window): void {
  const parent = {};
  const changes: Record<PropertyKey, unknown> = { top: parent, parent, innerWidth: 300, innerHeight: 200 };
  const get = (_target: object, name: PropertyKey): unknown => {
    if (name in changes) return changes[name];
    const value: unknown = Reflect.get(window, name);
    // Methods of a window refuse to run on a proxy of it.
    return typeof value === 'function' && !value.prototype ? (value.bind(window) as unknown) : value;
  };
  vi.stubGlobal('window', new Proxy({}, { get }));
}

/** Resolves once the page is read. */
export async function openArticle({
  stored = [],
  html = `<p>${FIRST}</p><h2>Then</h2><p>${SECOND}</p>`,
  answer,
  isFramed = false,
  changes,
}: ArticleOptions = {}): Promise<Article> {
  const page = createFakePage(html, ARTICLE_ADDRESS);
  const { window, document } = page;
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve));
  }
  if (isFramed) stubFrameWindow(window);
  const idleTimer = setInterval(() => page.idle(), 5);
  const abort = new AbortController();
  const notes = createFakeNotes(stored);
  const popover = createFakePopover();
  const errors: unknown[] = [];
  const messages: Article['messages'] = [];
  const globals = globalThis as Record<string, unknown>;
  Object.assign(
    notes.answer,
    {
      'notes.forPage': () => [...notes.notes.values()],
      'notes.onConcepts': () => [],
      'notes.seen': () => ({ done: true }),
      'notes.tags': () => [],
      'notes.trees': () => [],
      'drafts.wanted': () => [],
      'drafts.put': () => ({ stored: true }),
      'drafts.drop': () => ({ done: true }),
      'decisions.add': () => ({ replaced: [] }),
      'decisions.undo': () => ({ done: true }),
      'glossary.entries': ({ ids }: { ids: string[] }) => ids.map(entryOf),
      'page.runScript'({ script }: { script: string }) {
        if (script === 'card') globals['maniculeCard'] = popover.surface;
        else globals['maniculeSearch'] = { createPassageFinder, findAll };
        return { done: true };
      },
    },
    answer,
  );
  const answerOf = notes.sender.send as unknown as (name: string, params: unknown) => Promise<unknown>;
  const send = (name: string, params: unknown): Promise<unknown> => {
    messages.push({ name, params });
    return answerOf(name, params);
  };
  const controller = createPageController({
    signal: abort.signal,
    settings: { ...DEFAULT_SETTINGS, density: 'all' },
    decisions: UNDECIDED,
    host: 'example.org',
    notedPages: { has: () => stored.length > 0 },
    askNotedPages: async () => ({ has: () => stored.length > 0 }),
    sender: { send, sendUntilAcknowledged: send } as never,
    isPrivate: () => false,
    isAlive: () => true,
    onPaused: () => undefined,
    onError: (error) => errors.push(error),
    spotter: () => ARTICLE_SPOTTER,
    createHost: popover.createHost,
    ...changes,
  });
  await until(() => controller.status().state === 'on', { what: 'the page to be read' });

  const isScriptRequested = (script: string): boolean =>
    messages.some(
      ({ name, params }) => name === 'page.runScript' && (params as { script: string }).script === script,
    );
  const cardShown = (what: string, isAsWanted: () => boolean): Promise<unknown> =>
    until(() => popover.isOpen && popover.drawn.length > 0 && isAsWanted(), { what: `the card: ${what}` });
  function dispatch(type: string, init: object, target: EventTarget = document.body): void {
    const isKey = type.startsWith('key');
    const { KeyboardEvent, PointerEvent } = window;
    const all = { bubbles: true, composed: true, cancelable: true, ...init };
    dispatchTrusted(target, isKey ? new KeyboardEvent(type, all) : new PointerEvent(type, all));
  }
  return {
    page,
    notes,
    popover,
    controller,
    errors,
    messages,
    stop: () => abort.abort(),
    close() {
      clearInterval(idleTimer);
      abort.abort();
      page.close();
      delete globals['maniculeCard'];
      delete globals['maniculeSearch'];
    },
    sent: (name) =>
      until(() => messages.find((message) => message.name === name), { what: `message ${name}` }),
    isScriptRequested,
    cardScriptRequested: () => until(() => isScriptRequested('card'), { what: 'the request for the card' }),
    cardShown,
    entryShown: (id) => cardShown(id, () => popover.model().entry?.id === id),
    cardClosed: () => until(() => !popover.isOpen, { what: 'the card to close' }),
    noteLocated: (id) =>
      until(() => controller.outline().notes.some((note) => note.id === id && note.state === 'placed'), {
        what: `the passage of ${id}`,
      }),
    putUnderPointer(paragraph, word) {
      const node = document.querySelectorAll('p')[paragraph]!.firstChild as Text;
      const offset = node.data.indexOf(word) + 1;
      Object.assign(window.Document.prototype, {
        caretPositionFromPoint: () => ({ offsetNode: node, offset }),
        elementFromPoint: () => node.parentElement,
      });
    },
    dispatch,
    movePointer: (x, y) => dispatch('pointermove', { clientX: x, clientY: y, screenX: x, screenY: y }),
    select(quote) {
      const node = document.querySelector('p')!.firstChild as Text;
      const start = node.data.indexOf(quote);
      document.getSelection()!.setBaseAndExtent(node, start, node, start + quote.length);
    },
  };
}
