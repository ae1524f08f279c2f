import { expect, test } from 'vitest';
import { createNote, type Note } from '../../core/notes/note.ts';
import { createAsker } from '../../core/protocol/sender-policy.ts';
import type { SyncReport } from '../../core/sync/sync-status.ts';
import type { SyncService } from '../../platform/sync/sync-service.ts';
import { createSyncHandlers } from './sync-handlers.ts';

const REPORT: SyncReport = { account: null, phase: { kind: 'off' }, lastMs: null, nextMs: 0 };
const PAGE = createAsker({ id: 'us' }, '');
const note = (id: string, page: string): Note =>
  createNote({ id, nowIso: '2026-12-01T00:00:00.000Z', text: id, page });
const [a, b] = [note('a', 'https://a.example/'), note('b', 'https://b.example/')];

function opened(settled: Note[] = []) {
  const did: unknown[][] = [];
  const notified: (readonly Note[])[] = [];
  const never = new Promise<never>(() => undefined);
  const handlers = createSyncHandlers({
    sync: {
      report: async () => REPORT,
      async connect(account) {
        did.push(['connect', account]);
        return { trouble: { kind: 'offline' } };
      },
      syncNow() {
        did.push(['sync now']);
        return never;
      },
      stop: async () => void did.push(['stop']),
      answerLossGuard(answer) {
        did.push(['answer', answer]);
        return never;
      },
    } as Partial<SyncService> as SyncService,
    store: {
      conflicts: async () => [a, b].map((shown) => ({ shown, others: [] })),
      async settle(...args) {
        did.push(args);
        return settled;
      },
    },
    notify: (notes) => void notified.push(notes),
  });
  return { handlers, did, notified };
}

test.each([
  [null, [a, b]],
  [b.page, [b]],
])('conflicts of the page %s', async (page, expected) => {
  const { handlers } = opened();
  const conflicts = await handlers['notes.conflicts']({ page }, PAGE);
  expect(conflicts.map(({ shown }) => shown)).toEqual(expected);
});

test.each<[string, Note[], number]>([
  ['is reported to the tabs', [a], 1],
  ['is reported to nobody if another page was quicker', [], 0],
])('a conflict that is settled %s', async (_, settled, times) => {
  const { handlers, did, notified } = opened(settled);
  const params = { id: 'a', rev: '2-x', choice: 'both', newId: 'c' } as const;
  expect(await handlers['notes.settle'](params, PAGE)).toEqual({ saved: settled });
  expect(did).toEqual([['a', '2-x', 'both', 'c']]);
  expect(notified).toHaveLength(times);
});

test('the page that connects learns what hindered it', async () => {
  const { handlers, did } = opened();
  const account = { address: 'https://example.org/notes', user: 'ann', password: 'secret' };
  expect(await handlers['sync.connect'](account, PAGE)).toEqual({ trouble: { kind: 'offline' } });
  expect(did).toEqual([['connect', account]]);
});

test('nobody waits for a round that takes long', async () => {
  const { handlers, did } = opened();
  expect(await handlers['sync.now']({}, PAGE)).toEqual(REPORT);
  expect(await handlers['sync.answerLossGuard']({ choice: 'keep' }, PAGE)).toEqual(REPORT);
  expect(did).toEqual([['sync now'], ['answer', 'keep']]);
});

test('the report after a stop is made when all has stopped', async () => {
  const { handlers, did } = opened();
  expect(await handlers['sync.report']({}, PAGE)).toEqual(REPORT);
  expect(did).toEqual([]);
  expect(await handlers['sync.stop']({}, PAGE)).toEqual(REPORT);
  expect(did).toEqual([['stop']]);
});
