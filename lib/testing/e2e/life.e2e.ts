/** Install, reload and removal, with pages already open. */
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { cardOpen, createWorld, highlights, hover, marked, placeOf, settled } from './world.ts';

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
  await until(async () => (await marked(browser)) !== '', { what: 'marks of the new script' });
  // The old script must not paint again when its events come.
  await browser.wheel(600);
  await browser.wheel(-600);
  const words = (await marked(browser)).split('|');
  expect(words.filter((word) => word === 'Lenin')).toHaveLength(1);
  const { x, y } = await placeOf(browser, 'Lenin');
  await browser.moveMouse(x - 30, y + 80);
  await browser.moveMouse(x, y);
  await cardOpen(browser);
  expect(await browser.evaluate(() => document.querySelectorAll('manicule-card').length)).toBe(1);
});

test('after the extension is removed nothing is left once the page is touched', async () => {
  const { browser, url } = world;
  await browser.open(`${url}/article`);
  await settled(browser);
  await until(async () => (await marked(browser)) !== '', { what: 'marks' });
  await browser.uninstall();
  await until(
    async () => {
      await browser.wheel(900);
      await browser.wheel(-900);
      return Object.keys(await highlights(browser)).length === 0;
    },
    { what: 'the marks to be taken down', timeoutMs: 15_000 },
  );
  expect(await browser.evaluate(() => document.querySelectorAll('manicule-card').length)).toBe(0);
});
