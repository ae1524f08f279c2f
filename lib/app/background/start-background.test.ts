/** The background as a table of events: what the browser says, and what is done about it. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Concept } from '../../core/glossary/concept.ts';
import { createNote } from '../../core/notes/note.ts';
import { createDraftStore } from '../../platform/drafts/draft-store.ts';
import { openNoteDatabase } from '../../platform/notes/note-database.ts';
import { createNoteStore } from '../../platform/notes/note-store.ts';
import { createFakeRuntime, createFakeStorage, FAKE_BASE, FAKE_ID } from '../../testing/fake-runtime.ts';
import { startBackground, type BackgroundApis, type BackgroundParts } from './start-background.ts';

/** An event of the browser's, which a test may fire. */
function fakeEvent() {
  const listeners: ((...args: never[]) => unknown)[] = [];
  return {
    addListener: (listener: (...args: never[]) => unknown) => void listeners.push(listener),
    fire: (...args: unknown[]) => listeners.forEach((listener) => listener(...(args as never[]))),
    count: () => listeners.length,
  };
}

const OPEN_TABS = [
  { id: 1, url: 'https://example.org/a', active: true },
  { id: 2, url: 'https://other.org/', active: false },
];
const NOTE = createNote({ id: 'n', nowIso: '2026-01-01T00:00:00.000Z', page: 'https://example.org/a' });
let databases = 0;

function start({ isPhone = false, reinjectsItself = false } = {}) {
  const did: string[] = [];
  const log =
    (what: string, answer?: unknown) =>
    async (...args: unknown[]): Promise<unknown> => {
      did.push([what, ...args.filter((arg) => typeof arg === 'string')].join(' '));
      return answer;
    };
  const events = {
    installed: fakeEvent(),
    startup: fakeEvent(),
    connect: fakeEvent(),
    alarm: fakeEvent(),
    added: fakeEvent(),
    menu: fakeEvent(),
    command: fakeEvent(),
  };
  const runtime = createFakeRuntime();
  const storage = createFakeStorage();
  const sent: unknown[] = [];
  const online = new EventTarget();
  const sync = {
    start: log('sync starts'),
    handleAlarm: async (name: string) => void (name === 'sync' && did.push('sync by alarm')),
    notesChanged: () => void did.push('sync hears of notes'),
    syncNow: log('sync now'),
    addPage: () => {
      did.push('page opened');
      return () => void did.push('page closed');
    },
    report: async () => ({ account: null }),
  };
  let receive: Parameters<BackgroundParts['createSync']>[0] = () => undefined;
  const apis = {
    action: { setIcon: log('icon'), setTitle: log('title') },
    alarms: { create: log('alarm'), clear: log('no alarm'), onAlarm: events.alarm },
    i18n: { getMessage: (key: string) => key },
    permissions: { onAdded: events.added },
    runtime: {
      ...runtime,
      getManifest: () => ({ version: '1', content_scripts: [{ matches: [], js: ['page.js'] }] }),
      onInstalled: events.installed,
      onStartup: events.startup,
      onConnect: events.connect,
    },
    scripting: {
      executeScript: async ({ files }: { files?: string[] }) => (
        files && did.push(`runs ${files.join()}`),
        []
      ),
    },
    storage: { ...createFakeStorage(), session: createFakeStorage().local },
    tabs: {
      query: async () => OPEN_TABS,
      create: async ({ url }: { url: string }) => did.push(`opens ${url}`),
      sendMessage: async (tab: number, { name }: { name: string }) => {
        sent.push([tab, name]);
        return { ok: true, result: { done: true } };
      },
    },
    ...(!isPhone && {
      contextMenus: {
        removeAll: log('menu emptied'),
        create: () => did.push('menu item'),
        onClicked: events.menu,
      },
      commands: { onCommand: events.command },
    }),
  } as unknown as BackgroundApis;
  const name = `start-${++databases}`;
  const store = createNoteStore(() => openNoteDatabase(name));
  startBackground({
    apis,
    reader: storage,
    entries: [{ id: 'hukou' } as Concept],
    store,
    drafts: createDraftStore(`${name}-drafts`),
    notesChannel: { notify: ({ ids }) => void did.push(`notes ${ids.join()}`) },
    draftsChannel: { notify: () => void did.push('drafts changed') },
    createSync(onNotes) {
      receive = onNotes;
      return sync as never;
    },
    browserSync: { run: () => void did.push('settings travel') },
    network: online,
    reinjectsItself,
    nowMs: () => Date.parse('2026-06-01T00:00:00.000Z'),
  });
  did.length = 0;
  return { did, events, runtime, storage, sent, online, store, receive: () => receive([NOTE]) };
}
type Started = ReturnType<typeof start>;

