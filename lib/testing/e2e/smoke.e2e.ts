/** The extension is installed, alive and quiet; the keys we suggest are really ours. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages, type PageServer } from '../serve.ts';
import { until } from '../until.ts';
import { createWorld, read } from './world.ts';

const world = createWorld();
let server: PageServer;
beforeAll(async () => {
  server = await servePages();
});
afterAll(() => server.close());

interface Extension {
  commands: { getAll(): Promise<{ name?: string; shortcut?: string }[]> };
}
declare const browser: Extension;
declare const chrome: Extension;

describe('the extension', () => {
  test('is installed, and its background ends and wakes', async () => {
    const { browser: driven } = world;
    expect(await driven.isBackgroundAlive()).toBe(true);
    await driven.killBackground();
    expect(await driven.isBackgroundAlive()).toBe(false);
    expect(await driven.background(() => 6 * 7)).toBe(42);
    expect(await driven.isBackgroundAlive()).toBe(true);
  });

  test('has the keys that it suggests', async () => {
    const commands = await world.browser.background(async () => {
      const { commands: own } = typeof chrome === 'undefined' ? browser : chrome;
      return (await own.getAll()).map(({ name, shortcut }) => [name, shortcut]);
    });
    expect(Object.fromEntries(commands)).toEqual({
      _execute_action: 'Alt+Shift+G',
      'next-term': 'Alt+Shift+L',
      'previous-term': 'Alt+Shift+K',
      'open-card': 'Alt+Shift+O',
      // Four keys are all that a browser takes; the rest the reader sets.
      'open-panel': '',
      'pin-selection': '',
      'toggle-site': '',
    });
  });

  test('opens its popup by its keys', async () => {
    const { browser: driven } = world;
    await driven.open(server.url('sample/'));
    await driven.command('_execute_action');
    await until(() => driven.popup.isOpen(), { what: 'the popup' });
    await driven.popup.close();
  });

  test('reads the sample page without an error', async () => {
    const { browser: driven } = world;
    await read(driven, server.url('sample/'));
    const status = await driven.status();
    expect(status?.terms.length).toBeGreaterThanOrEqual(25);
    expect(status?.problem).toBeNull();
    expect(await driven.errors()).toEqual([]);
  });
});
