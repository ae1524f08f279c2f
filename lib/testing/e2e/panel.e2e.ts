/** The side panel: what it says of a page, and what it does there. */
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { complaintsOf } from './axe.ts';
import { openPanel, type PanelTab } from './panel-tab.ts';
import { createWorld, marked, read } from './world.ts';

const world = createWorld();

let panel: PanelTab | null = null;
afterEach(async () => {
  await panel?.close();
  panel = null;
});

describe('the panel', () => {
  test('lists the terms of the page in their order, and leads to each of their places', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    panel = await openPanel(browser);
    await panel.sees(/hukou/, /Russian Revolution/, /Paris Commune/);
    const text = await panel.text();
    expect(text.indexOf('hukou')).toBeLessThan(text.indexOf('Paris Commune'));
    expect(text).toMatch(/hukou[^]*?\d times/);
    await panel.press('Go to general strike');
    await panel.toPage();
    await until(async () => (await marked(browser, 'manicule-on')) === 'general strike', {
      what: 'the term shown',
    });
    await panel.toPanel();
    await panel.press('Next occurrence of hukou');
    await panel.toPage();
    await until(async () => (await marked(browser, 'manicule-on')) === 'hukou', { what: 'the next hukou' });
    await panel.toPanel();
  });

  test('follows the page: what is added is listed', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/nothing`);
    panel = await openPanel(browser);
    await panel.sees(/No term of the glossary/);
    await panel.choose('notes');
    await panel.sees(/Nothing is pinned here yet/);
    await panel.choose('terms');
    await panel.toPage();
    await browser.evaluate(() => {
      const more = document.createElement('p');
      more.textContent = 'And then a general strike.';
      document.body.append(more);
    });
    await panel.toPanel();
    await panel.sees(/general strike/);
  });

  test('says where nothing can be read', async () => {
    const { browser } = world;
    await browser.open(browser.extensionUrl('popup.html'));
    panel = await openPanel(browser);
    await panel.sees(/Browsers do not let extensions into this page/);
  });

  test('is usable by keyboard alone, and axe finds nothing in either scheme', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    panel = await openPanel(browser);
    await panel.sees(/Paris Commune/);
    for (const scheme of ['light', 'dark'] as const) {
      await browser.setColorScheme(scheme);
      expect(await complaintsOf(browser), scheme).toEqual([]);
    }
    await browser.setColorScheme('light');
    const names: string[] = [];
    for (let i = 0; i < 4; i++) {
      await browser.press('Tab');
      names.push(await browser.evaluate(() => document.activeElement?.tagName ?? ''));
    }
    expect(names.filter((name) => name === 'BUTTON').length).toBeGreaterThan(2);
  });
});
