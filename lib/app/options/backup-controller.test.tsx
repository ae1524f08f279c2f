// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../core/base/result.ts';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { backup } from '../../core/i18n/tables/backup/index.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import type { BackupService } from '../../platform/backup/backup-service.ts';
import { dispatchTrusted, enter, pressTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';
import { createBackupController, type BackupParts } from './backup-controller.tsx';

const strings = createStrings(['en'], withStrings(backup));
const refuse = (): Promise<never> => Promise.reject(new Error('The disk is full.'));

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const step = (run: () => void): void => void act(run);
const sees = (...words: string[]): Promise<unknown> =>
  until(() => words.every((word) => root.textContent.includes(word)), { what: words.join(' and ') });

function show(service: Partial<BackupService>, parts: Partial<BackupParts> = {}): void {
  const own = root;
  const draw = (): void => step(() => own.isConnected && render(<>{controller.view()}</>, own));
  const controller = createBackupController({
    service: { last: async () => null, ...service } as BackupService,
    settings: { get: async () => DEFAULT_SETTINGS, watch: () => () => undefined, set: async () => undefined },
    watchLastBackup: () => undefined,
    saveFile: () => undefined,
    guardUnload: () => undefined,
    nowMs: () => Date.parse('2026-12-01T12:00:00.000Z'),
    strings,
    onChanged: draw,
    ...parts,
  });
  draw();
  controller.start();
}

function choose(): void {
  const field = root.querySelector<HTMLInputElement>('#restore-file')!;
  const file = { name: 'backup.json', text: async () => '' };
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
  step(() => dispatchTrusted(field, new Event('change', { bubbles: true })));
}

test.each<[name: string, problems: Problem[], words: string[]]>([
  ['another version', [{ path: ['version'], message: '' }], [strings.t('refusedBackup_version')]],
  [
    'faults in it, each with its path',
    [
      { path: ['notes', 3, 'text'], message: 'A text is needed.' },
      { path: ['notes', 4], message: 'An object is needed.' },
    ],
    [
      strings.t('refusedBackup_content'),
      'notes › 3 › text: A text is needed.',
      'notes › 4: An object is needed.',
    ],
  ],
])('a file with %s is refused', async (_, problems, words) => {
  show({ preview: async () => ({ ok: false, problems }) });
  choose();
  await sees(...words);
});

test('a backup that fails says why', async () => {
  show({ make: refuse });
  step(() => pressTrusted(root.querySelector('button.primary')!));
  await sees('The disk is full.');
});

test.each<[last: string, dot: string]>([
  ['2026-11-28T12:00:00.000Z', 'good'],
  ['2026-09-01T12:00:00.000Z', 'wait'],
])('a backup of %s is %s', async (last, dot) => {
  show({ last: async () => last });
  await until(() => root.querySelector(`.dot.${dot}`), { what: dot });
});

test('a reminder that cannot be stored is not shown as chosen', async () => {
  const settings = { get: async () => DEFAULT_SETTINGS, watch: () => () => undefined, set: refuse };
  show({}, { settings });
  await sees(strings.t('backupNever'));
  const select = root.querySelector<HTMLSelectElement>('#backup-remind')!;
  step(() => enter(select, 'week'));
  await until(() => select.value === 'never', { what: 'the stored value' });
});

test('a backup whose age cannot be read shows none', async () => {
  show({ last: refuse });
  choose();
  await sees(strings.t('restoreTitle'));
  expect(root.textContent).not.toContain(strings.t('backupNever'));
});
