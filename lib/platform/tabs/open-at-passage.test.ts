import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tabs, Windows } from 'webextension-polyfill';
import { createNote, type Note } from '../../core/notes/note.ts';
import type { OutlinedNote } from '../../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { openAtPassage, type OpenParts } from './open-at-passage.ts';

const PAGE = 'https://example.org/essay';
const note = createNote({
  id: 'n',
  nowIso: '2026-11-01T00:00:00.000Z',
  page: PAGE,
  selectors: [
    { type: 'TextQuoteSelector', exact: 'the whole strike of that long winter', prefix: '', suffix: '' },
  ],
});
const FRAGMENT = `${PAGE}#:~:text=the%20whole%20strike%20of%20that%20long%20winter`;

/** The page's answers, one after the other; the last is repeated. Null: no content script runs there. */
type Answers = (OutlinedNote['state'] | 'reading' | 'unheard' | null)[];

function world(answers: Answers, { open = false, rule }: { open?: boolean; rule?: 'off' } = {}) {
  let nowMs = 0;
  const did: unknown[] = [];
  const asked = [...answers];
  const tab = { id: 7, windowId: 3, url: `${PAGE}?utm_source=x`, status: 'complete' } as Tabs.Tab;
  const answer = async (_id: number, { name }: { name: string }): Promise<unknown> => {
    const now = asked[0] ?? null;
    if (name === 'page.reveal') return did.push('revealed') && { ok: true, result: { found: true } };
    if (now === null) {
      if (asked.length > 1) asked.shift();
      throw new Error('Nobody there.');
    }
    const state = now === 'reading' ? 'reading' : 'on';
    const status: PageStatus = { state, terms: [], notes: 1, textLength: 100, problem: null };
    if (asked.length > 1) asked.shift();
    const notes = now === 'reading' || now === 'unheard' ? [] : [{ id: 'n', state: now, score: null }];
    return { ok: true, result: { status, outline: { page: PAGE, title: '', notes } } };
  };
  const tabs = {
    query: async () => (open ? [tab] : []),
    create: async ({ url }: { url: string }) => did.push(`created ${url}`) && tab,
    update: async (_id: number, changes: object) => did.push(changes) && tab,
    get: async () => tab,
    sendMessage: answer,
  } as unknown as OpenParts['tabs'];
  const parts: OpenParts = {
    tabs,
    windows: { update: async () => ({}) as Windows.Window },
    permissions: { contains: async () => true },
    rules: { get: async () => (rule ? { 'example.org': rule } : {}) },
    pause: async (ms) => void (nowMs += ms),
    nowMs: () => nowMs,
  };
  return { did, open: (which: Note = note) => openAtPassage(parts, which) };
}

describe('opens at the passage', () => {
  it.each<[string, Answers, Parameters<typeof world>[1], string | null, unknown[]]>([
    [
      'in a new tab, when the page was read',
      [null, 'reading', 'looking', 'placed'],
      {},
      null,
      [`created ${PAGE}`, 'revealed'],
    ],
    ['in the tab that shows the page', ['placed'], { open: true }, null, [{ active: true }, 'revealed']],
    ['a passage that comes late', ['orphan', 'orphan', 'placed'], {}, null, [`created ${PAGE}`, 'revealed']],
    ['and says that it is lost', ['orphan'], {}, 'orphan', [`created ${PAGE}`]],
    ['and says that the page leads elsewhere', ['unheard'], {}, 'moved', [`created ${PAGE}`]],
    ['by the fragment, where the site is off', [null], { rule: 'off' }, 'off', [`created ${FRAGMENT}`]],
    [
      'by the fragment in the open tab, where the site is off',
      [null],
      { rule: 'off', open: true },
      'off',
      [{ active: true, url: FRAGMENT }],
    ],
    [
      'by the fragment, where nothing of ours runs',
      [null],
      {},
      'silent',
      [`created ${PAGE}`, { url: FRAGMENT }],
    ],
  ])('%s', async (_name, answers, options, why, did) => {
    const at = world(answers, options);
    expect(await at.open()).toBe(why);
    expect(at.did).toEqual(did);
  });

  it('a page without a passage is just opened, and one on this machine without https', async () => {
    const at = world([null]);
    expect(await at.open({ ...note, selectors: [], page: 'https://127.0.0.1:8080/x' })).toBeNull();
    expect(await at.open({ ...note, page: null })).toBeNull();
    expect(at.did).toEqual(['created http://127.0.0.1:8080/x']);
  });
});

/** Tabs by their number, each with the frames in it: what each shows, and how it knows the note. */
type Frames = Record<number, [url: string, state: OutlinedNote['state'] | null][]>;

