// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { createNote } from '../../core/notes/note.ts';
import type { SyncReport, Trouble } from '../../core/sync/sync-status.ts';
import { createFakeNotes } from '../../testing/fake-notes.ts';
import { strings } from '../../testing/options-page.tsx';
import { controlNamed, dispatchTrusted, enter, pressTrusted } from '../../testing/trusted-events.ts';
import { createSyncController } from './sync-section.tsx';

const OFF: SyncReport = { account: null, phase: { kind: 'off' }, lastMs: null, nextMs: 0 };
const ADDRESS = 'https://example.org/notes';
const ON: SyncReport = {
  ...OFF,
  account: { address: ADDRESS, origin: 'https://example.org', user: 'ann' },
  phase: { kind: 'idle', trouble: null },
};

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
const press = (name: string): void => step(() => pressTrusted(controlNamed(root, name)));
const sees = (text: string): Promise<void> =>
  vi.waitFor(() => expect(root.textContent.replaceAll(/\s+/g, ' ')).toContain(text));

interface Given {
  report?: SyncReport;
  trouble?: Trouble | null | Error;
  isFirefox?: boolean;
  isAllowed?: boolean;
}

function opened({ report = OFF, trouble = null, isFirefox = false, isAllowed = true }: Given = {}) {
  const { sender, answer, sent } = createFakeNotes();
  const asked: unknown[] = [];
  const told: unknown[] = [];
  let now = report;
  answer['sync.report'] = () => now;
  answer['sync.connect'] = (params) => {
    told.push(params);
    if (trouble instanceof Error) throw trouble;
    if (trouble === null) now = ON;
    return { trouble };
  };
  answer['sync.now'] = () => ({ ...ON, phase: { kind: 'running', progress: null } });
  answer['sync.stop'] = () => OFF;
  answer['sync.answerLossGuard'] = (params) => {
    told.push(params);
    return ON;
  };
  const ports: string[] = [];
  const controller = createSyncController({
    extension: {
      permissions: {
        async request(wanted: unknown) {
          asked.push(wanted);
          return isAllowed;
        },
      },
      runtime: {
        connect({ name }: { name: string }) {
          ports.push(name);
          return { onDisconnect: { addListener: () => undefined } };
        },
      },
    } as unknown as Browser,
    sender,
    strings,
    isFirefox,
    onChanged: draw,
  });
  function draw(): void {
    step(() =>
      render(
        <>
          {controller.view()}
          {controller.hasConflicts() && controller.viewConflicts()}
        </>,
        root,
      ),
    );
  }
  return { start: () => controller.start(), answer, sent, asked, told, ports };
}

async function connect(): Promise<void> {
  await sees(strings.t('syncConnect'));
  const field = (id: string): HTMLInputElement => root.querySelector<HTMLInputElement>(`#${id}`)!;
  step(() => enter(field('sync-address'), ADDRESS));
  step(() => enter(field('sync-user'), 'ann'));
  step(() => enter(field('sync-password'), 'secret'));
  const submit = (): void =>
    step(() =>
      dispatchTrusted(root.querySelector('form')!, new Event('submit', { bubbles: true, cancelable: true })),
    );
  submit();
  await sees('Send your notes to https://example.org?');
  submit();
}

test('connects once the reader has confirmed the server, and shows that it is connected', async () => {
  const { start, told, asked, ports } = opened();
  start();
  expect(ports).toHaveLength(1);
  await connect();
  await sees(`Connected to ${ADDRESS} as ann`);
  expect(told).toEqual([{ address: ADDRESS, user: 'ann', password: 'secret' }]);
  expect(asked).toEqual([]);
});

test.each<[string, Given, shown: string]>([
  ['is unreachable', { trouble: { kind: 'offline' } }, strings.t('syncUnreachable')],
  ['refuses the password', { trouble: { kind: 'refused', why: 'password' } }, strings.t('refused_password')],
  ['is no CouchDB', { trouble: { kind: 'refused', why: 'nothing' } }, strings.t('refused_nothing')],
  ['cannot even be asked', { trouble: new Error('no background') }, 'no background'],
])('says so if the server %s, and keeps what was typed', async (_, given, shown) => {
  const { start } = opened(given);
  start();
  await connect();
  await sees(shown);
  expect(root.querySelector<HTMLInputElement>('#sync-password')!.value).toBe('secret');
});

test.each([
  [false, strings.t('syncNotAllowed'), 0],
  [true, `Connected to ${ADDRESS}`, 1],
])('Firefox asks whether data may be sent; the answer is %s', async (isAllowed, shown, connections) => {
  const { start, asked, told } = opened({ isFirefox: true, isAllowed });
  start();
  await connect();
  await sees(shown);
  expect(asked).toEqual([{ data_collection: ['websiteContent', 'browsingActivity'] }]);
  expect(told).toHaveLength(connections);
});

test('syncs now, and stops', async () => {
  const { start } = opened({ report: ON });
  start();
  await sees(strings.t('syncNever'));
  press(strings.t('syncNow'));
  await sees(strings.t('syncLooking'));
  press(strings.t('syncStop'));
  await sees(strings.t('syncOff'));
});

test('asks before many notes are taken away, and sends the answer', async () => {
  const phase = { kind: 'blocked-by-loss-guard', loss: { deleted: 30, binned: 2, of: 40 } } as const;
  const { start, told } = opened({ report: { ...ON, phase } });
  start();
  await sees('Of your 40 notes, 30 would be deleted');
  press(strings.t('lossGuardKeep'));
  await sees(strings.t('syncNever'));
  expect(told).toEqual([{ choice: 'keep' }]);
});

test('lists notes with two versions until one is chosen', async () => {
  const { start, answer, sent } = opened();
  const shown = createNote({ id: 'a', nowIso: '2026-12-01T00:00:00.000Z', text: 'Mine.' });
  answer['notes.conflicts'] = () => [{ shown, others: [{ rev: '2-b', note: { ...shown, text: 'Yours.' } }] }];
  start();
  await sees('Yours.');
  answer['notes.conflicts'] = () => [];
  step(() => pressTrusted(root.querySelector('.sheet button:not([type=submit])')!));
  await vi.waitFor(() => expect(root.textContent).not.toContain('Yours.'));
  expect(sent).toContain('notes.settle');
});
