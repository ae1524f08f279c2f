// @vitest-environment jsdom
import type { Browser } from 'webextension-polyfill';
import { expect, test } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { createLibraryParts } from './library-parts.ts';

const parts = (more: object) =>
  createLibraryParts(
    {
      runtime: { ...createFakeBackground().runtime, getManifest: () => ({ version: '1.0' }) },
      storage: { ...createFakeStorage(), session: createFakeStorage().local },
      permissions: { contains: async () => true },
      scripting: undefined,
      ...more,
    } as unknown as Browser,
    { strings: createStrings(['en'], withStrings()), termOf: (id) => id, onChanged: () => undefined },
  );

test.each<[name: string, windows: object | undefined, id: number | undefined]>([
  ['the window', { getCurrent: async () => ({ id: 7 }) }, 7],
  ['no window where there are none, as in Firefox for Android', undefined, undefined],
])('it is %s', async (_, windows, id) => expect(await parts({ windows }).windowId()).toBe(id));

test('a page is opened where there are no windows', async () => {
  const opened: unknown[] = [];
  const note = createNote({ id: 'a', nowIso: '2026-12-01T00:00:00.000Z', page: 'https://a.example/' });
  const tab = { id: 1, windowId: 1, url: 'https://a.example/' };
  const tabs = {
    query: async () => [tab],
    update: async (...args: unknown[]) => void opened.push(args),
  };
  expect(await parts({ tabs }).openAtPassage(note)).toBeNull();
  expect(opened).toEqual([[1, { active: true }]]);
});

test('ids are new, times are now, and the last backup is watched', async () => {
  const { newId, nowMs, watchLastBackup, backup, createDrafts } = parts({});
  expect(newId()).not.toBe(newId());
  expect(Math.abs(nowMs() - Date.now())).toBeLessThan(1000);
  expect(await backup.last()).toBeNull();
  watchLastBackup(() => undefined);
  expect(createDrafts(() => undefined).list()).toEqual([]);
});
