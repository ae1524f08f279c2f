import { expect, test } from 'vitest';
import type { StatusAction } from '../../core/sites/status-line.ts';
import { createStatusActions, type ActiveTab } from './status-actions.ts';

const NOW_MS = 1_000_000;
const TAB: ActiveTab = { id: 7, host: 'a.example' };

function opened() {
  const did: unknown[][] = [];
  const note =
    (name: string) =>
    async (...args: unknown[]) =>
      void did.push([name, ...args]);
  const run = createStatusActions({
    tabs: {
      reload: note('reload'),
      create: note('open'),
      async sendMessage(id: number, { name, params }: { name: string; params: unknown }) {
        did.push([id, name, params]);
        return { ok: true, result: { done: true } };
      },
    } as never,
    permissions: { request: note('request') } as never,
    runtime: { id: 'manicule-id' },
    rules: { set: note('rule') },
    nowMs: () => NOW_MS,
  });
  return { run, did };
}

test.each<[StatusAction, unknown[]]>([
  ['allow', ['request', { origins: ['<all_urls>'] }]],
  ['details', ['open', { url: 'chrome://extensions/?id=manicule-id' }]],
  ['on', ['rule', 'a.example', 'on', NOW_MS]],
  ['off', ['rule', 'a.example', 'off', NOW_MS]],
  ['asked', ['rule', 'a.example', 'asked', NOW_MS]],
  ['pause', ['rule', 'a.example', { pausedUntilMs: NOW_MS + 3_600_000 }, NOW_MS]],
  ['reload', ['reload', 7]],
  ['goOn', [7, 'page.goOn', {}]],
  ['readAnyway', [7, 'page.readAnyway', {}]],
  ['readNow', [7, 'page.readNow', {}]],
  ['stopReading', [7, 'page.setActive', { active: false }]],
  ['again', [7, 'page.setActive', { active: true }]],
])('%s', async (action, expected) => {
  const { run, did } = opened();
  await run(action, TAB);
  expect(did).toEqual([expected]);
});

test.each<[StatusAction, ActiveTab]>([
  ['off', { ...TAB, host: null }],
  ['pause', { ...TAB, host: null }],
  ['reload', { host: 'a.example' }],
  ['readNow', { host: 'a.example' }],
])('%s does nothing where there is nothing to do it to: %j', async (action, tab) => {
  const { run, did } = opened();
  await run(action, tab);
  expect(did).toEqual([]);
});
