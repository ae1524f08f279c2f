/** Notes that are never lost: a background that dies, a disk that is full, two tabs. */
import { describe, expect, test } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { writeNotes, readAllNotes } from '../../platform/notes/bulk-write-client.ts';
import { controlIn, focusedIn, middleOf, type CardView } from '../browsers/shown-card.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { listNotes, openExtensionPage, type ExtensionPage } from './extension-page.ts';
import { select } from './select.ts';
import { BROWSER, cardClosed, cardWith, createWorld, marked, middleOfWord, read } from './world.ts';

interface Api {
  permissions: { contains(asked: { permissions: string[] }): Promise<boolean> };
}
declare const chrome: Api;

const world = createWorld();
const NOW = '2026-03-01T10:00:00.000Z';

const editorOpen = (browser: ReadingBrowser): Promise<true> =>
  until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the note editor' });
const isSaved = async (browser: ReadingBrowser): Promise<boolean> => {
  const card = await browser.card();
  return card === null || controlIn(card, 'Save') === undefined;
};

/** Not a wait for anything: the moments are what is tested. */
function after(ms: number): Promise<unknown> {
  const end = performance.now() + ms;
  return until(() => performance.now() >= end, { what: `${ms} ms` });
}

async function purgeAll(page: ExtensionPage): Promise<void> {
  const ids = (await readAllNotes(page.sender)).map(({ _id }) => _id);
  await page.sender.sendUntilAcknowledged('notes.purge', { ids });
}

const mayStoreWithoutLimit = (browser: ReadingBrowser): Promise<boolean> =>
  browser.evaluate(() => chrome.permissions.contains({ permissions: ['unlimitedStorage'] }));