describe('an event', () => {
  it.each<[event: string, fire: (started: Started) => unknown, done: string[], not: string[]]>([
    [
      'install',
      ({ events }) => events.installed.fire({ reason: 'install' }),
      [
        'menu emptied',
        'menu item',
        'sync starts',
        'alarm bin',
        `opens ${FAKE_BASE}welcome.html`,
        'runs page.js',
      ],
      [],
    ],
    [
      'update',
      ({ events }) => events.installed.fire({ reason: 'update' }),
      ['menu emptied', 'sync starts', 'runs page.js'],
      [`opens ${FAKE_BASE}welcome.html`],
    ],
    [
      'update of the browser',
      ({ events }) => events.installed.fire({ reason: 'browser_update' }),
      ['sync starts'],
      ['runs page.js'],
    ],
    [
      'start of the browser',
      ({ events }) => events.startup.fire(),
      ['menu emptied', 'sync starts'],
      ['runs page.js'],
    ],
    [
      'alarm of sync',
      ({ events }) => events.alarm.fire({ name: 'sync' }),
      ['sync by alarm'],
      ['menu emptied'],
    ],
    [
      'access to sites',
      ({ events }) => events.added.fire({ origins: ['<all_urls>'] }),
      ['runs page.js'],
      ['menu emptied'],
    ],
    ['network is back', ({ online }) => online.dispatchEvent(new Event('online')), ['sync now'], []],
    [
      'message of an own page',
      ({ runtime }) => runtime.deliver({ name: 'notes.save', params: { note: NOTE } }),
      ['notes n', 'sync hears of notes'],
      [],
    ],
    [
      'note from the server',
      ({ receive }) => receive(),
      ['notes n'],
      // It comes from there: there is nothing to send.
      ['sync hears of notes'],
    ],
    [
      'own page that is open',
      ({ events }) =>
        events.connect.fire({
          name: 'manicule-live',
          sender: { url: `${FAKE_BASE}library.html` },
          onDisconnect: { addListener: (closed: () => void) => closed() },
        }),
      ['page opened', 'page closed'],
      [],
    ],
    [
      'port of a page that is none of the extension',
      ({ events }) =>
        events.connect.fire({
          name: 'manicule-live',
          sender: { url: 'https://evil.example/' },
          onDisconnect: fakeEvent(),
        }),
      [],
      ['page opened'],
    ],
  ])('%s', async (_event, fire, done, not) => {
    const started = start();
    fire(started);
    await vi.waitFor(() => expect(started.did).toEqual(expect.arrayContaining(done)));
    for (const each of not) expect(started.did).not.toContain(each);
  });

  it.each<[event: string, fire: (started: Started) => unknown, sent: unknown[]]>([
    ['command', ({ events }) => events.command.fire('next-term', OPEN_TABS[0]), [1, 'page.command']],
    [
      'menu',
      ({ events }) => events.menu.fire({ menuItemId: 'pin', frameId: 0 }, OPEN_TABS[0]),
      [1, 'page.pinSelection'],
    ],
    [
      'rule of a site',
      ({ storage }) => storage.local.set({ sites: { 'other.org': 'off' } }),
      [2, 'page.setActive'],
    ],
  ])('%s reaches the page', async (_event, fire, wanted) => {
    const started = start();
    await fire(started);
    await vi.waitFor(() => expect(started.sent).toContainEqual(wanted));
  });

  it('does not run content scripts where the browser does it', async () => {
    const { did, events } = start({ reinjectsItself: true });
    events.installed.fire({ reason: 'update' });
    await vi.waitFor(() => expect(did).toContain('sync starts'));
    expect(did).not.toContain('runs page.js');
  });

  it('of a page is answered, and changes nothing that is not its own', async () => {
    const { runtime, store } = start();
    await store.save(NOTE);
    const page = { id: FAKE_ID, url: 'https://evil.example/', tab: { id: 9 }, frameId: 0 };
    const reply = await runtime.deliver({ name: 'notes.delete', params: { id: 'n' } }, page);
    expect(reply).toMatchObject({ ok: false });
    expect(await store.get('n')).toEqual(NOTE);
  });
});

describe('Firefox for Android', () => {
  it('has no menus and no commands: everything else is there', async () => {
    const { did, events, runtime } = start({ isPhone: true });
    events.installed.fire({ reason: 'install' });
    await vi.waitFor(() => expect(did).toContain('sync starts'));
    expect(did).not.toContain('menu item');
    expect(await runtime.deliver({ name: 'glossary.entries', params: { ids: ['hukou'] } })).toEqual({
      ok: true,
      result: [{ id: 'hukou' }],
    });
  });
});

it('has every listener before it returns', () => {
  const { events, runtime } = start();
  expect(Object.values(events).map((event) => event.count())).toEqual(Object.values(events).map(() => 1));
  expect(runtime.listeners.size).toBe(1);
});
