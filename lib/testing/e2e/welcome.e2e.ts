/** The first page after the install, tried as its reader would try it, and the languages that we speak. */
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { complaintsOf } from './axe.ts';
import { middleOfControl } from './middle-of-control.ts';
import { createWorld, hover, marked, read, settled } from './world.ts';

interface Extension {
  storage: { local: { set(items: object): Promise<void> } };
  tabs: { query(what: object): Promise<{ url?: string; active: boolean }[]> };
}
declare const browser: Extension;
declare const chrome: Extension;

describe('after the install, in German', () => {
  const world = createWorld({ welcome: true, languages: ['de-AT', 'en'] });
  const open = (): Promise<string[]> =>
    world.browser.background(async () => {
      const { tabs } = typeof browser === 'undefined' ? chrome : browser;
      return (await tabs.query({})).flatMap(({ url }) => (url?.endsWith('/welcome.html') ? url : []));
    });
  const press = async (name: string): Promise<void> =>
    world.browser.click(...(await middleOfControl(world.browser, { name })));

  test('the page is there, and speaks the reader’s language', async () => {
    const { browser } = world;
    await until(async () => (await open()).length === 1, { what: 'the page that welcomes' });
    await browser.toTab(1);
    await until(() => browser.evaluate(() => document.querySelector('h1')?.textContent?.trim()), {
      what: 'its title',
    });
    expect(await browser.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'de',
      'Willkommen bei Manicule',
    ]);
    await settled(browser);
    expect(await marked(browser)).toBe('Paris Commune|January Storm|Shanghai|BWAF|Tiananmen Square|hukou');
  });

  test('a card opens under the pointer', async () => {
    const card = await hover(world.browser, 'January Storm');
    expect(card.text).toContain('Anheften');
    await world.browser.moveMouse(5, 5);
    await until(async () => (await world.browser.card()) === null, { what: 'the card to close' });
  });

  test('a sentence is pinned', async () => {
    const { browser } = world;
    await press('Satz anheften');
    await until(async () => (await browser.card())?.text.includes('Speichern') === true, {
      what: 'the editor',
    });
    await browser.type('Zwei Monate.');
    await browser.press('Control+Enter');
    await until(async () => (await marked(browser, 'manicule-note')) !== '', { what: 'the passage in blue' });
    expect(await marked(browser, 'manicule-note')).toBe(
      'In 1871 the Paris Commune held a city for two months.',
    );
    await browser.press('Escape');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (scheme) => {
    const { browser } = world;
    await browser.setColorScheme(scheme);
    await browser.reload();
    await settled(browser);
    expect(await complaintsOf(browser)).toEqual([]);
    await browser.setColorScheme('light');
  });

  /** As a hand does: what it allows, a click from a script does not. */
  const pressInPopup = async (name: string): Promise<void> => {
    const { popup } = world.browser;
    await popup.click(...(await middleOfControl(popup, { name })));
  };

  test('it fits a small screen', async () => {
    const { browser } = world;
    await browser.setViewport(320, 700);
    expect(
      await browser.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
    await browser.setViewport(1200, 800);
  });

  test('the search opens from it', async () => {
    const { browser } = world;
    await press('Suche öffnen');
    await until(() => browser.popup.isOpen(), { what: 'the popup' });
    await until(async () => (await browser.popup.text()).includes('6 Begriffe auf dieser Seite'), {
      what: 'the state of the page',
    });
    await browser.popup.evaluate(() => {
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent === 'Problem melden')!
        .click();
    });
    await until(async () => (await browser.popup.text()).includes('Manicule 0.1.0'), { what: 'the report' });
    expect(await browser.popup.text()).not.toContain('Commune');
    await pressInPopup('Kopieren');
    await until(async () => (await browser.popup.text()).includes('Kopiert.'), { what: 'the copy' });
    await browser.popup.close();
  });

  test('an update opens nothing', async () => {
    const { browser } = world;
    await browser.toTab(0);
    await read(browser, `${world.url}/article`);
    await browser.reloadExtension();
    // Tabs that are open are served in the same breath.
    await settled(browser);
    // The extension's pages close with it; a new one would be open now.
    expect(await open()).toEqual([]);
  });

  test('what is new is one line in the popup, until it is put away', async () => {
    const { browser } = world;
    const { popup } = browser;
    await browser.background(async () => {
      const { storage } = (globalThis as unknown as { chrome: Extension }).chrome;
      await storage.local.set({ 'seen-version': '0.0.9' });
    });
    await popup.open();
    await until(async () => (await popup.text()).includes('Neu: '), { what: 'the line' });
    await until(async () => (await popup.text()).includes('Begriffe auf dieser Seite'), { what: 'the page' });
    await pressInPopup('Verstanden');
    await until(async () => !(await popup.text()).includes('Neu: '), { what: 'the line to go' });
    await popup.close();
    await popup.open();
    await until(async () => (await popup.text()).includes('Begriffe auf dieser Seite'), { what: 'the page' });
    expect(await popup.text()).not.toContain('Neu: ');
    await popup.close();
  });
});

describe('in Chinese, with a larger text', () => {
  const world = createWorld({ languages: ['zh-TW', 'de'], textSize: 24 });

  test('card, popup and options speak it, by the characters of Taiwan', async () => {
    const { browser } = world;
    await read(browser, `${world.url}/taiwan`);
    expect((await hover(browser, '戶口')).text).toContain('記筆記');
    await browser.popup.open();
    await until(async () => (await browser.popup.text()).includes('本頁的術語'), { what: 'its words' });
    expect(await browser.popup.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    await browser.popup.close();
    await browser.open(browser.extensionUrl('options.html'));
    await until(() => browser.evaluate(() => document.querySelector('h1')?.textContent === '選項'), {
      what: 'the options',
    });
    expect(await browser.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    // It does not depend on the language of the browser itself.
    await until(
      () => browser.evaluate(() => document.getElementById('keys')!.innerText.includes('開啟術語卡片')),
      {
        what: 'the commands',
      },
    );
  });

  test('everything grows with the text, and fits', async () => {
    const { browser } = world;
    await browser.setViewport(1000, 800);
    await read(browser, `${world.url}/taiwan`);
    expect((await hover(browser, '戶口')).rect.width).toBe(600);
    await browser.popup.open();
    const popup = await until(
      () =>
        browser.popup.evaluate(() => {
          const { width = 0, height = 0 } = document.querySelector('.popup')?.getBoundingClientRect() ?? {};
          return width > 0 && [width, height <= 600];
        }),
      { what: 'the popup' },
    );
    expect(popup).toEqual([600, true]);
    await browser.popup.close();
    await browser.setViewport(320, 800);
    for (const path of ['options.html', 'sidepanel.html', 'library.html', 'welcome.html']) {
      await browser.open(browser.extensionUrl(path));
      const first = await until(
        () =>
          browser.evaluate(() => document.querySelector('button, a[href]')?.getBoundingClientRect().height),
        { what: path },
      );
      expect(first, path).toBeGreaterThan(30);
      const over = await browser.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});
