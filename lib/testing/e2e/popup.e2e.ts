/** The real popup of the toolbar button. */
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { middleOfControl } from './middle-of-control.ts';
import { createWorld, highlights, marked, read } from './world.ts';

const world = createWorld();

interface Api {
  permissions: {
    remove(what: object): Promise<boolean>;
    contains(what: object): Promise<boolean>;
  };
}

describe('the popup', () => {
  beforeEach(async () => {
    if (await world.browser.popup.isOpen()) await world.browser.popup.close();
    await read(world.browser, `${world.url}/article`);
  });

  const first = (): Promise<string> =>
    world.browser.popup.evaluate(() => document.querySelector<HTMLElement>('[role=option]')?.innerText ?? '');

  test('opens focused and lists this page’s terms', async () => {
    const { popup } = world.browser;
    await popup.open();
    const text = await until(
      async () => {
        const now = await popup.text();
        return /terms on this page/.test(now) && /hukou/i.test(now) ? now : null;
      },
      { what: 'the terms of the page' },
    );
    expect(text).toMatch(/5 ×/);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await popup.close();
  });

  test.each([
    ['a typing error', 'janury strom', 'January Storm'],
    ['pinyin without tones', 'hukou', '户口'],
    ['Chinese', '户口', 'hukou'],
    ['the other Chinese script', '文化大革命', 'Cultural Revolution'],
    ['an abbreviation', 'bwaf', 'Autonomous Federation'],
  ])('finds by %s', async (_, query, expected) => {
    const { popup } = world.browser;
    await popup.open();
    await until(async () => (await popup.text()).includes('on this page'), { what: 'the popup to be ready' });
    await popup.type(query);
    await until(async () => (await first()).toLowerCase().includes(expected.toLowerCase()), {
      what: `${expected} as the first result`,
    });
    await popup.press('Enter');
    await until(
      async () =>
        /sources?\b/.test(await popup.text()) &&
        (await popup.evaluate(() => document.querySelector('.card') !== null)),
      {
        what: 'the entry in the popup',
      },
    );
    await popup.close();
  });

  test('switches the site off without a trace, and on again', async () => {
    const { browser } = world;
    const { popup } = browser;
    await until(async () => (await marked(browser)) !== '', { what: 'marks' });
    await popup.open();
    const isOn = (): Promise<string | null> =>
      popup.evaluate(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked') ?? null);
    await until(async () => (await isOn()) === 'true', { what: 'the switch' });
    await popup.evaluate(() => (document.querySelector('[role=switch]') as HTMLElement).click());
    await until(async () => (await popup.text()).includes('Switched off on this site'), {
      what: 'the status line to say off',
    });
    await until(async () => Object.keys(await highlights(browser)).length === 0, { what: 'the marks to go' });
    expect(await browser.evaluate(() => document.querySelectorAll('[data-margin-card]').length)).toBe(0);
    await popup.evaluate(() => (document.querySelector('[role=switch]') as HTMLElement).click());
    await until(async () => (await marked(browser)) !== '', { what: 'the marks to come back' });
    await popup.close();
  });

  test('without access to pages says so, and leads to the button that asks for it', async () => {
    const { browser } = world;
    // Chromium lets no extension give back what its manifest asks for.
    if (browser.name !== 'firefox') return;
    const { popup } = browser;
    await browser.background(async () => {
      const { permissions } = (globalThis as unknown as Record<'browser', Api>).browser;
      if (!(await permissions.remove({ origins: ['<all_urls>'] }))) throw new Error('Access was kept.');
    });
    await browser.reload();
    await popup.open();
    // The press on the button let us into this page, and into no other.
    await until(async () => /Only this page is read/.test(await popup.text()), {
      what: 'the missing access',
    });
    // The glossary is there all the same.
    await popup.type('hukou');
    await until(async () => /hukou/i.test(await first()), { what: 'the first result' });
    await popup.click(...(await middleOfControl(popup, { name: 'Allow' })));
    await until(
      () =>
        browser.background(() =>
          (globalThis as unknown as Record<'browser', Api>).browser.permissions.contains({
            origins: ['<all_urls>'],
          }),
        ),
      { what: 'access to be given' },
    );
    if (await popup.isOpen()) {
      await until(async () => /terms? on this page/.test(await popup.text()), {
        what: 'the popup to see it',
      });
      await popup.close();
    }
    await browser.reload();
    await until(async () => (await marked(browser)) !== '', { what: 'the marks to come by themselves' });
  });

  test('pauses for an hour and resumes', async () => {
    const { browser } = world;
    const { popup } = browser;
    await popup.open();
    const press = (name: string): Promise<boolean> =>
      popup.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === wanted);
        button?.click();
        return button !== undefined;
      }, name);
    await until(() => press('Pause for an hour'), { what: 'the pause button' });
    await until(async () => /Paused here for (59|60) minutes/.test(await popup.text()), {
      what: 'the pause',
    });
    await until(async () => Object.keys(await highlights(browser)).length === 0, { what: 'the marks to go' });
    await until(() => press('Resume'), { what: 'the resume button' });
    await until(async () => (await marked(browser)) !== '', { what: 'the marks to come back' });
    await popup.close();
  });
});
