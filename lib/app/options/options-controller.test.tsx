// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { writeNotes } from '../../platform/notes/bulk-write-client.ts';
import { element, NOTE, open, root, step, strings, useOptionsPage } from '../../testing/options-page.tsx';
import { dispatchTrusted, enter, pressTrusted } from '../../testing/trusted-events.ts';
import { until } from '../../testing/until.ts';
import type { OptionsParts } from './options-controller.tsx';

useOptionsPage();

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
