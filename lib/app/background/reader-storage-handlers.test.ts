import { expect, test } from 'vitest';
import type { TermDecision } from '../../core/judge/term-decision.ts';
import { createAsker, type Asker } from '../../core/protocol/sender-policy.ts';
import { createPageMirrorWriter } from '../../platform/storage/page-mirror-writer.ts';
import { createFakeStorage, FAKE_BASE, FAKE_ID } from '../../testing/fake-runtime.ts';
import { createReaderStorageHandlers } from './reader-storage-handlers.ts';

const decision = (concept: string, form: string | null = null): TermDecision => ({
  concept,
  form,
  instead: null,
});
/** A content script in a frame of another site. */
const inTab = (url?: string): Asker =>
  createAsker(
    { id: FAKE_ID, url: 'https://frame.example/', tab: { id: 1, ...(url !== undefined && { url }) } },
    FAKE_BASE,
  );
const A = inTab('https://www.a.example/one');
const POPUP = createAsker({ id: FAKE_ID, url: `${FAKE_BASE}popup.html` }, FAKE_BASE);

function opened(data: Record<string, unknown> = {}) {
  const reader = createFakeStorage(data);
  const shared = createFakeStorage();
  const mirror = createPageMirrorWriter({ reader, shared });
  return { reader, shared, handlers: createReaderStorageHandlers({ reader, mirror }) };
}

test('items are read and stored', async () => {
  const { reader, handlers } = opened({ a: 1, b: 2 });
  expect(await handlers['reader.get']({ keys: ['a'] }, POPUP)).toEqual({ a: 1 });
  expect(await handlers['reader.set']({ items: { b: 3 } }, POPUP)).toEqual({ done: true });
  expect(reader.data).toEqual({ a: 1, b: 3 });
});

test.each<[string, stored: unknown, answer: object, after: unknown]>([
  ['a value that nobody changed is replaced', { x: 1, y: 2 }, { isReplaced: true }, { z: 3 }],
  ['a value that another page changed stays', { x: 9 }, { isReplaced: false, stored: { x: 9 } }, { x: 9 }],
  ['a message that is sent again finds its own value', { z: 3 }, { isReplaced: true }, { z: 3 }],
])('%s', async (_, stored, answer, after) => {
  const { reader, handlers } = opened({ item: stored });
  const params = { key: 'item', before: { y: 2, x: 1 }, after: { z: 3 } };
  expect(await handlers['reader.replace'](params, POPUP)).toMatchObject(answer);
  expect(reader.data['item']).toEqual(after);
});

test('the mirror that pages read is written when one of them finds none', async () => {
  const { shared, handlers } = opened();
  const mirror = await handlers['page.mirror']({}, A);
  expect(Object.values(shared.data)).toEqual([mirror]);
});

test('a frame adds and sees the decisions of the site in its tab, whatever site it is of', async () => {
  const { reader, handlers } = opened({ choices: { 'other.example': [decision('b')] } });
  await handlers['decisions.add']({ decisions: [decision('a')], scope: 'site' }, A);
  expect(reader.data['choices']).toEqual({ 'a.example': [decision('a')], 'other.example': [decision('b')] });
  expect(await handlers['site.decisions']({}, A)).toEqual({ decisions: [decision('a')] });
});

test('a decision that took the place of another one is undone with it', async () => {
  const before = { concept: 'a', form: 'x', instead: 'c' };
  const { reader, handlers } = opened({ choices: { 'a.example': [before] } });
  const decisions = [decision('a', 'x')];
  const { replaced } = await handlers['decisions.add']({ decisions, scope: 'site' }, A);
  expect(replaced).toEqual([before]);
  expect(reader.data['choices']).toEqual({ 'a.example': decisions });
  expect(await handlers['decisions.undo']({ decisions, replaced, scope: 'site' }, A)).toEqual({ done: true });
  expect(reader.data['choices']).toEqual({ 'a.example': [before] });
});

test('a decision for every site is stored for all', async () => {
  const { reader, handlers } = opened();
  const decisions = [decision('a')];
  await handlers['decisions.add']({ decisions, scope: 'everywhere' }, inTab());
  expect(reader.data['choices']).toEqual({ '*': decisions });
  await handlers['decisions.undo']({ decisions, replaced: [], scope: 'everywhere' }, inTab());
  expect(reader.data['choices']).toEqual({});
});

test('a tab without an address has no decisions of its own', async () => {
  const { reader, handlers } = opened();
  const decisions = [decision('a')];
  expect(await handlers['decisions.add']({ decisions, scope: 'site' }, inTab())).toEqual({ replaced: [] });
  expect(await handlers['decisions.undo']({ decisions, replaced: [], scope: 'site' }, inTab())).toEqual({
    done: false,
  });
  expect(await handlers['site.decisions']({}, inTab())).toEqual({ decisions: [] });
  expect(reader.data).toEqual({});
});
