/** Install, reload and removal, with pages already open. */
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { BROWSER, cardOpen, createWorld, hover, marked, middleOfWord, settled } from './world.ts';

const world = createWorld({ installed: false });

test('tabs open before the install are read without a reload', async () => {
  const { browser, url } = world;
  await browser.open(`${url}/article`);
  await browser.evaluate(() => {
    Object.assign(window, { sameDocument: true });
  });
  await browser.install();
  await until(async () => (await marked(browser)).includes('hu'), {
    what: 'marks in the open tab',
    timeoutMs: 20_000,
  });
  expect(await browser.evaluate(() => (window as unknown as { sameDocument?: boolean }).sameDocument)).toBe(
    true,
  );
  const card = await hover(browser, 'Lenin');
  expect(card.text).toContain('Lenin');
});

test('a reload of the extension leaves one host at most, no stale paint, and goes on', async () => {
  const { browser, url } = world;
  await browser.open(`${url}/article`);
  await settled(browser);
  await hover(browser, 'Lenin');
  await browser.moveMouse(5, 5);
  await browser.reloadExtension();
  await until(async () => (await browser.status())?.state === 'on', {
    what: 'the new content script',
    timeoutMs: 20_000,
  });
  const count = async (): Promise<number> =>
    (await marked(browser)).split('|').filter((word) => word === 'Lenin').length;
  await until(async () => (await count()) === 1, { what: 'the mark of the new script' });
  // The old script must not paint again when its events come.
  await browser.wheel(600);
  await browser.wheel(-600);
  await until(async () => (await count()) === 1, { what: 'one mark, after the page was scrolled' });
  const { x, y } = await middleOfWord(browser, 'Lenin');
  await browser.moveMouse(x - 30, y + 80);
  await browser.moveMouse(x, y);
  await cardOpen(browser);
  expect(await browser.evaluate(() => document.querySelectorAll('[data-margin-card]').length)).toBe(1);
});

test('after the extension is removed nothing is left once the page is touched', async () => {
  const { browser, url } = world;
  await browser.open(`${url}/article`);
  await settled(browser);
  await until(async () => (await marked(browser)) !== '', { what: 'marks' });
  await browser.uninstall();
  await until(
    async () => {
      await browser.wheel(300);
      await browser.wheel(-300);
      return !(await isPainted());
    },
    { what: 'the marks to be taken down', timeoutMs: 15_000 },
  );
  expect(await browser.evaluate(() => document.querySelectorAll('[data-margin-card]').length)).toBe(0);

  /** Firefox ends the script without a word, but takes the sheet of the marks with it. */
  function isPainted(): Promise<boolean> {
    return browser.evaluate(() => {
      const { textDecorationLine } = getComputedStyle(document.body, '::highlight(manicule-term)');
      const ranges = (CSS.highlights as unknown as Map<string, Set<unknown>>).get('manicule-term');
      return (ranges?.size ?? 0) > 0 && textDecorationLine.includes('underline');
    });
  }
});

test('a card that was open in a shadow tree goes with the extension, and the next start clears up', async () => {
  const { browser, url } = world;
  await browser.install();
  await browser.open(`${url}/layers`);
  await settled(browser);
  const at = await browser.evaluate(() => {
    document.querySelector<HTMLElement>('#dialog')!.click();
    const { x, y, width, height } = document.querySelector('x-dialog b')!.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as [number, number];
  });
  await browser.moveMouse(5, 5);
  await browser.moveMouse(...at);
  await cardOpen(browser);
  expect(await inDialog()).toEqual([true]);

  await browser.uninstall();
  await until(
    async () => {
      // The script lives on there, and learns of its end by what happens next.
      if (BROWSER === 'chromium') await browser.moveMouse(at[0] + 3, at[1]);
      return !(await inDialog()).includes(true);
    },
    { what: 'the card to be gone' },
  );
  await browser.install();
  await until(async () => (await browser.status())?.state === 'on', { what: 'the page to be read again' });
  expect(await inDialog()).toEqual([]);

  /** Whether each of the extension's elements in the dialog is visible. */
  function inDialog(): Promise<boolean[]> {
    return browser.evaluate(() =>
      [...document.querySelector('x-dialog')!.shadowRoot!.querySelectorAll('[data-margin-card]')].map(
        (card) => card.checkVisibility(),
      ),
    );
  }
});
