import { expect, test } from 'vitest';
import { createStrings, withStrings } from '../i18n/strings.ts';
import { sync } from '../i18n/tables/sync/index.ts';
import type { SyncPhase, SyncReport } from './sync-status.ts';
import { syncText, type SyncText } from './sync-status-text.ts';

const strings = createStrings(['en'], withStrings(sync));
const NOW_MS = Date.UTC(2026, 11, 1, 12);
const ACCOUNT = { address: 'https://example.org/notes', origin: 'https://example.org', user: 'ann' };
const MINUTE_AGO = NOW_MS - 60_000;

const text = (phase: SyncPhase, more: Partial<SyncReport> = {}): SyncText =>
  syncText({ account: ACCOUNT, phase, lastMs: null, nextMs: 0, ...more }, strings, NOW_MS);

const IDLE: SyncPhase = { kind: 'idle', trouble: null };
const OFFLINE: SyncPhase = { kind: 'idle', trouble: { kind: 'offline' } };

test.each<[string, SyncText, SyncText]>([
  [
    'off',
    text({ kind: 'off' }),
    { dot: 'none', main: 'Off. Your notes are on this computer only.', more: '' },
  ],
  [
    'without an account, whatever the phase',
    text(IDLE, { account: null, lastMs: MINUTE_AGO }),
    { dot: 'none', main: 'Off. Your notes are on this computer only.', more: '' },
  ],
  [
    'comparing',
    text({ kind: 'running', progress: null }),
    { dot: 'wait', main: 'Comparing notes with the server …', more: '' },
  ],
  [
    'moving notes',
    text({ kind: 'running', progress: { done: 3, total: 9 } }),
    { dot: 'wait', main: 'Syncing: 3 of 9 notes', more: '' },
  ],
  [
    'asking about a loss',
    text({ kind: 'blocked-by-loss-guard', loss: { deleted: 1, binned: 0, of: 2 } }),
    { dot: 'bad', main: 'Stopped before anything was taken away', more: 'Not synced yet.' },
  ],
  [
    'offline since the start',
    text(OFFLINE),
    {
      dot: 'wait',
      main: 'Offline: the server cannot be reached.',
      more: 'Not synced yet. It will try again by itself.',
    },
  ],
  [
    'refused',
    text({ kind: 'idle', trouble: { kind: 'refused', why: 'full' } }),
    {
      dot: 'bad',
      main: 'Refused: the server has no room left, or a note is too large for it.',
      more: 'Not synced yet.',
    },
  ],
  ['connected a moment ago', text(IDLE), { dot: 'none', main: 'Connected, but not synced yet.', more: '' }],
])('%s', (_, shown, expected) => expect(shown).toEqual(expected));

test('names the time of the last success, as the main thing or beside what hinders the next', () => {
  const good = text(IDLE, { lastMs: MINUTE_AGO });
  expect(good).toMatchObject({ dot: 'good', more: '' });
  const when = good.main.replace('Up to date, ', '');
  expect(when).not.toBe('');
  expect(text(OFFLINE, { lastMs: MINUTE_AGO }).more).toBe(
    `Last synced ${when}. It will try again by itself.`,
  );
});
