// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import { popup } from '../../core/i18n/tables/popup/index.ts';
import { status as statusTable } from '../../core/i18n/tables/status/index.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import { createFakeSurface, TAB } from '../../testing/fake-surface.ts';
import { HUKOU } from '../../testing/gallery/concepts.ts';
import { controlNamed, pressTrusted } from '../../testing/trusted-events.ts';
import { createPopupController } from './popup-controller.ts';
import { createPopupParts } from './popup-parts.ts';
import { createPopupView } from './popup-view.tsx';

const step = (run: () => void): void => void act(run);
let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  HTMLElement.prototype.scrollIntoView = () => undefined;
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
});

async function opened() {
  const surface = createFakeSurface();
  surface.status.terms = [{ concept: HUKOU.id, surface: 'hukou', count: 2 }];
  const strings = createStrings(['en'], withStrings(card, popup, statusTable));
  let view = (): ReturnType<ReturnType<typeof createPopupView>> => null;
  const draw = (): void => step(() => render(view(), root));
  const parts = createPopupParts(surface.extension, {
    strings,
    lang: 'en',
    entries: [HUKOU],
    isFirefox: false,
    onChanged: draw,
  });
  const controller = createPopupController({ ...parts, idle: (work) => work(() => 16) });
  view = createPopupView({
    controller,
    strings,
    lang: 'en',
    entries: 1,
    tools: { reader: createNoteReader(), completeTags: async () => [] },
    termOf: (id) => id,
  });
  await controller.start();
  return { ...surface, press: (name: string) => step(() => pressTrusted(controlNamed(root, name))) };
}
const row = (): HTMLElement => root.querySelector<HTMLElement>('[role=option]')!;

test('the news stand above all that moves while the page answers, and go when they are put away', async () => {
  const { press, local } = await opened();
  const order = [...root.querySelector('.popup')!.children].map(({ className }) => className.split(' ')[0]);
  expect(order.slice(0, 4)).toEqual(['search', 'news', 'status', 'results']);
  press('Got it');
  await vi.waitFor(() => expect(root.querySelector('.news')).toBeNull());
  expect(local['seen-version']).toBe('0.1.0');
});

test('a pressed row opens its card, which leads to the term on the page', async () => {
  const { asked } = await opened();
  step(() => row().click());
  expect(root.querySelector('.results')).toBeNull();
  const show = root.querySelector<HTMLElement>('.open-card')!;
  asked.length = 0;
  pressTrusted(controlNamed(show, 'Show on the page'));
  await vi.waitFor(() => expect(window.close).toHaveBeenCalledOnce());
  expect(asked[0]).toEqual([TAB.id, 'page.reveal', 0]);
});

test('what is typed is searched for', async () => {
  await opened();
  const field = root.querySelector<HTMLInputElement>('input.search')!;
  step(() => {
    field.value = 'qqqqqq';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(root.textContent).toContain('Nothing found for “qqqqqq”.');
});

test('the site can be read only on request, or not at all', async () => {
  const { press, stored } = await opened();
  press('Only on request');
  await vi.waitFor(() => expect(stored['sites']).toEqual({ 'a.example': 'asked' }));
  press('Mark terms on a.example');
  await vi.waitFor(() => expect(stored['sites']).toEqual({ 'a.example': 'off' }));
});

test('the buttons at the foot lead to library, options and report', async () => {
  const { press, did, extension } = await opened();
  press('Library');
  await vi.waitFor(() => expect(did).toContain(`open ${extension.runtime.getURL('library.html')}`));
  press('Options');
  expect(did).toContain('options');
  press('Report a problem');
  await vi.waitFor(() => expect(root.querySelector('pre')?.textContent).toContain('Manicule 0.1.0'));
});