describe('notes are never lost', () => {
  test('the browser is asked by the options page not to clear them when the disk runs low', async () => {
    const { browser } = world;
    const persisted = (): Promise<boolean> => browser.evaluate(() => navigator.storage.persisted());
    const page = await openExtensionPage(browser, 'options.html');
    expect(await persisted()).toBe(false);
    await writeNotes(page.sender, [createNote({ id: 'first', nowIso: NOW, text: 'first' })], { present: [] });
    // Chromium promises nothing here, and exempts those who may store without limit all the same.
    if (BROWSER === 'firefox') await until(persisted, { what: 'the promise' });
    else expect(await mayStoreWithoutLimit(browser)).toBe(true);
    await purgeAll(page);
  });

  test('a background killed at twenty moments of saving', { timeout: 180_000 }, async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    let before = 0;
    for (let moment = 0; moment < 20; moment++) {
      await select(browser, 'In Petrograd', 'in April');
      await browser.ask('page.pinSelection');
      await editorOpen(browser);
      await browser.type(`m${moment}`);
      // From well before the save is sent to well after it was written.
      const [press, kill] = [Math.max(0, 10 - moment) * 5, Math.max(0, moment - 10) * 5];
      await Promise.all([
        after(press).then(() => browser.press('Control+Enter')),
        after(kill).then(() => browser.killBackground()),
      ]);
      if (!(await isSaved(browser))) before++;
      await until(() => isSaved(browser), { what: 'the save to be acknowledged', timeoutMs: 30_000 });
      await browser.press('Escape');
      await cardClosed(browser);
    }
    const page = await openExtensionPage(browser);
    const texts = (await listNotes(page)).map(({ text }) => text).sort();
    expect(texts).toEqual(Array.from({ length: 20 }, (_, moment) => `m${moment}`).sort());
    // Some were struck before they were acknowledged, or the test would show nothing.
    expect(before).toBeGreaterThan(0);
    await purgeAll(page);
  });

  test('a disk that is full: the remedy is said, the text stays, can be copied, and is saved once it can', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await select(browser, 'In Petrograd', 'in April');
    await browser.background(() => {
      // Firefox looks at the page's objects through a pane; behind it are those that the page itself has.
      const own = (globalThis as { wrappedJSObject?: typeof globalThis }).wrappedJSObject ?? globalThis;
      Reflect.deleteProperty(own.IDBObjectStore.prototype, 'put');
      // Writing fails, and says of itself what it says when the disk is full.
      try {
        own.crypto.getRandomValues(new own.Uint8Array(1 << 17));
      } catch (quotaExceeded) {
        Object.defineProperty(own.IDBTransaction.prototype, 'error', { value: quotaExceeded });
      }
    });
    await browser.ask('page.pinSelection');
    await editorOpen(browser);
    await browser.type('Precious.');
    await browser.press('Control+Enter');
    const card = await cardWith(
      browser,
      ({ text }) => text.includes('Free some space, then save again.'),
      'the reason',
    );
    expect(card.text).toContain('Everything saved before is still there.');
    expect(focusedIn(card)).toMatchObject({ name: 'textarea' });
    expect(controlIn(card, 'Save')).toBeDefined();
    // A reader who has to leave takes the text along.
    await browser.click(...middleOf(controlIn(card, 'Copy the text')!.rect));
    await until(async () => (await browser.card())!.text.includes('The text is copied.'), {
      what: 'the copy',
    });
    await browser.click(...middleOf(controlIn((await browser.card())!, 'Your note')!.rect));
    await browser.press('End');
    await browser.press('Control+v');
    await until(async () => focusedIn((await browser.card())!)?.value === 'Precious.Precious.', {
      what: 'the text from the clipboard',
    });
    // A new background has whole objects again.
    await browser.killBackground();
    await browser.press('Control+Enter');
    await until(() => isSaved(browser), { what: 'the note to be saved' });
    const page = await openExtensionPage(browser);
    expect((await listNotes(page)).map(({ text }) => text)).toEqual(['Precious.Precious.']);
    await purgeAll(page);
  });

  test('a change is told to our own pages, whoever made it', async () => {
    const { browser } = world;
    const page = await openExtensionPage(browser);
    await browser.evaluate(() => {
      const told: string[] = [];
      new BroadcastChannel('manicule-notes').addEventListener('message', ({ data }) => {
        told.push(JSON.stringify(data));
      });
      Object.assign(window, { told });
    });
    const told = () => browser.evaluate(() => (window as unknown as { told: string[] }).told.join());
    const notes = ['plain', 'odd'].map((id) => createNote({ id, nowIso: NOW, text: id }));
    await writeNotes(page.sender, notes, { present: [] });
    await until(async () => (await told()).includes('"ids":["plain","odd"]'), { what: 'the news' });
    await page.sender.send('notes.delete', { id: 'odd' });
    await until(async () => (await told()).includes('"ids":["odd"]'), { what: 'the news of the bin' });
    await purgeAll(page);
  });

  test('one note edited in two tabs: the later text is shown in both, the earlier is kept beneath', async () => {
    const { browser, url } = world;
    const edit = async (text: string): Promise<void> => {
      const { x, y } = await middleOfWord(browser, 'came back');
      await browser.moveMouse(5, 5);
      await browser.moveMouse(x, y);
      const button = await until(async () => controlIn((await browser.card())!, 'Edit'), { what: 'Edit' });
      await browser.click(...middleOf(button.rect));
      await editorOpen(browser);
      await browser.press('Control+a');
      await browser.type(text);
    };
    const save = async (): Promise<void> => {
      await browser.press('Control+Enter');
      await until(() => isSaved(browser), { what: 'the note to be saved' });
    };
    const isBlue = async (): Promise<boolean> =>
      (await marked(browser, 'manicule-note')).includes('came back');

    await read(browser, `${url}/article`);
    await select(browser, 'In Petrograd', 'in April');
    await browser.ask('page.pinSelection');
    await editorOpen(browser);
    await browser.type('at first');
    await save();

    const second = await browser.newTab();
    await read(browser, `${url}/article`);
    await until(isBlue, { what: 'the note in the second tab' });
    await browser.toTab(0);
    await edit('typed in the first tab');
    await browser.toTab(second);
    await edit('typed in the second tab');
    await save();
    await browser.toTab(0);
    await save();
    for (const tab of [0, second]) {
      await browser.toTab(tab);
      const { x, y } = await middleOfWord(browser, 'came back');
      await browser.moveMouse(5, 5);
      await browser.moveMouse(x, y);
      await until(async () => (await browser.card())?.text.includes('typed in the first tab'), {
        what: `the later text in tab ${tab}`,
      });
    }
    const page = await openExtensionPage(browser);
    expect((await listNotes(page)).map(({ text }) => text)).toEqual(['typed in the first tab']);
    const raw = await page.raw();
    for (const text of ['at first', 'typed in the second tab']) expect(raw).toContain(text);
    await purgeAll(page);
    await browser.closeTab();
  });

  test.skipIf(BROWSER === 'chromium')(
    'in a private window nothing is kept before the reader said so',
    async () => {
      const { browser, url } = world;
      await browser.newPrivateTab!();
      await read(browser, `${url}/article`);
      const begin = async (): Promise<CardView> => {
        await select(browser, 'In Petrograd', 'in April');
        await browser.ask('page.pinSelection');
        // The answer that keeps nothing is the one under the hand.
        return cardWith(browser, (card) => controlIn(card, 'Do not pin')?.hasFocus === true, 'the question');
      };
      const kept = async (): Promise<string[]> => {
        await browser.toTab(0);
        const page = await openExtensionPage(browser);
        const texts = (await listNotes(page)).map(({ text }) => text);
        await browser.toTab(1);
        return texts;
      };

      const asks = await begin();
      expect(asks.text).toContain('This is a private window');
      expect(controlIn(asks, 'Save')).toBeUndefined();
      await browser.press('Enter');
      await cardClosed(browser);
      expect(await kept()).toEqual([]);

      await browser.click(...middleOf(controlIn(await begin(), 'Pin it anyway')!.rect));
      await editorOpen(browser);
      await browser.type('Kept all the same.');
      await browser.press('Control+Enter');
      await until(() => isSaved(browser), { what: 'the note to be saved' });
      expect(await kept()).toEqual(['Kept all the same.']);
      await browser.closeTab();
      await purgeAll(await openExtensionPage(browser));
    },
  );
});
