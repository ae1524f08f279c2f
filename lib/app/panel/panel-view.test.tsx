// @vitest-environment jsdom
import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import { conflict } from '../../core/i18n/tables/conflict/index.ts';
import { panel } from '../../core/i18n/tables/panel/index.ts';
import { status as statusTable } from '../../core/i18n/tables/status/index.ts';
import { createNote } from '../../core/notes/note.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import { createFakeSurface, FRAME, TAB } from '../../testing/fake-surface.ts';
import { HUKOU } from '../../testing/gallery/concepts.ts';
import { controlNamed, pressTrusted } from '../../testing/trusted-events.ts';
import { createPanelController } from './panel-controller.ts';
import { createPanelParts } from './panel-parts.ts';
import { createPanelView } from './panel-view.tsx';

const nowIso = '2026-12-01T00:00:00.000Z';
const placed = createNote({
  id: 'a',
  nowIso,
  text: 'On the strike.',
  page: TAB.url,
  selectors: [{ type: 'TextQuoteSelector', exact: 'the strike', prefix: '', suffix: '' }],
});
const orphan = createNote({ id: 'o', nowIso, text: 'On the flood.', page: TAB.url });
const strings = createStrings(['en'], withStrings(card, conflict, panel, statusTable));

const step = (run: () => void): void => void act(run);
let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  HTMLElement.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  render(null, root);
  root.remove();
});

async function opened() {
  const surface = createFakeSurface([placed, orphan]);
  surface.status.terms = [{ concept: HUKOU.id, surface: 'hukou', count: 2 }];
  surface.outlines[0]!.notes = [
    { id: 'a', state: 'placed', score: 1 },
    { id: 'o', state: 'orphan', score: null },
  ];
  const led: string[] = [];
  let view = (): ComponentChildren => null;
  const parts = createPanelParts(surface.extension, {
    strings,
    fixedTab: null,
    isFirefox: false,
    onChanged: () => step(() => render(view(), root)),
  });
  const controller = createPanelController({ ...parts, after: () => () => undefined });
  view = createPanelView({
    controller,
    strings,
    lang: 'en',
    tools: { reader: createNoteReader(), completeTags: async () => [] },
    conceptOf: (id) => (id === HUKOU.id ? HUKOU : undefined),
    openLibrary: () => led.push('library'),
  });
  controller.start();
  await vi.waitFor(() => expect(controller.model().notes).toHaveLength(2));
  surface.asked.length = 0;
  return { ...surface, led };
}
const press = (name: string): void => step(() => pressTrusted(controlNamed(root, name)));
const showNotes = (): void => step(() => pressTrusted([...root.querySelectorAll('[role=tab]')].at(-1)!));
const everywhere = (name: string) => [
  [TAB.id, name, 0],
  [TAB.id, name, FRAME],
];

test('a term leads to its place on the page, and on to the next one', async () => {
  const { asked } = await opened();
  step(() => pressTrusted(root.querySelector('.term .go')!));
  await vi.waitFor(() => expect(asked).toEqual(everywhere('page.reveal')));
  asked.length = 0;
  step(() => pressTrusted(root.querySelector('.term .steps button')!));
  await vi.waitFor(() => expect(asked).toEqual(everywhere('page.step')));
});

test('an orphan cannot be attached to nothing', async () => {
  const { background } = await opened();
  showNotes();
  press(strings.t('panelAttach'));
  await vi.waitFor(() => expect(root.textContent).toContain(strings.t('panelNothingSelected')));
  expect(background.sent).not.toContain('notes.save');
});

test('a note on the whole page begins in an empty editor', async () => {
  await opened();
  showNotes();
  expect(root.querySelector('textarea')).toBeNull();
  press(strings.t('panelWrite'));
  expect(root.querySelector('textarea')?.value).toBe('');
});

test('a note leads to its passage', async () => {
  const { asked } = await opened();
  showNotes();
  step(() => pressTrusted(root.querySelector('.pinned .bare')!));
  await vi.waitFor(() => expect(asked).toEqual(everywhere('page.reveal')));
});

test('the site can be switched off, and the library opened', async () => {
  const { stored, led } = await opened();
  press(strings.t('siteSwitch', { host: 'a.example' }));
  await vi.waitFor(() => expect(stored['sites']).toEqual({ 'a.example': 'off' }));
  press('Library');
  expect(led).toEqual(['library']);
});
