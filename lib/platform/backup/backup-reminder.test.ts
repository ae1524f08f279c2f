import { expect, it } from 'vitest';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { readBackupDue } from './backup-reminder.ts';

const NOW_MS = Date.parse('2026-03-20T10:00:00.000Z');

it.each([
  [{}, 3, null],
  [{ settings: { backupReminder: 'week' } }, 0, null],
  [{ settings: { backupReminder: 'week' } }, 3, { days: null }],
  [{ settings: { backupReminder: 'week' }, 'last-backup': '2026-03-10T10:00:00.000Z' }, 3, { days: 10 }],
  [{ settings: { backupReminder: 'month' }, 'last-backup': '2026-03-10T10:00:00.000Z' }, 3, null],
])('%j with %i notes: %j', async (stored, notes, due) => {
  const storage = createFakeStorage();
  await storage.local.set(stored);
  expect(await readBackupDue(storage, notes, NOW_MS)).toEqual(due);
});
