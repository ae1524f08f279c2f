/** The side panel of the tab in front, opened as a page of its own beside it: browsers without a window show no panel. */
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { middleOfControl, type ControlQuery } from './middle-of-control.ts';

export interface PanelTab {
  /** Its visible text; the panel has to be in front. */
  text(): Promise<string>;
  /** Waits until it says all of these. */
  sees(...words: RegExp[]): Promise<void>;
  /** Clicks the first button of this name, as a hand would. */
  press(name: string): Promise<void>;
  /** Chooses what it lists. */
  choose(tab: 'terms' | 'notes'): Promise<void>;
  toPanel(): Promise<void>;
  toPage(): Promise<void>;
  /** Takes the panel away and goes back to the page. */
  close(): Promise<void>;
}

export async function openPanel(browser: ReadingBrowser): Promise<PanelTab> {
  const id = await browser.background(async () => {
    const api = (
      globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number }[]> } } }
    ).chrome;
    return (await api.tabs.query({ active: true }))[0]!.id;
  });
  const tab = await browser.newTab();
  await browser.open(browser.extensionUrl(`sidepanel.html?tab=${id}`));
  const text = (): Promise<string> => browser.evaluate(() => document.body.innerText);
  const press = async (query: ControlQuery): Promise<void> =>
    browser.click(...(await middleOfControl(browser, query)));
  return {
    text,
    choose: (wanted) => press({ selector: `#tab-${wanted}` }),
    async sees(...words) {
      await until(
        async () => {
          const now = await text();
          return words.every((word) => word.test(now));
        },
        { what: `the panel to say ${words.join(' and ')}` },
      );
    },
    press: (name) => press({ name }),
    toPanel: () => browser.toTab(tab),
    toPage: () => browser.toTab(0),
    async close() {
      await browser.toTab(tab);
      await browser.closeTab();
    },
  };
}
