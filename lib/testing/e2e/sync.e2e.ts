/** Two browsers with profiles of their own, and one server of CouchDB's protocol between them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNote, editNote, type Note } from '../../core/notes/note.ts';
import type { SyncPhase } from '../../core/sync/sync-status.ts';
import { launchReadingBrowser, type ReadingBrowser } from '../browsers/driver.ts';
import { startCouchServer, type CouchServer } from '../couch-server.ts';
import { until } from '../until.ts';
import { middleOfControl } from './middle-of-control.ts';
import { openExtensionPage, type ExtensionPage } from './extension-page.ts';
import { BROWSER, EXTENSION } from './world.ts';

interface Machine {
  browser: ReadingBrowser;
  page: ExtensionPage;
}

const OPTIONS = 'options.html';
let server: CouchServer;
let a: Machine;
let b: Machine;

beforeAll(async () => {
  server = await startCouchServer();
  const launch = async (): Promise<Machine> => {
    const browser = await launchReadingBrowser(BROWSER, { extension: EXTENSION });
    return { browser, page: await openExtensionPage(browser, OPTIONS) };
  };
  [a, b] = [await launch(), await launch()];
}, 120_000);
afterAll(async () => {
  await a?.browser.close();
  await b?.browser.close();
  await server?.close();
}, 60_000);

let second = 0;
const tick = (): string => new Date(Date.now() + ++second).toISOString();
const pin = (id: string, text = id): Note =>
  createNote({ id, nowIso: tick(), page: 'https://example.org/', title: 'Essay', text });

const shown = ({ browser }: Machine): Promise<string> => browser.evaluate(() => document.body.innerText);
const sees = (machine: Machine, text: string, timeoutMs = 20_000): Promise<unknown> =>
  until(async () => (await shown(machine)).includes(text), { what: `“${text}” on the page`, timeoutMs });

/** As a reader does it: by real clicks. */
const click = async ({ browser }: Machine, name: string): Promise<void> =>
  browser.click(...(await middleOfControl(browser, { name })));

async function fill({ browser }: Machine, field: string, text: string): Promise<void> {
  await browser.evaluate((id) => {
    const input = document.getElementById(id) as HTMLInputElement;
    input.focus();
    input.select();
  }, field);
  await browser.type(text);
}

async function connect(machine: Machine, password = server.password): Promise<void> {
  await until(() => machine.browser.evaluate(() => document.getElementById('sync-address') !== null), {
    what: 'the form',
  });
  await fill(machine, 'sync-address', `${server.origin}/notes`);
  await fill(machine, 'sync-user', server.user);
  await fill(machine, 'sync-password', password);
  await click(machine, 'Connect …');
  await sees(machine, `Send your notes to ${server.origin}?`);
  await click(machine, 'Send and connect');
}

const save = ({ page }: Machine, note: Note) => page.sender.sendUntilAcknowledged('notes.save', { note });
const list = ({ page }: Machine): Promise<Note[]> => page.sender.sendUntilAcknowledged('notes.list', {});
const textsOf = async (machine: Machine): Promise<string[]> =>
  (await list(machine)).map(({ text }) => text).sort();
const phaseOf = async ({ page }: Machine): Promise<SyncPhase> =>
  (await page.sender.sendUntilAcknowledged('sync.report', {})).phase;

/** The notes of a machine are these, sooner or later. */
async function holds(machine: Machine, texts: string[]): Promise<void> {
  let last: string[] = [];
  await until(
    async () => {
      last = await textsOf(machine);
      return JSON.stringify(last) === JSON.stringify([...texts].sort());
    },
    { what: 'the notes', timeoutMs: 20_000 },
  ).catch(() => expect(last).toEqual([...texts].sort()));
}

async function isUpToDate(machine: Machine): Promise<boolean> {
  const phase = await phaseOf(machine);
  return phase.kind === 'idle' && phase.trouble === null;
}

/** So many notes, sooner or later. While a sync runs they are not asked for: two thousand would keep it waiting. */
const counts = (machine: Machine, count: number, what: string): Promise<unknown> =>
  until(async () => (await isUpToDate(machine)) && (await list(machine)).length === count, {
    what,
    timeoutMs: 90_000,
  });

