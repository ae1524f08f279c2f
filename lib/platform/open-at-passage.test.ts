import { describe, expect, it } from 'vitest';
import type { Tabs, Windows } from 'webextension-polyfill';
import { createNote, type Note } from '../core/note.ts';
import type { OutlinedNote } from '../core/page-outline.ts';
import type { PageStatus } from '../core/page-status.ts';
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

/** What the page answers, one look after the other; the last for ever. Null: nothing of ours runs there. */
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
    if (name === 'page.status') return { ok: true, result: status };
    if (asked.length > 1) asked.shift();
    const notes = now === 'reading' || now === 'unheard' ? [] : [{ id: 'n', state: now, score: null }];
    return { ok: true, result: { page: PAGE, notes } };
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
