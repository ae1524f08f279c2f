import { expect, test } from 'vitest';
import { createAsker, type Asker } from '../../core/protocol/sender-policy.ts';
import { HUKOU, SOVIET } from '../../testing/gallery/concepts.ts';
import { createPageServiceHandlers } from './page-service-handlers.ts';

const from = (tab?: { id?: number; url?: string }, frameId?: number): Asker =>
  createAsker({ id: 'us', ...(tab && { tab }), ...(frameId !== undefined && { frameId }) }, '');

function opened() {
  const did: unknown[][] = [];
  const handlers = createPageServiceHandlers({
    entries: [HUKOU, SOVIET],
    runScript: async (...args) => void did.push(args),
    showIcon: async (...args) => void did.push(args),
  });
  return { did, handlers };
}

test('entries come in the order in which they are asked for, without those that there are not', async () => {
  const { handlers } = opened();
  const ids = [SOVIET.id, 'unknown', HUKOU.id];
  expect(await handlers['glossary.entries']({ ids }, from())).toEqual([SOVIET, HUKOU]);
});

test.each([
  ['en', 'Show on the page'],
  ['de', 'Auf der Seite zeigen'],
] as const)('strings of the card come in %s', async (lang, text) => {
  const { handlers } = opened();
  const { table } = await handlers['strings.card']({ lang }, from());
  expect(table['showOnPage']).toBe(text);
});

test('a script runs in the frame that asks for it', async () => {
  const { handlers, did } = opened();
  const params = { script: 'card' } as unknown as Parameters<(typeof handlers)['page.runScript']>[0];
  expect(await handlers['page.runScript'](params, from({ id: 7 }, 3))).toEqual({ done: true });
  expect(did).toEqual([[7, 3, 'card.js']]);
});

test.each<[string, Asker]>([
  ['no tab', from(undefined, 0)],
  ['a tab without an id', from({}, 0)],
  ['no frame', from({ id: 7 })],
])('a sender with %s gets neither script nor icon', async (_, sender) => {
  const { handlers, did } = opened();
  const params = { script: 'card' } as unknown as Parameters<(typeof handlers)['page.runScript']>[0];
  expect(await handlers['page.runScript'](params, sender)).toEqual({ done: false });
  expect(await handlers['icon.show']({ state: 'on' }, sender)).toEqual({ shown: false });
  expect(did).toEqual([]);
});

test('the page alone sets the icon of its tab, never a frame in it', async () => {
  const { handlers, did } = opened();
  expect(await handlers['icon.show']({ state: 'off' }, from({ id: 7 }, 3))).toEqual({ shown: false });
  expect(await handlers['icon.show']({ state: 'off' }, from({ id: 7 }, 0))).toEqual({ shown: true });
  expect(did).toEqual([[7, 'off']]);
});

test.each([
  ['https://www.a.example/one', 'a.example'],
  [undefined, null],
])('the host of a tab at %s is %s', async (url, host) => {
  const { handlers } = opened();
  const tab = { id: 7, ...(url !== undefined && { url }) };
  expect(await handlers['tab.host']({}, from(tab, 3))).toEqual({ host });
});
