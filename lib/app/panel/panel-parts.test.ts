// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { panel } from '../../core/i18n/tables/panel/index.ts';
import { createFakeSurface, FRAME, TAB } from '../../testing/fake-surface.ts';
import { createPanelController } from './panel-controller.ts';
import { createPanelParts } from './panel-parts.ts';

function opened(fixedTab: number | null = null) {
  const surface = createFakeSurface();
  const parts = createPanelParts(surface.extension, {
    strings: createStrings(['en'], withStrings(panel)),
    fixedTab,
    isFirefox: false,
    onChanged: () => undefined,
  });
  return { ...surface, parts };
}
const POLL = [
  [TAB.id, 'page.report', 0],
  [TAB.id, 'page.report', FRAME],
];

test('a poll asks the page and each of its frames once', async () => {
  const { parts, asked, outlines } = opened();
  outlines[FRAME]!.notes = [{ id: 'f', state: 'placed', score: 1 }];
  const timers: (() => void)[] = [];
  const controller = createPanelController({
    ...parts,
    isVisible: () => true,
    after(_ms, run) {
      timers.push(run);
      return () => undefined;
    },
  });
  await controller.refresh();
  expect(asked).toEqual(POLL);
  expect(controller.model()).toMatchObject({ tab: { kind: 'page' }, canWrite: true });
  timers[0]!();
  await vi.waitFor(() => expect(timers).toHaveLength(2));
  expect(asked).toEqual([...POLL, ...POLL]);
});

test('a hidden panel asks once and waits to be shown', async () => {
  const { parts, asked } = opened();
  const after = vi.fn(parts.after);
  await createPanelController({ ...parts, isVisible: () => false, after }).refresh();
  expect(asked).toEqual(POLL);
  expect(after).not.toHaveBeenCalled();
});

test('it is of the tab in front in its own window', async () => {
  const { parts, did } = opened();
  expect(await parts.currentTab()).toEqual(TAB);
  expect(did).toEqual(['query {"active":true,"windowId":5}']);
});

test('it is of the tab that it was opened for, whatever is in front', async () => {
  const { parts, did } = opened(9);
  expect((await parts.currentTab())?.id).toBe(9);
  expect(did).toEqual([]);
});

test('terms and notes are looked for in the page, then in its frames', async () => {
  const { parts, asked } = opened();
  await parts.pages.reveal(TAB.id, { note: 'a' });
  await parts.pages.step(TAB.id, 'hukou', 1);
  expect(asked).toEqual([
    [TAB.id, 'page.reveal', 0],
    [TAB.id, 'page.reveal', FRAME],
    [TAB.id, 'page.step', 0],
    [TAB.id, 'page.step', FRAME],
  ]);
});

test('the selection is asked of the page and its frames', async () => {
  const { parts, asked } = opened();
  expect(await parts.pages.selection(TAB.id)).toBeNull();
  expect(asked.map(([, , frame]) => frame)).toEqual([0, FRAME]);
});

test('drafts are kept by the background', async () => {
  const { parts, background } = opened();
  const drafts = parts.createDrafts(() => undefined);
  await drafts.load();
  expect(background.sent).toEqual(['drafts.list']);
  expect(parts.isVisible()).toBe(document.visibilityState === 'visible');
});
