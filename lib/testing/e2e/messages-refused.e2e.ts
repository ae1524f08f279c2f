/** A page whose process was taken over: its content-script world sends every message about notes of another site. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createNote, type Note } from '../../core/notes/note.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';
import { listNotes, openExtensionPage } from './extension-page.ts';
import { createWorld, read } from './world.ts';

const world = createWorld();

interface Extension {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}
declare const browser: Extension;
declare const chrome: Extension;

interface Reply {
  ok: boolean;
  result?: unknown;
  error?: { message: string };
}

/** Sends from the world that the page's own content script runs in. */
function sendFromPage(reading: ReadingBrowser, name: string, params: unknown): Promise<Reply> {
  return reading.background(
    async (message) => {
      const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      const [answer] = await scripting.executeScript({
        target: { tabId: tab!.id },
        func: async (sent: string) => {
          const { runtime } = typeof browser === 'undefined' ? chrome : browser;
          return JSON.stringify(await runtime.sendMessage(JSON.parse(sent)));
        },
        args: [message],
      });
      return JSON.parse(answer!.result as string) as Reply;
    },
    // As text: Chromium leaves fields that are null out of the arguments of a script.
    JSON.stringify({ name, params }),
  );
}

const SECRET = 'SECRET-OF-ANOTHER-SITE';
const OTHER_PAGE = 'https://clinic.example/patients/4711';
const nowIso = '2026-11-30T12:00:00.000Z';
const other = (id: string, more: Partial<Note> = {}): Note => ({
  ...createNote({
    id,
    nowIso,
    page: OTHER_PAGE,
    title: `${SECRET} title`,
    text: `${SECRET} text`,
    tags: [`${SECRET}-tag`],
  }),
  ...more,
});
const onConcept = other('concept-note', { concept: 'hukou', text: 'Shown wherever the word is.' });
const onPage = other('page-note');
const draftOf = (note: string, page: string | null) => ({
  note,
  isNew: true,
  page,
  title: '',
  selectors: [],
  concept: null,
  text: `${SECRET} draft`,
  tags: '',
  changed: '2026-11-30T13:00:00.000Z',
});

let ownPage = '';

beforeAll(async () => {
  const { browser: reading, url } = world;
  ownPage = `${url.replace('http:', 'https:')}/article`;
  const own = await openExtensionPage(reading);
  for (const note of [onConcept, onPage]) await own.sender.send('notes.save', { note });
  const mine = createNote({ id: 'own-note', nowIso, page: ownPage, text: 'Own text', tags: ['own-tag'] });
  await own.sender.send('notes.save', { note: mine });
  await own.sender.send('drafts.put', { draft: draftOf('page-note', OTHER_PAGE) });
  await read(reading, `${url}/article`);
}, 60_000);

const send = (name: string, params: unknown): Promise<Reply> => sendFromPage(world.browser, name, params);

