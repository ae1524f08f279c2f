/** Frames of every kind are read; what they hold counts for the page. */
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { createWorld, settled } from './world.ts';

const world = createWorld();

interface Extension {
  tabs: {
    query(what: object): Promise<{ id: number }[]>;
    sendMessage(
      tab: number,
      message: object,
      options: object,
    ): Promise<{ ok: boolean; result: { state: string; terms: { surface: string }[] } }>;
  };
  scripting: { executeScript(what: object): Promise<{ frameId: number }[]> };
}
declare const browser: Extension;
declare const chrome: Extension;

/** The terms that each frame of the tab in front has found. */
const found = (): Promise<string[]> =>
  world.browser.background(async () => {
    const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const tabId = tab!.id;
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
    const all = await Promise.all(
      frames.map(({ frameId }) =>
        tabs.sendMessage(tabId, { name: 'page.status', params: {} }, { frameId }).then(
          ({ result }) => result.terms.map(({ surface }) => surface),
          () => [],
        ),
      ),
    );
    return all.flat().sort();
  });

test('every frame is read, but those too small to hold a text; the popup counts them', async () => {
  const { browser: reading, url } = world;
  await reading.open(`${url}/frames`);
  await settled(reading);
  const expected = ['Lenin', 'Paris Commune', 'Soviet Union', 'general strike', 'hukou'];
  let last: string[] = [];
  await until(async () => (last = await found()).length >= expected.length, {
    what: 'all frames',
    timeoutMs: 6000,
  }).catch(() => undefined);
  expect(last).toEqual(expected);
  await reading.popup.open();
  await until(async () => /Soviet Union/i.test(await reading.popup.text()), { what: 'terms of frames' });
  const text = await reading.popup.text();
  expect(text).toMatch(/Lenin/);
  expect(text).not.toMatch(/Cultural Revolution/);
  await reading.popup.close();
});
