import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { createPageMirror } from '../../core/settings/page-mirror.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import type { SiteRules, SiteState } from '../../core/sites/site-rule.ts';
import { PAGE_MIRROR } from '../../platform/storage/page-settings.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import {
  createFakeRuntime,
  createFakeStorage,
  FAKE_ID,
  type FakeRuntime,
  type FakeStorage,
} from '../../testing/fake-runtime.ts';
import { until } from '../../testing/until.ts';
import type { PageController, PageControllerOptions } from './page-controller.ts';
import { startSession } from './session.ts';

const HOST = 'example.org';
const SALT = '0123456789abcdef0123456789abcdef';
const mirrorOf = (rules: SiteRules) => ({
  [PAGE_MIRROR]: createPageMirror({
    salt: SALT,
    settings: DEFAULT_SETTINGS,
    rules,
    decisions: {},
    noted: [],
  }),
});

let page: FakePage;
let session: AbortController;
let runtime: FakeRuntime;
let storage: FakeStorage;
let icons: SiteState[];
/** The calls that the controllers of the page received, in order. */
let log: string[];
let current: { options: PageControllerOptions; state: PageStatus['state'] } | null;

function createController(options: PageControllerOptions): PageController {
  const made = { options, state: 'on' as PageStatus['state'] };
  current = made;
  log.push('begin');
  options.signal.addEventListener('abort', () => {
    log.push('end');
    if (current === made) current = null;
  });
  const call = (name: string) => vi.fn(() => (log.push(name), true));
  return {
    status: () => ({ state: made.state, textLength: 10, terms: [], notes: 0 }),
    outline: () => ({ page: 'https://example.org/', title: 'A', notes: [] }),
    step: call('step'),
    selection: () => null,
    command: call('command'),
    reveal: async () => call('reveal')(),
    pinSelection: async () => call('pinSelection')(),
    notesChanged: call('notesChanged'),
    goOn() {
      made.state = 'on';
      options.onPaused(false);
      return true;
    },
    readAnyway: call('readAnyway'),
    setSettings: () => void log.push('setSettings'),
    setDecisions: () => void log.push('setDecisions'),
    handleCardEvent: call('handleCardEvent'),
    topCard: null,
  };
}

/** A message from the background, as the popup sends it. */
async function send(name: string, params: object = {}): Promise<Record<string, unknown>> {
  const sender = { id: FAKE_ID };
  const reply = (await runtime.deliver({ name, params }, sender)) as { ok: boolean; result: never };
  expect(reply).toMatchObject({ ok: true });
  return reply.result;
}
const status = async (): Promise<PageStatus> => (await send('page.report'))['status'] as PageStatus;

function start(rules: SiteRules = {}, url = `https://${HOST}/article`): ReturnType<typeof startSession> {
  page = createFakePage('<p>mint</p>', url);
  session = new AbortController();
  runtime = createFakeRuntime();
  runtime.sendMessage = (async (message: { name: string; params: { state: SiteState } }) => {
    if (message.name === 'icon.show') icons.push(message.params.state);
    return { ok: true, result: { shown: true } };
  }) as never;
  storage = createFakeStorage(mirrorOf(rules));
  return startSession(session, {
    extension: { runtime, storage } as never,
    createController,
  });
}

beforeEach(() => {
  icons = [];
  log = [];
  current = null;
});
afterEach(() => {
  session.abort();
  page.close();
});

const becomes = (...expected: string[]) =>
  until(() => log.join() === expected.join() || null, { what: `${expected.join()}, not ${log.join()}` });

const setRules = (rules: SiteRules) => storage.local.set(mirrorOf(rules));

test('starts by itself on a site without a rule', async () => {
  start();
  await becomes('begin');
  expect(await status()).toMatchObject({ state: 'on', problem: null, noStorage: false, byAsking: false });
  expect(icons).toEqual([]);
});

test('stays off on a site that is off, says so, and begins when the rule changes', async () => {
  start({ [HOST]: 'off' });
  await until(() => icons.length === 1, { what: 'the icon' });
  expect(icons).toEqual(['off']);
  expect(await status()).toMatchObject({ state: 'off', textLength: 0 });
  expect(await send('page.command', { command: 'next-term' })).toEqual({ done: false });
  await setRules({});
  await becomes('begin');
  expect(icons).toEqual(['off', 'on']);
  await setRules({ [HOST]: 'off' });
  await becomes('begin', 'end');
});

test('reads an asked site when the reader asks, and not any more after a new rule', async () => {
  start({ [HOST]: 'asked' });
  await until(() => icons.length === 1, { what: 'the icon' });
  expect((await status()).state).toBe('asked');
  expect(await send('page.readNow')).toEqual({ done: true });
  expect(await status()).toMatchObject({ state: 'on', byAsking: true });
  await send('page.setActive', { active: false });
  await becomes('begin', 'end');
  expect((await status()).byAsking).toBe(false);
});

test('an asked page that a new rule turns off is off', async () => {
  start({ [HOST]: 'asked' });
  await until(() => icons.length === 1, { what: 'the icon' });
  await send('page.readNow');
  await setRules({ [HOST]: 'off' });
  await becomes('begin', 'end');
  expect(await status()).toMatchObject({ state: 'off', byAsking: false });
});

test('shows a runaway page as paused until it goes on', async () => {
  start();
  await becomes('begin');
  current!.state = 'paused';
  current!.options.onPaused(true);
  expect(icons).toEqual(['paused']);
  await send('page.setActive', { active: true });
  expect(icons.at(-1)).toBe('paused');
  expect(await send('page.goOn')).toEqual({ done: true });
  expect(icons.at(-1)).toBe('on');
  expect(log).toEqual(['begin']);
});

test('ends, once and for good, when the extension is gone', async () => {
  start();
  await becomes('begin');
  runtime.id = '';
  page.document.dispatchEvent(new page.window.Event('pointermove'));
  expect(log).toEqual(['begin', 'end']);
  expect(session.signal.aborted).toBe(true);
  expect(runtime.listeners.size).toBe(0);
  await setRules({});
  expect(log).toEqual(['begin', 'end']);
});

test('an aborted session answers nothing more and begins nothing', async () => {
  start();
  session.abort();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log).toEqual([]);
  expect(runtime.listeners.size).toBe(0);
});

test('without storage the defaults apply, and the status says so', async () => {
  start();
  await becomes('begin');
  storage.local.get = () => Promise.reject(new Error('No storage.'));
  await send('page.setActive', { active: false });
  await becomes('begin', 'end', 'begin');
  expect((await status()).noStorage).toBe(true);
});

test('an error of the page is told as its problem', async () => {
  start();
  await becomes('begin');
  current!.options.onError(new Error('Bad.'));
  expect((await status()).problem).not.toBeNull();
});

test('passes messages, settings and decisions on to the page', async () => {
  const { pinSelection } = start();
  await becomes('begin');
  expect(await pinSelection()).toBe(true);
  expect(await send('page.command', { command: 'open-card' })).toEqual({ done: true });
  expect(await send('page.step', { concept: 'hukou', by: 1 })).toEqual({ found: true });
  expect(await send('page.notesChanged')).toEqual({ done: true });
  expect(await send('page.readAnyway')).toEqual({ done: true });
  expect(await send('page.setDensity', { density: 'all' })).toEqual({ done: true });
  expect(log).toEqual([
    'begin',
    'pinSelection',
    'command',
    'step',
    'notesChanged',
    'readAnyway',
    'setSettings',
  ]);
});
