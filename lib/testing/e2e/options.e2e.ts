/** The page of options, as a reader without a mouse, on a small screen or in the dark meets it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { complaintsOf } from './axe.ts';
import { createWorld } from './world.ts';

const world = createWorld();

beforeEach(async () => {
  const { browser } = world;
  await browser.setViewport(1000, 900);
  await browser.open(browser.extensionUrl('options.html'));
  await until(() => browser.evaluate(() => document.getElementById('sync-address') !== null), {
    what: 'the form',
  });
});

const focused = (): Promise<string> => world.browser.evaluate(() => document.activeElement?.id ?? '');
const said = (text: string): Promise<unknown> =>
  until(() => world.browser.evaluate((wanted) => document.body.innerText.includes(wanted), text), {
    what: `“${text}”`,
  });

/** Tabs to an element, with fewer than `most` keys. */
async function tabTo(id: string, most: number): Promise<void> {
  for (let tabs = 0; (await focused()) !== id; tabs++) {
    expect(tabs, `to ${id}`).toBeLessThan(most);
    await world.browser.press('Tab');
  }
}

describe('options', () => {
  test('by keyboard: to the field, its error, our own question, and back with Esc', async () => {
    const { browser } = world;
    await tabTo('find', 3);
    await browser.type('couchdb');
    await tabTo('sync-address', 6);
    await browser.type('http://example.org/notes');
    await browser.press('Enter');
    await said('Use https://');
    await until(async () => (await focused()) === 'sync-address', { what: 'focus in the field' });
    const about = await browser.evaluate(() => {
      const input = document.getElementById('sync-address')!;
      const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
    });
    expect(about).toContain('Use https://');
    await browser.evaluate(() => (document.getElementById('sync-address') as HTMLInputElement).select());
    await browser.type('https://me:secret@example.org/notes');
    await browser.press('Enter');
    await said('Send your notes to https://example.org?');
    expect(await browser.evaluate(() => document.body.innerText)).not.toContain('secret');
    await browser.press('Escape');
    await until(async () => (await focused()) === 'sync-address', { what: 'the form again' });
    expect(
      await browser.evaluate(() => (document.getElementById('sync-user') as HTMLInputElement).value),
    ).toBe('me');
  });

  test.each([320, 480, 1600])('fits into a window %i pixels wide', async (width) => {
    const { browser } = world;
    await browser.setViewport(width, 900);
    const [scroll, client] = await browser.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(scroll).toBeLessThanOrEqual(client);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (scheme) => {
    const { browser } = world;
    await browser.setColorScheme(scheme);
    // Not while colours change.
    await browser.reload();
    await said('Off. Your notes are on this computer only.');
    expect(await complaintsOf(browser)).toEqual([]);
    await browser.setColorScheme('light');
  });
});