describe('sync between two profiles', () => {
  test('refuses a wrong password beside its field, then connects both', async () => {
    await save(a, pin('first', 'written before'));
    expect(server.requests).toEqual([]);
    await sees(a, 'Off. Your notes are on this computer only.');
    await connect(a, 'wrong');
    await sees(a, 'does not accept this user name and password');
    await until(() => a.browser.evaluate(() => document.activeElement?.id === 'sync-password'), {
      what: 'focus in the field',
    });
    await connect(a);
    await sees(a, 'Up to date');
    await connect(b);
    await sees(b, 'Up to date');
    await holds(b, ['written before']);
  });

  test('carries what is created, edited and deleted, as it happens', async () => {
    await save(a, pin('second', 'of a'));
    await holds(b, ['of a', 'written before']);
    const [note] = (await list(b)).filter(({ _id }) => _id === 'second');
    await save(b, editNote(note!, { text: 'edited by b' }, tick()));
    await holds(a, ['edited by b', 'written before']);
    await a.page.sender.sendUntilAcknowledged('notes.delete', { id: 'second' });
    await holds(b, ['written before']);
    const bin = await b.page.sender.sendUntilAcknowledged('notes.bin', {});
    expect(bin.map(({ text }) => text)).toEqual(['edited by b']);
  });

  test('is offline while the server is down, keeps both sides of a conflict, and lets the reader choose', async () => {
    const [note] = (await list(a)).filter(({ _id }) => _id === 'first');
    await server.down();
    await save(a, editNote(note!, { text: 'side of a' }, tick()));
    await save(b, editNote(note!, { text: 'side of b' }, tick()));
    await sees(a, 'Offline');
    await sees(b, 'Offline');
    await server.up();
    await click(a, 'Sync now');
    await sees(a, 'Up to date');
    await click(b, 'Sync now');
    await sees(b, 'Up to date');
    await holds(a, ['side of b']);
    await holds(b, ['side of b']);
    await sees(a, 'Notes with two versions');
    await sees(a, 'side of a');
    await click(a, 'Take this one');
    await holds(a, ['side of a']);
    await holds(b, ['side of a']);
    await until(async () => !(await shown(b)).includes('Notes with two versions'), {
      what: 'the conflict to be over',
    });
  });

  test('says that the password was changed on the server, and goes on when it is right again', async () => {
    server.answerWith(401);
    await click(b, 'Sync now');
    await sees(b, 'Refused: the server does not accept this user name and password.');
    server.answerWith(null);
    await click(b, 'Sync now');
    await sees(b, 'Up to date');
    await holds(b, ['side of a']);
  });

  test('replicates 2,000 notes, and shows how far it is', { timeout: 120_000 }, async () => {
    await b.browser.evaluate(() => {
      const seen = ((window as unknown as { seen: string[] }).seen = [] as string[]);
      new MutationObserver(() => {
        const said = document.querySelector('#sync .state strong')?.textContent ?? '';
        if (said.startsWith('Syncing')) seen.push(said);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    for (let part = 0; part < 4; part++) {
      const notes = Array.from({ length: 500 }, (_, at) => pin(`n${part * 500 + at}`));
      await a.page.sender.sendUntilAcknowledged('notes.putAll', { notes, over: false });
    }
    await counts(b, 2001, '2,001 notes');
    const seen = await b.browser.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.every((said) => /^Syncing: \d+ of \d+ notes$/.test(said))).toBe(true);
  });

  test(
    'stops before many notes are taken away, and does what the reader says',
    { timeout: 120_000 },
    async () => {
      const doomed = Array.from({ length: 30 }, (_, at) => `n${at}`);
      await a.page.sender.sendUntilAcknowledged('notes.purge', { ids: doomed });
      await sees(b, 'Stopped before anything was taken away');
      expect(await phaseOf(b)).toEqual({
        kind: 'blocked-by-loss-guard',
        loss: { deleted: 30, binned: 0, of: 2002 },
      });
      expect(await list(b)).toHaveLength(2001);
      await click(b, 'No, keep my notes there, too');
      await sees(b, 'Up to date');
      expect(await list(b)).toHaveLength(2001);
      await counts(a, 2001, 'the notes to be back');

      await b.page.sender.sendUntilAcknowledged('notes.purge', { ids: doomed });
      await sees(a, 'Stopped before anything was taken away');
      await click(a, 'Yes, do the same here');
      await counts(a, 1971, 'them to go');
    },
  );

  test('goes on after the background was ended, and stops with all notes kept', async () => {
    await b.browser.killBackground();
    await save(a, pin('late', 'after a kill'));
    await counts(b, 1972, 'the note');
    expect(await textsOf(b)).toContain('after a kill');
    await click(b, 'Stop and keep all notes here');
    await sees(b, 'Off. Your notes are on this computer only.');
    expect(await list(b)).toHaveLength(1972);
    const before = server.requests.length;
    await save(b, pin('alone', 'stays here'));
    expect((await b.page.sender.sendUntilAcknowledged('sync.report', {})).account).toBeNull();
    expect(server.requests.slice(before).filter((line) => line.includes('_bulk_docs'))).toEqual([]);
  });

  test('leaves the password nowhere but in its own database', async () => {
    const stored = await a.browser.background<string>(
      `(globalThis.browser ?? chrome).storage.local.get(null).then(JSON.stringify)`,
    );
    expect(stored).not.toContain(server.password);
    expect(JSON.stringify(await list(a))).not.toContain(server.password);
    expect((await a.browser.errors()).join('\n')).not.toContain(server.password);
  });
});
