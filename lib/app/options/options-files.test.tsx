// @vitest-environment jsdom
/** Files on the options page: backups, exports and imports. */
import { describe, expect, test } from 'vitest';
import {
  choose,
  element,
  open,
  root,
  saved,
  step,
  strings,
  useOptionsPage,
} from '../../testing/options-page.tsx';
import { controlNamed, enter, pressTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';

useOptionsPage();

describe('files', () => {
  test('a backup is saved, previewed and restored, and the restore is undone', async () => {
    const { press, sees, sender, storage } = await open({ data: { settings: { v: 1, headings: false } } });
    await sees(strings.t('backupNever'));
    press('Back up now');
    await until(() => saved.length === 1 && saved[0]!.name !== '', { what: 'the file' });
    await sees(saved[0]!.name);
    const text = await saved[0]!.blob.text();
    await sender.send('notes.purge', { ids: ['a'] });
    await storage.local.set({ settings: { v: 1 } });
    choose('restore', 'backup.json', text);
    await sees(strings.t('restoreHow'));
    press(strings.t('fileCancel'), '#restore');
    choose('restore', 'backup.json', text);
    await sees(strings.t('restoreHow'));
    const [, replace] = root.querySelectorAll('#restore input[type=radio]');
    step(() => pressTrusted(replace!));
    press(strings.t('restoreGo'), '#restore');
    await until(async () => (await sender.send('notes.list', {})).length === 1, { what: 'the note' });
    await until(() => controlNamed(element('#restore'), strings.t('fileUndo')), { what: 'the undo' });
    press(strings.t('fileUndo'), '#restore');
    await until(async () => (await sender.send('notes.list', {})).length === 0, { what: 'no note' });
  });

  test.each<[name: string, text: string, key: 'json' | 'format' | 'content']>([
    ['no JSON', 'hello', 'json'],
    ['another format', '{}', 'format'],
  ])('a backup that is %s is refused', async (_, text, key) => {
    const { press, sees } = await open();
    await sees(strings.t('backupNever'));
    choose('restore', 'backup.json', text);
    await sees(strings.t(`refusedBackup_${key}`));
    press(strings.t('fileClose'), '#restore');
    expect(element('#restore').textContent).not.toContain(strings.t(`refusedBackup_${key}`));
  });

  test('the reminder is stored', async () => {
    const { storage, sees } = await open();
    await sees(strings.t('backupNever'));
    step(() => enter(element('#backup-remind'), 'week'));
    await until(() => JSON.stringify(storage.data['settings'] ?? '').includes('week'), { what: 'it' });
  });

  test('notes are exported and imported, and the import is undone', async () => {
    const { press, sees, sender } = await open();
    await sees(strings.t('backupNever'));
    const [, csv] = root.querySelectorAll('#exchange input[type=radio]');
    step(() => pressTrusted(csv!));
    press('Export', '#exchange');
    await until(() => saved.length === 1 && saved[0]!.name !== '', { what: 'the file' });
    const text = await saved[0]!.blob.text();
    expect(text).toContain('On the strike.');
    await sender.send('notes.purge', { ids: ['a'] });
    choose('import', 'notes.csv', text);
    await sees(strings.count('importGo', 1));
    press(strings.t('fileCancel'), '#import');
    choose('import', 'notes.csv', text);
    await sees(strings.count('importGo', 1));
    press(strings.count('importGo', 1));
    await until(async () => (await sender.send('notes.list', {})).length === 1, { what: 'the note' });
    await until(() => controlNamed(element('#import'), strings.t('fileUndo')), { what: 'the undo' });
    press(strings.t('fileUndo'), '#import');
    await until(async () => (await sender.send('notes.list', {})).length === 0, { what: 'no note' });
  });

  test('a file that cannot be imported is refused, and without notes there is nothing to export', async () => {
    const { press, sees } = await open({ notes: [] });
    await sees(strings.t('backupNever'));
    choose('import', 'notes.csv', 'hello');
    await until(() => element('#import .error') !== null, { what: 'the refusal' });
    press('Export', '#exchange');
    await sees(strings.t('exportEmpty'));
    expect(saved).toEqual([]);
  });
});