describe('from the content script of another site', () => {
  const here = (note: Note): Note => ({ ...note, page: ownPage });
  test.each<[name: string, params: () => object]>([
    ['notes.list', () => ({})],
    ['notes.bin', () => ({})],
    ['notes.purge', () => ({ ids: ['page-note'] })],
    ['notes.putAll', () => ({ notes: [onPage], over: true })],
    ['notes.health', () => ({})],
    ['notes.conflicts', () => ({ page: OTHER_PAGE })],
    ['notes.settle', () => ({ id: 'page-note', rev: '1-a', choice: 'shown', newId: 'x' })],
    ['notes.forPage', () => ({ page: OTHER_PAGE })],
    ['notes.seen', () => ({ page: OTHER_PAGE, lost: ['page-note'], found: [] })],
    ['notes.delete', () => ({ id: 'page-note' })],
    ['notes.delete', () => ({ id: 'concept-note' })],
    ['notes.restore', () => ({ note: other('page-note', { changed: '2000-01-01T00:00:00.000Z' }) })],
    ['notes.restore', () => ({ note: here(other('page-note', { changed: '2000-01-01T00:00:00.000Z' })) })],
    ['notes.save', () => ({ note: here(other('page-note', { changed: '2000-01-01T00:00:00.000Z' })) })],
    [
      'notes.save',
      () => ({ note: here(other('page-note', { changed: '2099-01-01T00:00:00.000Z', text: 'Mine' })) }),
    ],
    ['notes.save', () => ({ note: other('made-up') })],
    ['notes.save', () => ({ note: other('made-up', { page: null, title: '' }) })],
    ['drafts.list', () => ({})],
    ['drafts.wanted', () => ({ page: OTHER_PAGE, notes: [] })],
    ['drafts.put', () => ({ draft: draftOf('page-note', OTHER_PAGE) })],
    ['drafts.put', () => ({ draft: draftOf('page-note', ownPage) })],
    ['drafts.put', () => ({ draft: draftOf('concept-note', ownPage) })],
    ['drafts.drop', () => ({ note: 'page-note' })],
    ['sync.report', () => ({})],
    ['sync.connect', () => ({ address: 'https://evil.example/', user: 'u', password: 'p' })],
    ['sync.now', () => ({})],
    ['sync.stop', () => ({})],
    ['sync.answerLossGuard', () => ({ choice: 'take' })],
  ])('%s is refused', async (name, params) => {
    const reply = await send(name, params());
    expect(reply).toEqual({ ok: false, error: { message: `${name} cannot be asked from here.` } });
  });

  test('a note on a concept is shown, without its page, title and tags', async () => {
    const reply = await send('notes.onConcepts', { concepts: ['hukou'] });
    expect(reply.result).toMatchObject([
      { _id: 'concept-note', text: onConcept.text, page: null, title: '' },
    ]);
    expect(JSON.stringify(reply)).not.toMatch(/SECRET|clinic/);
  });

  test('tags are those of its own site', async () => {
    expect(await send('notes.tags', { typed: '' })).toEqual({ ok: true, result: ['own-tag'] });
  });

  test('unfinished notes of another site are not given, whatever ids are named', async () => {
    const asked = { page: null, notes: ['page-note', 'concept-note'] };
    expect(await send('drafts.wanted', asked)).toEqual({ ok: true, result: [] });
  });

  test('an orphan is reported of its own notes alone', async () => {
    await send('notes.seen', { page: ownPage, lost: ['page-note'], found: [] });
    const stored = await world.browser.background(async () => {
      const { storage } = (typeof browser === 'undefined' ? chrome : browser) as unknown as {
        storage: { local: { get(key: null): Promise<object> } };
      };
      return JSON.stringify(await storage.local.get(null));
    });
    expect(stored).not.toContain('page-note');
  });

  test('its own notes are its to read, change, delete and restore', async () => {
    const { result } = await send('notes.forPage', { page: ownPage });
    const [note] = result as Note[];
    expect(note).toMatchObject({ _id: 'own-note', text: 'Own text' });
    const edited = { ...note!, text: 'Edited', changed: '2026-12-01T00:00:00.000Z' };
    expect(await send('notes.save', { note: edited })).toMatchObject({ ok: true });
    expect(await send('notes.delete', { id: 'own-note' })).toMatchObject({ ok: true });
    expect(await send('notes.restore', { note: edited })).toMatchObject({ ok: true });
  });

  test('it fills no store: other sites can still begin notes', async () => {
    const replies: Reply[] = [];
    for (let count = 0; count < 60; count++) {
      replies.push(await send('drafts.put', { draft: draftOf(`flood-${count}`, ownPage) }));
    }
    expect(replies.filter(({ ok }) => ok)).toHaveLength(50);
    const own = await openExtensionPage(world.browser);
    await own.sender.send('drafts.put', { draft: draftOf('elsewhere', 'https://elsewhere.example/') });
    const drafts = await own.sender.send('drafts.list', {});
    expect(drafts.map(({ note }) => note)).toContain('elsewhere');
    // And after all of it the notes of the other site are as they were.
    const notes = new Map((await listNotes(own)).map((note) => [note._id, note]));
    expect(notes.get('page-note')).toEqual(onPage);
    expect(notes.get('concept-note')).toEqual(onConcept);
    expect(notes.has('made-up')).toBe(false);
  });
});
