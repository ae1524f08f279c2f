// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { Browser } from 'webextension-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNote, type Note } from '../../core/notes/note.ts';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { backup } from '../../core/i18n/tables/backup/index.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import { conflict } from '../../core/i18n/tables/conflict/index.ts';
import { options } from '../../core/i18n/tables/options/index.ts';
import { sync } from '../../core/i18n/tables/sync/index.ts';
import { writeNotes } from '../../platform/notes/bulk-write-client.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { controlNamed, dispatchTrusted, enter, pressTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';
import { OptionsPage } from '../../ui/options/OptionsPage.tsx';
import { createOptionsController, type OptionsParts } from './options-controller.tsx';
import { createOptionsParts } from './options-parts.ts';

const strings = createStrings(['en'], withStrings(card, options, backup, sync, conflict));
const NOTE: Note = createNote({
  id: 'a',
  nowIso: '2026-11-15T12:00:00.000Z',
  text: 'On the strike.',
  page: 'https://a.example/',
});

let root: HTMLElement;
let saved: { name: string; blob: Blob }[];
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  saved = [];
  // Parts that jsdom lacks.
  Object.assign(globalThis, {
    Highlight: class {},
    CSS: { highlights: new Map<string, unknown>() },
  });
  URL.createObjectURL = (blob) => {
    saved.push({ name: '', blob: blob as Blob });
    return '#';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    saved.at(-1)!.name = this.download;
  };
});
afterEach(() => {
  render(null, root);
  root.remove();
});

interface Page {
  storage: ReturnType<typeof createFakeBackground>['storage'];
  sender: ReturnType<typeof createFakeBackground>['sender'];
  tabs: string[];
  persisted: () => number;
  press(name: string, inside?: string): void;
  sees(...words: string[]): Promise<unknown>;
}

const step = (run: () => void): void => void act(run);
const element = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;

interface PageOptions {
  data?: Record<string, unknown>;
  notes?: readonly Note[];
  isFirefox?: boolean;
  extension?: object;
  parts?: Partial<OptionsParts>;
}

async function open(given: PageOptions = {}): Promise<Page> {
  const { storage, runtime, sender } = createFakeBackground();
  await writeNotes(sender, given.notes ?? [NOTE], { present: [] });
  Object.assign(storage.data, given.data);
  const tabs: string[] = [];
  let persisted = 0;
  const event = { addListener: () => undefined };
  const extension = {
    storage: { ...storage, sync: createFakeStorage().local },
    runtime: Object.assign(runtime, {
      getManifest: () => ({ name: 'Manicule', version: '1.0', commands: {} }),
    }),
    permissions: {
      contains: async () => false,
      request: async () => true,
      onAdded: event,
      onRemoved: event,
    },
    extension: {
      isAllowedFileSchemeAccess: async () => false,
      isAllowedIncognitoAccess: async () => false,
    },
    tabs: { create: async ({ url }: { url: string }) => void tabs.push(url) },
    commands: {
      getAll: async () => [{ name: 'next-term', description: 'Next', shortcut: 'Alt+Shift+L' }],
    },
    ...given.extension,
  } as unknown as Browser;
  let draw = (): void => undefined;
  const parts = createOptionsParts(extension, {
    strings,
    isFirefox: given.isFirefox ?? false,
    subjects: [{ id: 'china', name: { en: 'China' }, count: 2 }],
    onChanged: () => draw(),
  });
  const controller = createOptionsController({
    ...parts,
    persist: async () => ++persisted,
    sync: {
      start: () => undefined,
      hasConflicts: () => false,
      view: () => <p>Off.</p>,
      viewConflicts: () => <p>Two versions.</p>,
    },
    ...given.parts,
  });
  const own = root;
  draw = () =>
    step(() => {
      // An earlier test may still have work under way: it draws nowhere.
      if (own.isConnected) render(<OptionsPage sections={controller.sections()} strings={strings} />, own);
    });
  controller.start();
  return {
    storage,
    sender,
    tabs,
    persisted: () => persisted,
    press: (name, inside) => step(() => pressTrusted(controlNamed(inside ? element(inside) : root, name))),
    sees: (...words) =>
      until(() => words.every((word) => own.textContent.includes(word)), { what: words.join(' and ') }),
  };
}

