/** Frames of every kind are read; what they hold counts for the page, which draws the cards of small ones. */
import { expect, test } from 'vitest';
import type { PageOutline } from '../../core/page-outline.ts';
import { controlIn, focusedIn, middleOf, type CardView } from '../browsers/card-view.ts';
import { until } from '../until.ts';
import { PAGES } from './articles.ts';
import { openPanel } from './panel-tab.ts';
import { pressNamed } from './press-named.ts';
import { BROWSER, cardClosed, cardOpen, createWorld, settled } from './world.ts';

const world = createWorld();

interface Extension {
  tabs: {
    query(what: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: object, options: object): Promise<{ ok: boolean; result: unknown }>;
  };
  scripting: { executeScript(what: object): Promise<{ frameId: number }[]> };
}
declare const browser: Extension;
declare const chrome: Extension;

/** The terms that each frame of the tab in front has found. */
const found = (): Promise<string[]> =>
  world.browser.background(async () => {
    const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const tabId = tab!.id;
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
    const all = await Promise.all(
      frames.map(({ frameId }) =>
        tabs.sendMessage(tabId, { name: 'page.status', params: {} }, { frameId }).then(
          ({ result }) => (result as { terms: { surface: string }[] }).terms.map(({ surface }) => surface),
          () => [],
        ),
      ),
    );
    return all.flat().sort();
  });

test('every frame is read, but those too small to hold a text; the popup counts them', async () => {
  const { browser: reading, url } = world;
  await reading.open(`${url}/frames`);
  await settled(reading);
  const expected = ['Lenin', 'Paris Commune', 'Soviet Union', 'general strike', 'hukou'];
  let last: string[] = [];
  await until(async () => (last = await found()).length >= expected.length, {
    what: 'all frames',
    timeoutMs: 6000,
  }).catch(() => undefined);
  expect(last).toEqual(expected);
  await reading.popup.open();
  await until(async () => /Soviet Union/i.test(await reading.popup.text()), { what: 'terms of frames' });
  const text = await reading.popup.text();
  expect(text).toMatch(/Lenin/);
  expect(text).not.toMatch(/Cultural Revolution/);
  await reading.popup.close();
});

/** Where “Lenin” stands in the small frame, in the viewport of the page. */
const leninOf = async (): Promise<[x: number, y: number]> => {
  const { x, y } = await world.browser.evaluate(() => {
    const frame = document.querySelector('iframe')!.getBoundingClientRect();
    return { x: frame.x + 2, y: frame.y + 2 };
  });
  return [x + 130, y + 25];
};

const filled = (): Promise<CardView> =>
  until(
    async () => {
      const card = await world.browser.card();
      return card && card.text.length > 80 ? card : null;
    },
    { what: 'the card of the small frame' },
  );

async function rest(): Promise<CardView> {
  const [x, y] = await leninOf();
  await world.browser.moveMouse(20, 20);
  // Its first movement only tells a frame where the pointer is.
  await world.browser.moveMouse(x + 60, y + 40);
  await world.browser.moveMouse(x, y);
  return filled();
}

test('the card of a small frame is drawn by the page: by hover, by keyboard, with notes, until the frame goes', async () => {
  const { browser, url } = world;
  // WebDriver's mouse does not reach a frame of another process: in Firefox it is of another origin by its sandbox alone.
  await browser.open(`${url}/corner${BROWSER === 'firefox' ? '' : '?host=localhost'}`);
  await until(async () => (await found()).includes('Lenin'), { what: 'the small frame' });
  await browser.evaluate(() => {
    const seen: string[] = ((window as { seen?: string[] }).seen = []);
    for (const type of ['message', 'input', 'click', 'keydown']) {
      addEventListener(type, (event) => seen.push(`${event.type} ${(event.target as Element).localName}`));
    }
  });
  // By hover: whole, and beside the term.
  let card = await rest();
  const [x, y] = await leninOf();
  const height = await browser.evaluate(() => window.innerHeight);
  expect(card.rect.height).toBeGreaterThan(150);
  expect(Math.abs(card.rect.x - x)).toBeLessThan(80);
  const gap = card.rect.y > y ? card.rect.y - y : y - card.rect.y - card.rect.height;
  expect(gap).toBeGreaterThan(8);
  expect(gap).toBeLessThan(40);
  expect(card.rect.y + card.rect.height).toBeLessThan(height + 1);
  // The way from the term to the card, and a stay there that is longer than any grace.
  await browser.moveMouse(...middleOf(card.rect));
  await browser.evaluate(() => new Promise((done) => void setTimeout(done, 500)));
  card = await cardOpen(browser);
  await browser.moveMouse(20, 20);
  await cardClosed(browser);
  // Out of the frame without the card on the way.
  await rest();
  await browser.moveMouse(20, 20);
  await cardClosed(browser);

  // By keyboard: a sheet that has the focus.
  const [left, top] = await leninOf();
  await browser.click(left + 100, top + 70);
  await browser.command('open-card');
  await until(async () => focusedIn(await filled())?.name === 'h2', {
    what: 'focus in the card',
  });
  card = await filled();
  expect(card.rect.width).toBe(640);
  expect(Math.round(card.rect.y + card.rect.height)).toBe(height);
  await browser.press('Escape');
  await cardClosed(browser);
  expect(await browser.evaluate(() => document.activeElement?.id)).toBe('far');

  // A note, written letter by letter, is the frame's.
  await browser.command('open-card');
  card = await filled();
  await browser.click(...middleOf(controlIn(card, 'Pin a note')!.rect));
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the editor' });
  await browser.type('Compare with Shanghai.');
  await browser.press('Control+Enter');
  await until(async () => controlIn(await filled(), 'Save') === undefined, {
    what: 'the note saved',
  });
  expect((await filled()).text).toContain('Compare with Shanghai.');

  // The frame goes elsewhere under its card, and then, from another process in Firefox too, is taken out.
  await browser.evaluate(() => {
    document.querySelector('iframe')!.src = `http://localhost:${location.port}/other`;
  });
  await cardClosed(browser);
  await until(async () => (await found()).includes('hukou'), { what: 'the next page of the frame' });
  await browser.evaluate(() => document.querySelector('iframe')!.focus());
  await browser.command('open-card');
  await until(async () => /hukou/.test((await filled()).text), { what: 'the card of its next page' });
  await browser.evaluate(() => document.querySelector('iframe')!.remove());
  await cardClosed(browser);
  expect(await browser.evaluate(() => (window as { seen?: string[] }).seen)).toEqual([]);
});

