import { describe, expect, test } from 'vitest';
import type { Draft } from '../../core/notes/draft.ts';
import { createNote } from '../../core/notes/note.ts';
import { saltedHash } from '../../core/settings/page-mirror.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { FAKE_ID } from '../../testing/fake-runtime.ts';
import { createSender } from '../messaging/message-bus.ts';
import { createRemoteNoteTools } from './remote-note-tools.ts';
import { createDraftSender } from './draft-sender.ts';

const PAGE = 'https://example.org/essay';
const draft = (note: string, text: string, changed = '2026-01-01T00:00:00.000Z'): Draft => ({
  note,
  isNew: true,
  page: PAGE,
  title: 'An essay',
  selectors: [],
  concept: null,
  text,
  tags: '',
  changed,
});
const texts = (drafts: readonly Draft[]): string[] => drafts.map(({ text }) => text).sort();

describe('the store of drafts', () => {
  test('keeps the last typed, whichever arrives last, until it is dropped', async () => {
    const { sender, drafts } = createFakeBackground();
    await sender.send('drafts.put', { draft: draft('a', 'Half a', '2026-01-01T00:00:01.000Z') });
    await sender.send('drafts.put', { draft: draft('a', 'Half', '2026-01-01T00:00:00.000Z') });
    await sender.send('drafts.put', { draft: draft('b', 'Other') });
    expect(texts(await drafts.list())).toEqual(['Half a', 'Other']);
    await sender.send('drafts.drop', { note: 'a' });
    expect(texts(await drafts.list())).toEqual(['Other']);
  });

  test('refuses what is no draft', async () => {
    const { sender } = createFakeBackground();
    const broken = { ...draft('a', 'x'), selectors: [{ type: 'XPath' }] } as unknown as Draft;
    await expect(sender.send('drafts.put', { draft: broken })).rejects.toThrow('TextQuoteSelector');
    await expect(sender.send('drafts.put', { draft: draft('_design/a', 'x') })).rejects.toThrow('id');
  });

  test('lets go of what was saved, though nobody says so', async () => {
    const { sender, drafts } = createFakeBackground();
    await sender.send('drafts.put', { draft: draft('a', 'Saved.') });
    await sender.send('drafts.put', { draft: draft('b', 'Typed since.') });
    const note = (id: string, text: string) =>
      createNote({ id, nowIso: '2026-01-02T00:00:00.000Z', page: PAGE, text });
    await sender.send('notes.save', { note: note('a', 'Saved.') });
    await sender.send('notes.save', { note: note('b', 'Typed') });
    expect(texts(await drafts.list())).toEqual(['Typed since.']);
  });

  test('does not offer again what came late, after it was saved', async () => {
    const { sender } = createFakeBackground();
    const nowIso = '2026-01-02T00:00:00.000Z';
    await sender.send('notes.save', { note: createNote({ id: 'a', nowIso, page: PAGE, text: 'Moment' }) });
    await sender.send('drafts.put', { draft: draft('a', 'Mom', '2026-01-01T00:00:00.000Z') });
    expect(await sender.send('drafts.wanted', { page: PAGE, notes: [] })).toEqual([]);
    await sender.send('drafts.put', { draft: draft('a', 'Moment and more', '2026-01-03T00:00:00.000Z') });
    expect(texts(await sender.send('drafts.wanted', { page: PAGE, notes: [] }))).toEqual(['Moment and more']);
  });

  test('makes its page known, so that the page asks', async () => {
    const { sender, storage } = createFakeBackground();
    await sender.send('drafts.put', { draft: draft('a', 'x') });
    expect(storage.data['noted-pages']).toEqual([saltedHash(storage.data['page-salt'] as string, PAGE)]);
    await sender.send('drafts.drop', { note: 'a' });
    expect(storage.data['noted-pages']).toEqual([]);
  });

  test('tells a page its own drafts alone', async () => {
    const { runtime, sender } = createFakeBackground();
    await sender.send('drafts.put', { draft: draft('a', 'Here.') });
    await sender.send('drafts.put', { draft: { ...draft('b', 'There.'), page: 'https://other.org/' } });
    const from = (url: string) =>
      createSender({
        ...runtime,
        sendMessage: (message: unknown) => runtime.deliver(message, { id: FAKE_ID, url, tab: { id: 1 } }),
      });
    const there = from('https://evil.org/');
    await expect(there.send('drafts.list', {})).rejects.toThrow('cannot be asked');
    await expect(there.send('drafts.wanted', { page: PAGE, notes: [] })).rejects.toThrow('cannot be asked');
    expect(await there.send('drafts.wanted', { page: null, notes: [] })).toEqual([]);
    expect(texts(await from(PAGE).send('drafts.wanted', { page: PAGE, notes: [] }))).toEqual(['Here.']);
    expect(await from(PAGE).send('drafts.wanted', { page: null, notes: ['b'] })).toEqual([]);
  });
});