function choose(id: string, name: string, text: string): void {
  const field = element<HTMLInputElement>(`#${id}-file`);
  Object.defineProperty(field, 'files', { value: [{ name, text: async () => text }], configurable: true });
  Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
  step(() => dispatchTrusted(field, new Event('change', { bubbles: true })));
}

describe('the page', () => {
  test('has all its sections, in their order', async () => {
    const { sees } = await open();
    await sees(strings.t('commandNext'), strings.t('backupNever'));
    expect([...root.querySelectorAll('main section')].map(({ id }) => id)).toEqual(
      'reading marks card subjects sites choices keys backup exchange sync browser'.split(' '),
    );
  });

  test('has conflicts first, where there are some', async () => {
    const controller = { start: () => undefined, view: () => null, viewConflicts: () => <p>Two.</p> };
    await open({ parts: { sync: { ...controller, hasConflicts: () => true } } });
    expect(element('main section').id).toBe('conflicts');
  });

  test.each<[query: string, sections: string[]]>([
    ['wavy', []],
    ['next term', ['keys']],
    ['china', ['subjects']],
    ['underline links', []],
    ['On links', ['marks']],
  ])('is searched for “%s”: %j', async (query, sections) => {
    const { sees } = await open();
    await sees(strings.t('commandNext'));
    step(() => enter(element('#find'), query));
    expect([...root.querySelectorAll('main section')].map(({ id }) => id)).toEqual(sections);
    step(() => dispatchTrusted(element('#find'), new KeyboardEvent('keydown', { key: 'Escape' })));
    expect(root.querySelectorAll('main section').length).toBe(11);
  });

  test('asks that notes are never evicted, once there is one', async () => {
    let notify = (): void => undefined;
    const notesChannel: OptionsParts['notesChannel'] = {
      listen(listener) {
        notify = () => listener({ ids: [], pages: [] });
        return () => undefined;
      },
    };
    const { sender, persisted } = await open({ notes: [], parts: { notesChannel } });
    await writeNotes(sender, [NOTE], { present: [] });
    notify();
    await until(() => persisted() === 1, { what: 'the question' });
    notify();
    await sender.send('notes.list', {});
    expect(persisted()).toBe(1);
  });
});

