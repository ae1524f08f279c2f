import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { createLazyScripts, type LazyScripts } from './lazy-scripts.ts';

const globals = globalThis as { maniculeSearch?: unknown; maniculeCard?: unknown };
const CARD = { css: '', mount: () => undefined };

let page: FakePage;
let scripts: LazyScripts;
const send = vi.fn<(name: string, params: { script: string }) => Promise<unknown>>();

function open(url?: string): void {
  page = createFakePage('', url);
  globals.maniculeSearch = { createPassageFinder: 'of an earlier version' };
  scripts = createLazyScripts({ sendUntilAcknowledged: send } as never, new AbortController().signal);
}
beforeEach(() => send.mockReset());
afterEach(() => {
  delete globals.maniculeSearch;
  delete globals.maniculeCard;
  page.close();
});

test('asks the background for a script once, however many wait for it, and has it from then on', async () => {
  open();
  expect(globals.maniculeSearch).toBeUndefined();
  send.mockImplementation(async () => {
    await Promise.resolve();
    globals.maniculeCard = CARD;
  });
  expect(scripts.card).toBeNull();
  expect(await Promise.all([scripts.loadCard(), scripts.loadCard()])).toEqual([CARD, CARD]);
  expect(scripts.card).toBe(CARD);
  await scripts.loadCard();
  expect(send.mock.calls.map(([, params]) => params)).toEqual([{ script: 'card' }]);
});

test('asks again after a failure', async () => {
  open();
  send.mockRejectedValueOnce(new Error('The extension did not answer.'));
  await expect(scripts.loadFinder()).rejects.toThrow('did not answer');
  send.mockImplementation(async () => {
    globals.maniculeSearch = {};
  });
  await scripts.loadFinder();
  expect(send).toHaveBeenCalledTimes(2);
});

test('an answer without the script is a failure', async () => {
  open();
  send.mockResolvedValue({});
  await expect(scripts.loadFinder()).rejects.toThrow('finder');
});

test('a page of the extension runs the script itself', async () => {
  open('https://example.org/');
  vi.stubGlobal('location', { protocol: 'chrome-extension:' });
  const loaded = scripts.loadCard();
  const element = page.document.querySelector('script')!;
  expect(element.getAttribute('src')).toBe('/card.js');
  globals.maniculeCard = CARD;
  element.onload!(new page.window.Event('load'));
  expect(await loaded).toBe(CARD);

  const failed = scripts.loadFinder();
  const other = page.document.querySelectorAll('script')[1]!;
  other.onerror!(new page.window.Event('error'));
  await expect(failed).rejects.toThrow('finder');
  expect(send).not.toHaveBeenCalled();
});
