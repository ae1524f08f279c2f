import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseBackup } from '../../core/backup/parse-backup.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import {
  SETTING_PARSERS,
  readSettingsBackup,
  sectionReaders,
  writeSettingsBackup,
} from './settings-backup.ts';
import { DEFAULT_SETTINGS, ITEMS } from '../storage/local-settings.ts';
import { sha256 } from '../browser/sha256.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('settings in a backup', () => {
  it('are those of every key, as its own validator reads them', async () => {
    const storage = createFakeStorage();
    await storage.local.set({
      settings: { v: 1, density: 'all', backupReminder: 'hourly', unheard: 5 },
      sites: { 'a.org': 'off', 'b.org': 'perhaps' },
      choices: { 'a.org': [{ concept: 'unit', form: null, instead: null }] },
    });
    const settings = await readSettingsBackup(storage);
    expect(settings).toEqual({
      settings: { density: 'all' },
      sites: { 'a.org': 'off' },
      choices: { 'a.org': [{ concept: 'unit', form: null, instead: null }] },
    });
    await writeSettingsBackup(storage, { sites: {} });
    expect(storage.data).toMatchObject({ sites: {}, settings: { unheard: 5 } });
    await writeSettingsBackup(storage, settings);
    expect(await readSettingsBackup(storage)).toEqual(settings);
  });

  it('have a value for each that the reader can set', () => {
    const read = sectionReaders[ITEMS.settings.key]!;
    for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
      expect(read(value, name), name).toEqual(value);
      expect(read({ no: 'value' }, name), name).not.toEqual({ no: 'value' });
    }
    expect(read('all', 'v')).toBeUndefined();
    expect(read('all', 'constructor')).toBeUndefined();
  });

  it('come out of a file of version 1 with nothing left out', async () => {
    const file = readFileSync(join(ROOT, 'lib/testing/backups/version-1.json'), 'utf8');
    expect(await parseBackup(file, sha256, sectionReaders)).toMatchObject({
      ok: true,
      value: { skipped: [] },
    });
  });
});

/** Files that store outside `ITEMS`, and why that is in no backup. */
const LEFT_OUT: Record<string, string> = {
  'lib/platform/storage/seen-version.ts': 'whose release note was seen on this machine',
  'lib/platform/sync/browser-settings-sync.ts': 'whether this machine takes part',
  'lib/platform/storage/page-mirror-writer.ts': 'made from the items',
};

it('keeps or leaves out every key of the storage, by decision', () => {
  expect(Object.keys(SETTING_PARSERS).sort()).toEqual(Object.keys(ITEMS).sort());
  const touching = ['lib', 'entrypoints']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /(?<!\.test|\.e2e)\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('lib/testing/'))
    .filter((file) => /\blocal\s*\.\s*set\(|\bdefineItem[<(]/.test(readFileSync(join(ROOT, file), 'utf8')));
  // A file that is new here stores something: into `ITEMS` with it, or into this table with a reason.
  expect(touching.sort()).toEqual(
    [
      ...Object.keys(LEFT_OUT),
      'lib/app/background/reader-storage-handlers.ts',
      'lib/platform/backup/settings-backup.ts',
      'lib/platform/storage/local-settings.ts',
    ].sort(),
  );
});