describe('storing as one types', () => {
  test('sends one at a time and the newest next; a background that is away loses nothing', async () => {
    const { runtime, sender, drafts } = createFakeBackground();
    const sent: string[] = [];
    let away = 2;
    const watched = createSender({
      ...runtime,
      sendMessage: async (message: unknown) => {
        const { params } = message as { params: { draft?: Draft } };
        if (params.draft) sent.push(params.draft.text);
        if (away-- > 0) throw new Error('Could not establish connection. Receiving end does not exist.');
        return runtime.deliver(message);
      },
    });
    const editor = createDraftSender({
      sender: watched,
      read: () => sender.send('drafts.list', {}),
      onChanged: () => undefined,
    });
    for (const text of ['H', 'Ha', 'Hal', 'Half']) editor.put(draft('a', text), true);
    expect(editor.stateOf('a')).toBe('pending');
    await expect.poll(() => editor.stateOf('a')).toBe('stored');
    expect(sent).toEqual(['H', 'H', 'H', 'Half']);
    expect(texts(await drafts.list())).toEqual(['Half']);
    editor.put(draft('a', 'Half a'), true);
    // Words that are in flight are not stored, whatever was stored before.
    expect(editor.stateOf('a')).toBe('pending');
    await editor.drop('a');
    expect(await drafts.list()).toEqual([]);
    expect(editor.list()).toEqual([]);
  });

  test('what may not be stored stays here, and is not forgotten by a look at the store', async () => {
    const { sender, drafts } = createFakeBackground();
    const editor = createDraftSender({
      sender,
      read: () => sender.send('drafts.list', {}),
      onChanged: () => undefined,
    });
    editor.put(draft('a', 'Secret.'), false);
    await sender.send('drafts.put', { draft: draft('b', 'Elsewhere.') });
    await editor.load();
    expect(texts(editor.list())).toEqual(['Elsewhere.', 'Secret.']);
    expect(editor.stateOf('a')).toBe('local');
    expect(texts(await drafts.list())).toEqual(['Elsewhere.']);
    await sender.send('drafts.drop', { note: 'b' });
    await editor.load();
    expect(texts(editor.list())).toEqual(['Secret.']);
  });

  test('the last words are sent again at closing, though they failed once', async () => {
    const { sender, drafts } = createFakeBackground();
    const full = { ...sender, sendUntilAcknowledged: () => Promise.reject(new Error('The disk is full.')) };
    const editor = createDraftSender({ sender: full, read: async () => [], onChanged: () => undefined });
    editor.put(draft('a', 'Last words'), true);
    await expect.poll(() => editor.stateOf('a')).toBe('failed');
    // A look at the store takes nothing away that is only here.
    await editor.load();
    expect(texts(editor.list())).toEqual(['Last words']);
    editor.flush();
    await expect.poll(async () => texts(await drafts.list())).toEqual(['Last words']);
  });

  test('typing on tells of no change until the newest words are answered', async () => {
    const { sender } = createFakeBackground();
    const states: string[] = [];
    const editor = createDraftSender({
      sender,
      read: async () => [],
      onChanged: () => states.push(editor.stateOf('a')),
    });
    for (const text of ['H', 'Ha', 'Hal']) {
      editor.put(draft('a', text), true);
      await sender.send('drafts.list', {});
    }
    await expect.poll(() => editor.stateOf('a')).toBe('stored');
    expect(states).toEqual(['stored']);
  });

  test('says so when it cannot be kept', async () => {
    const { sender } = createFakeBackground();
    const editor = createDraftSender({
      sender,
      read: () => sender.send('drafts.list', {}),
      onChanged: () => undefined,
    });
    editor.put({ ...draft('a', 'x'), title: 'x'.repeat(3000) }, true);
    await expect.poll(() => editor.stateOf('a')).toBe('failed');
    editor.put(draft('a', 'xy'), true);
    await expect.poll(() => editor.stateOf('a')).toBe('stored');
  });
});

test('a content script asks for trees and tags, and for nothing that is plain', async () => {
  const { sender } = createFakeBackground();
  const note = createNote({ id: 'a', nowIso: '2026-01-02T00:00:00.000Z', text: 'x', tags: ['councils'] });
  await sender.send('notes.save', { note });
  let told = 0;
  const tools = createRemoteNoteTools(sender, () => told++);
  expect(tools.reader.tree('Plain.')).toMatchObject([{ type: 'paragraph' }]);
  expect(tools.reader.tree('*Not*')).toBeNull();
  await expect.poll(() => told).toBe(1);
  expect(tools.reader.tree('*Not*')).toMatchObject([{ children: [{ type: 'emphasis' }] }]);
  expect(await tools.completeTags('cou')).toEqual(['councils']);
});