describe('rules', () => {
  test.each<[id: string, value: string, stored: object]>([
    ['opens', 'click', { opens: 'click' }],
    ['open-delay', '700', { openDelayMs: 700 }],
    ['leave-delay', '600', { leaveDelayMs: 600 }],
    ['density', 'all', { density: 'all' }],
    ['mark-style', 'wavy', { markStyle: 'wavy' }],
    ['text-size', '130', { textSize: 130 }],
  ])('the option %s takes %s', async (id, value, stored) => {
    const { storage, sees } = await open();
    await sees(strings.t('commandNext'));
    step(() => enter(element(`#${id}`), value));
    await until(() => storage.data['settings'] !== undefined, { what: 'the write' });
    expect(storage.data['settings']).toMatchObject(stored);
  });

  test.each(['headings', 'links', 'subject-china'])('the switch %s turns off', async (id) => {
    const { storage, sees } = await open();
    await sees(strings.t('commandNext'));
    step(() => pressTrusted(element(`#${id}`)));
    await until(() => storage.data['settings'] !== undefined, { what: 'the write' });
    await until(() => element(`#${id}`).getAttribute('aria-checked') === 'false', { what: 'off' });
  });

  test('a key is chosen where cards open with one', async () => {
    const { storage } = await open({ data: { settings: { v: 1, opens: 'hover-with-key' } } });
    await until(() => element('#held-key') !== null, { what: 'the option' });
    step(() => enter(element('#held-key'), 'Shift'));
    await until(() => JSON.stringify(storage.data['settings']).includes('Shift'), { what: 'the write' });
    expect(element('#open-delay')).toBeNull();
  });

  test('a site is added, ruled, and refused where it is none', async () => {
    const { storage, sees } = await open();
    await sees(strings.t('commandNext'));
    const submit = (): void =>
      step(() => dispatchTrusted(element('.add-site'), new Event('submit', { cancelable: true })));
    step(() => enter(element('#site'), 'not a site'));
    submit();
    expect(element('#site').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(element('#site'));
    step(() => enter(element('#site'), 'example.org'));
    submit();
    await until(() => JSON.stringify(storage.data['sites']) === '{"example.org":"asked"}', { what: 'it' });
    await until(() => element('[id="site-example.org"]') !== null, { what: 'its line' });
    step(() => enter(element('[id="site-example.org"]'), 'off'));
    await until(() => JSON.stringify(storage.data['sites']) === '{"example.org":"off"}', { what: 'off' });
  });

  test('a decision is undone', async () => {
    const choices = {
      '*': [{ concept: 'hukou', form: null, instead: null }],
      'a.example': [
        { concept: 'soviet', form: 'council', instead: null },
        { concept: 'soviet', form: 'board', instead: 'danwei' },
        { concept: 'cadre', form: null, instead: null },
      ],
    };
    const { storage, sees } = await open({ data: { choices } });
    await sees('a.example', 'hukou', 'council', 'danwei', 'cadre');
    const undo = root.querySelectorAll<HTMLElement>('#choices button');
    expect(undo).toHaveLength(4);
    for (let left = 4; left > 0; left--) {
      step(() => pressTrusted(element('#choices button')));
      await until(() => root.querySelectorAll('#choices button').length === left - 1, { what: `${left}` });
    }
    expect(storage.data['choices']).toEqual({});
  });

  test.each<[isFirefox: boolean, details: number]>([
    [false, 2],
    [true, 0],
  ])('access that is missing has its way (Firefox: %s)', async (isFirefox, details) => {
    const { press, tabs, sees } = await open({ isFirefox });
    await sees('Private windows');
    expect(root.querySelectorAll('#sites .rows button')).toHaveLength(1 + details);
    press('Allow');
    if (!isFirefox) {
      press('Open that page');
      expect(tabs).toEqual(['chrome://extensions/?id=manicule-id']);
    }
  });

  test('a change that cannot be stored is said', async () => {
    const { storage, sees } = await open();
    await sees(strings.t('commandNext'));
    storage.local.set = () => Promise.reject(new Error('The disk is full.'));
    step(() => pressTrusted(element('#headings')));
    await sees('The disk is full.');
    step(() => enter(element('#backup-remind'), 'week'));
  });
});

describe('keys', () => {
  test('are changed on the browser’s own page', async () => {
    const { press, tabs, sees } = await open();
    await sees(strings.t('commandNext'));
    press('Change keys…');
    expect(tabs).toEqual(['chrome://extensions/shortcuts']);
  });

  test.each<[name: string, commands: object | undefined, words: string]>([
    ['none where there are none, as in Firefox for Android', undefined, strings.t('keysUnknown')],
    [
      'lost, free and twice',
      {
        getAll: async () => [
          { name: 'next-term', description: '', shortcut: '' },
          { name: 'other', description: 'Other', shortcut: 'Alt+A' },
          { name: 'third', description: 'Third', shortcut: 'Alt+A' },
        ],
      },
      strings.t('keyTwice'),
    ],
  ])('%s', async (_, commands, words) => {
    const { sees } = await open({ extension: { commands }, isFirefox: true });
    await sees(words);
  });
});

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

describe('the browser’s own sync', () => {
  test('is ticked', async () => {
    const { storage, sees } = await open();
    await sees(strings.t('backupNever'));
    step(() => pressTrusted(element('#browser input')));
    await until(() => JSON.stringify(storage.data['browser-sync'] ?? '').includes('true'), { what: 'it' });
  });

  test.each<[problem: string, words: string]>([
    ['full', strings.t('browserSyncFull')],
    ['Offline.', strings.t('browserSyncFailed', { problem: 'Offline.' })],
  ])('says its problem “%s”', async (problem, words) => {
    const browserSync: OptionsParts['browserSync'] = {
      get: async () => ({ look: true, sites: false, problem }),
      watch: () => () => undefined,
      choose: async () => undefined,
    };
    const { sees } = await open({ parts: { browserSync } });
    await sees(words);
  });
});
