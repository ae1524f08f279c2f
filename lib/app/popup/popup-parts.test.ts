// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import { popup } from '../../core/i18n/tables/popup/index.ts';
import { createNote } from '../../core/notes/note.ts';
import { createFakeSurface, FRAME, TAB } from '../../testing/fake-surface.ts';
import { HUKOU } from '../../testing/gallery/concepts.ts';
import { createPopupController, type PopupParts } from './popup-controller.ts';
import { createPopupParts } from './popup-parts.ts';

type Work = Parameters<PopupParts['idle']>[0];
const note = createNote({ id: 'f', nowIso: '2026-12-01T00:00:00.000Z', page: 'https://frame.example/' });

function opened() {
  const surface = createFakeSurface([note]);
  const parts = createPopupParts(surface.extension, {
    strings: createStrings(['en'], withStrings(card, popup)),
    lang: 'en',
    entries: [HUKOU],
    isFirefox: false,
    onChanged: () => undefined,
  });
  // Node has no idle callbacks.
  return { ...surface, parts: { ...parts, idle: (work: Work) => work(() => 16) } };
}
const POLL = [
  [TAB.id, 'page.report', 0],
  [TAB.id, 'page.report', FRAME],
];

test('a poll asks the page and each of its frames once', async () => {
  const { parts, asked, status } = opened();
  const timers: (() => void)[] = [];
  const controller = createPopupController({
    ...parts,
    after(_ms, run) {
      timers.push(run);
      return () => undefined;
    },
  });
  status.state = 'reading';
  await controller.start();
  expect(asked).toEqual(POLL);
  expect(controller.model().tab).toMatchObject({ kind: 'page', status: { state: 'reading' } });
  status.state = 'on';
  timers[0]!();
  await vi.waitFor(() => expect(controller.model().tab).toMatchObject({ status: { state: 'on' } }));
  expect(asked).toEqual([...POLL, ...POLL]);
  expect(timers).toHaveLength(1);
});

test('the notes of frames are among those of the page', async () => {
  const { parts } = opened();
  const controller = createPopupController(parts);
  await controller.start();
  expect(controller.model().rows).toMatchObject([{ kind: 'note', group: 'notesHere' }]);
});

test('a site that is switched off has no notes to show', async () => {
  const { parts, stored } = opened();
  stored['sites'] = { 'a.example': 'off' };
  const { state, outline } = await parts.readTab(TAB);
  expect([state.kind, outline.pages]).toEqual(['off', []]);
});

test('the tab is the one in front in this window', async () => {
  const { parts, did } = opened();
  expect(await parts.frontTab()).toEqual(TAB);
  expect(did).toEqual(['query {"active":true,"currentWindow":true}']);
});

test('a term is looked for in the page, then in its frames', async () => {
  const { parts, asked } = opened();
  await parts.reveal(TAB.id, HUKOU.id);
  expect(asked).toEqual([
    [TAB.id, 'page.reveal', 0],
    [TAB.id, 'page.reveal', FRAME],
  ]);
});

test('rules and decisions are stored in the background', async () => {
  const { parts, stored } = opened();
  await parts.runStatusAction('off', { id: TAB.id, host: 'a.example' });
  expect(stored['sites']).toEqual({ 'a.example': 'off' });
  await parts.siteDecisions.change('a.example', () => [{ concept: HUKOU.id, form: null, instead: null }]);
  expect(Object.keys(await parts.siteDecisions.get())).toEqual(['a.example']);
});

test('the library opens in a tab of its own, or comes to the front', async () => {
  const { parts, did, world, extension } = opened();
  const url = extension.runtime.getURL('library.html');
  await parts.openLibrary();
  world.tabs = [{ id: 7, url: `${url}#notes` }];
  await parts.openLibrary();
  await parts.openOptions();
  expect(did.filter((each) => !each.startsWith('query'))).toEqual([
    `open ${url}`,
    'update 7 {"active":true}',
    'options',
  ]);
});

test('there is no button for a side panel where the browser has none', () => {
  expect(opened().parts.openPanel).toBeNull();
});

test('few notes need no backup, and jsdom cannot persist them', async () => {
  const { parts } = opened();
  expect(await parts.backupDue(0)).toBeNull();
  expect(await parts.persist()).toBeNull();
});

test('a timer can be cancelled', () => {
  vi.useFakeTimers();
  try {
    const { parts } = opened();
    const ran: string[] = [];
    parts.after(250, () => ran.push('kept'));
    parts.after(250, () => ran.push('cancelled'))();
    vi.advanceTimersByTime(249);
    expect(ran).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ran).toEqual(['kept']);
  } finally {
    vi.useRealTimers();
  }
});

test('the popup closes its own window', () => {
  const { parts } = opened();
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  parts.close();
  expect(close).toHaveBeenCalledOnce();
  close.mockRestore();
});