/** The one frame in the page of the tab in front, for as long as it stays: asked, and selected in, from outside. */
async function innerFrame() {
  const [tabId, frameId] = await until(
    () =>
      world.browser.background(async () => {
        const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        const target = { tabId: tab!.id, allFrames: true };
        const frames = await scripting.executeScript({ target, func: () => true });
        const inner = frames.find((frame) => frame.frameId !== 0);
        return inner ? [tab!.id, inner.frameId] : null;
      }),
    { what: 'the frame' },
  );
  const ask = <T>(name: string): Promise<T> =>
    world.browser.background(
      async (tab, frame, message) => {
        const { tabs } = typeof browser === 'undefined' ? chrome : browser;
        const { result } = await tabs.sendMessage(tab, { name: message, params: {} }, { frameId: frame });
        return result as T;
      },
      tabId,
      frameId,
      name,
    );
  return {
    ask,
    notes: async () => (await ask<PageOutline>('page.outline')).notes,
    select: (words: string) =>
      world.browser.background(
        async (tab, frame, wanted) => {
          const { scripting } = typeof browser === 'undefined' ? chrome : browser;
          await scripting.executeScript({
            target: { tabId: tab, frameIds: [frame] },
            args: [wanted],
            func: (text: string) => {
              const { firstChild } = document.querySelector('p')!;
              const at = (firstChild as Text).data.indexOf(text);
              getSelection()!.setBaseAndExtent(firstChild!, at, firstChild!, at + text.length);
            },
          });
        },
        tabId,
        frameId,
        words,
      ),
  };
}

const aside = (text: string): void => {
  PAGES['/aside'] = { html: `<!doctype html><html lang="en"><title>Letters</title><p>${text}</p></html>` };
};

test('the panel lists the notes of frames: they are edited, attached anew and deleted there', async () => {
  const { browser, url } = world;
  const corner = `${url}/corner?host=localhost&shows=/aside`;
  aside('Twelve sailors elected a council. Nobody had told them how.');
  await browser.open(corner);
  let frame = await innerFrame();
  await until(async () => (await frame.ask<{ state: string }>('page.status')).state === 'on', {
    what: 'the frame to be read',
  });
  await frame.select('Twelve sailors elected a council.');
  await frame.ask('page.pinSelection');
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the editor' });
  await browser.type('Who were they?');
  await browser.press('Control+Enter');
  await until(async () => (await frame.notes())[0]?.state === 'placed', { what: 'the note in the frame' });

  let panel = await openPanel(browser);
  await panel.choose('notes');
  await panel.sees(/Embedded in the page: Letters/, /Twelve sailors/, /Who were they\?/);
  await panel.press('Edit');
  await browser.type('See 1905. ');
  await browser.press('Control+Enter');
  await panel.sees(/See 1905\./);
  await panel.toPage();
  const frameTop = (): Promise<number> =>
    browser.evaluate(() => document.querySelector('iframe')!.getBoundingClientRect().y);
  await browser.evaluate(() => scrollTo({ top: 10_000, behavior: 'instant' }));
  expect(await frameTop()).toBeLessThan(-150);
  await panel.toPanel();
  await panel.press('Go to its passage');
  await panel.toPage();
  await until(async () => (await frameTop()) > -20, { what: 'the frame in view' });
  await panel.toPanel();
  await panel.close();

  // The frame says something else now.
  aside('A tram line runs where the harbour was.');
  await browser.open(corner);
  frame = await innerFrame();
  await until(async () => (await frame.notes())[0]?.state === 'orphan', { what: 'the lost passage' });
  panel = await openPanel(browser);
  await panel.choose('notes');
  await panel.sees(/Lost passages/, /Twelve sailors/);
  await panel.press('Attach to the selection');
  await panel.sees(/Nothing is selected/);
  await frame.select('A tram line');
  await panel.press('Attach to the selection');
  await panel.sees(/has its place again/, /Embedded in the page: Letters/, /A tram line/);
  expect(await frame.notes()).toMatchObject([{ state: 'placed', score: 1 }]);
  await panel.press('Delete');
  await panel.sees(/Nothing is pinned here|Undo/);
  await until(async () => (await frame.notes()).length === 0, { what: 'the note to go from the frame' });
  await panel.press('Undo');
  await until(async () => (await frame.notes())[0]?.state === 'placed', {
    what: 'the note back in its frame',
  });
  await panel.close();

  // From the library the way leads to the tab that shows it in a frame, not to a new one.
  await browser.evaluate(() => scrollTo({ top: 10_000, behavior: 'instant' }));
  const library = await browser.newTab();
  await browser.open(browser.extensionUrl('library.html'));
  await pressNamed(browser, 'Open at the passage');
  await browser.toTab(0);
  await until(async () => (await frameTop()) > -20, { what: 'the frame in view from the library' });
  await browser.toTab(library);
  await browser.closeTab();
});