describe('a passage in a frame', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const AROUND = 'https://news.org/';
  function framed(
    frames: Frames,
    { rule, shows = AROUND, afterMs = 0 }: { rule?: 'off'; shows?: string; afterMs?: number } = {},
  ) {
    const did: unknown[] = [];
    const pagesOf = (id: number): Frames[number] => [[shows, null], ...(frames[id] ?? [])];
    const all = Object.keys(frames).map(
      (id) => ({ id: Number(id), windowId: 3, url: shows, status: 'complete' }) as Tabs.Tab,
    );
    const made = { id: 99, url: PAGE, status: 'complete' } as Tabs.Tab;
    const sendMessage = async (id: number, { name }: { name: string }, { frameId = 0 }) => {
      if (id === 99 && name !== 'page.reveal') throw new Error('Nobody there.');
      const [url, state] = pagesOf(id)[frameId]!;
      const notes = state ? [{ id: 'n', state, score: null }] : [];
      const status: PageStatus = { state: 'on', terms: [], notes: 0, textLength: 9, problem: null };
      if (name === 'page.report') {
        return { ok: true, result: { status, outline: { page: url, title: '', notes } } };
      }
      const found = state === 'placed';
      if (found) did.push(`revealed in frame ${String(frameId)}`);
      return { ok: true, result: { found } };
    };
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const parts = {
      tabs: {
        query: async () => all,
        create: async ({ url }: { url: string }) => did.push(`created ${url}`) && made,
        update: async (id: number, changes: object) => did.push([id, changes]) && made,
        get: async (id: number) => (id === 99 ? null : all.find((tab) => tab.id === id)),
        sendMessage,
      },
      windows: { update: async () => ({}) },
      permissions: { contains: async () => true },
      scripting: {
        executeScript: async ({ target: { tabId }, func }: { target: { tabId: number }; func: unknown }) => {
          if (frames[tabId]?.length === 0) return new Promise(() => undefined);
          if (afterMs > 0) await pause(afterMs);
          const tellsAddress = String(func).includes('location');
          return pagesOf(tabId).map(([url], frameId) => ({ frameId, result: tellsAddress ? url : true }));
        },
      },
      rules: { get: async () => (rule ? { 'example.org': rule } : {}) },
      pause,
      nowMs: Date.now,
    } as unknown as OpenParts;
    const open = async (which: Note = note) => {
      const opened = openAtPassage(parts, which);
      await vi.advanceTimersByTimeAsync(120_000);
      return opened;
    };
    return { did, open };
  }

  const there = [[7, { active: true }], 'revealed in frame 2'];
  const alone = [`created ${PAGE}`];
  const SIBLING = 'https://www.example.org/other';
  it.each<[what: string, frames: Frames, options: Parameters<typeof framed>[1], did: unknown[]]>([
    [
      'is gone to in the tab that shows it',
      {
        7: [
          [AROUND, null],
          [PAGE, 'placed'],
        ],
      },
      {},
      there,
    ],
    [
      'also beside a tab that never answers',
      {
        5: [],
        7: [
          [AROUND, null],
          [PAGE, 'placed'],
        ],
      },
      {},
      there,
    ],
    [
      'also on a machine that is busy: each answer takes a second',
      {
        5: [],
        7: [
          [AROUND, null],
          [PAGE, 'placed'],
        ],
      },
      { afterMs: 1000 },
      there,
    ],
    [
      'also where the site of the frame is off, but not the page around it',
      {
        7: [
          [AROUND, null],
          [PAGE, 'placed'],
        ],
      },
      { rule: 'off' },
      there,
    ],
    [
      'by the address that the frame itself calls its own',
      {
        7: [
          [SIBLING, null],
          [SIBLING, 'placed'],
        ],
      },
      {},
      there,
    ],
    ['is opened alone where the frame has lost it', { 7: [[PAGE, 'orphan']] }, {}, alone],
    ['… or is still looked for', { 7: [[PAGE, 'looking']] }, {}, alone],
    ['… or no frame shows it', { 7: [['https://ads.org/', 'placed']] }, {}, alone],
    [
      'a tab of the page itself comes first',
      { 4: [[PAGE, 'placed']] },
      { shows: `${PAGE}#top` },
      [[4, { active: true }], 'revealed in frame 1'],
    ],
  ])('%s', async (_what, frames, options, did) => {
    const at = framed(frames, options);
    await at.open();
    expect(at.did).toEqual(did);
  });

  it('is not looked for where the note has none', async () => {
    const at = framed({ 7: [[PAGE, 'whole']] });
    await at.open({ ...note, selectors: [] });
    expect(at.did).toEqual(alone);
  });
});
