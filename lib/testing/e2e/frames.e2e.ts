/** Frames of every kind are read; what they hold counts for the page, which draws the cards of small ones. */
import type { PageReport } from '../../core/protocol/page-report-schema.ts';
import { expect, test } from 'vitest';
import { controlIn, focusedIn, middleOf, type CardView } from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { PAGES } from './articles.ts';
import { backIn, innerFrame, termsInFrames, type InnerFrame } from './inner-frames.ts';
import { openPanel } from './panel-tab.ts';
import { pressNamed } from './press-named.ts';
import { select } from './select.ts';
import { BROWSER, cardClosed, cardOpen, cardWith, createWorld, isFilled, settled } from './world.ts';

const world = createWorld();

const found = (): Promise<string[]> => termsInFrames(world.browser);

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

/** Position of “Lenin” in the small frame, in the viewport of the page. */
const leninOf = async (): Promise<[x: number, y: number]> => {
  const { x, y } = await world.browser.evaluate(() => {
    const frame = document.querySelector('iframe')!.getBoundingClientRect();
    return { x: frame.x + 2, y: frame.y + 2 };
  });
  return [x + 130, y + 25];
};

const filled = (): Promise<CardView> => cardWith(world.browser, isFilled, 'the card of the small frame');

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
  // The way from the term to the card, and a walk about in it that takes longer than any grace.
  await browser.moveMouse(...middleOf(card.rect));
  await browser.moveMouse(card.rect.x + 40, card.rect.y + 40, { steps: 30 });
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

/** Position of “Lenin” in the small frame of the page with frames in frames. */
const deepLenin = async (): Promise<[x: number, y: number]> => {
  const { x, y } = await world.browser.evaluate(() => {
    const frame = document.querySelector('#middle')!.getBoundingClientRect();
    return { x: frame.x + 3, y: frame.y + 3 };
  });
  return [x + 42 + 128, y + 62 + 25];
};

test('a small frame in a frame has its card by the page too, where its term is', async () => {
  const { browser, url } = world;
  await browser.open(`${url}/nested${BROWSER === 'firefox' ? '' : '?host=localhost'}`);
  await until(async () => (await found()).includes('Lenin'), { what: 'the frame in the frame' });
  const [x, y] = await deepLenin();
  const point = async (): Promise<CardView> => {
    await browser.moveMouse(20, 20);
    await browser.moveMouse(x + 60, y + 40);
    await browser.moveMouse(x, y);
    return filled();
  };
  const card = await point();
  expect(Math.abs(card.rect.x - x)).toBeLessThan(80);
  expect(card.rect.y - y).toBeGreaterThan(8);
  expect(card.rect.y - y).toBeLessThan(40);
  // Onto the card, and into the frame between: Chromium's test mouse tells no page that it goes over into
  // a frame of another process.
  await browser.moveMouse(...middleOf(card.rect));
  await cardOpen(browser);
  await (BROWSER === 'firefox' ? browser.moveMouse(x + 420, y) : browser.moveMouse(20, 20));
  await cardClosed(browser);
  // The frame between scrolls, and takes the term away from under the pointer.
  await point();
  await browser.wheel(60);
  await cardClosed(browser);
  // By keyboard.
  await browser.click(x + 60, y - 40);
  await browser.command('open-card');
  await until(async () => focusedIn(await filled())?.name === 'h2', { what: 'focus in the card' });
  expect((await filled()).rect.width).toBe(640);
  await browser.press('Escape');
  await cardClosed(browser);
});

const aside = (text: string): void => {
  PAGES['/aside'] = { html: `<!doctype html><html lang="en"><title>Letters</title><p>${text}</p></html>` };
};

async function pin(frame: InnerFrame, words: string, text: string): Promise<void> {
  const { browser } = world;
  await until(async () => (await frame.ask<PageReport>('page.report')).status.state === 'on', {
    what: 'the frame to be read',
  });
  await frame.select(words);
  await frame.ask('page.pinSelection');
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the editor' });
  await browser.type(text);
  await browser.press('Control+Enter');
  await until(async () => (await frame.notes())[0]?.state === 'placed', { what: 'the note in the frame' });
}

test('the panel lists the notes of frames: they are edited, attached anew and deleted there', async () => {
  const { browser, url } = world;
  const corner = `${url}/corner?host=localhost&shows=/aside`;
  aside('Twelve sailors elected a council. Nobody had told them how.');
  await browser.open(corner);
  let frame = await innerFrame(browser);
  await pin(frame, 'Twelve sailors elected a council.', 'Who were they?');

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
  await panel.press('Go to the passage');
  await panel.toPage();
  await until(async () => (await frameTop()) > -20, { what: 'the frame in view' });
  await panel.toPanel();
  await panel.close();

  // The frame says something else now.
  aside('A tram line runs where the harbour was.');
  await browser.open(corner);
  frame = await innerFrame(browser);
  await until(async () => (await frame.notes())[0]?.state === 'orphan', { what: 'the lost passage' });
  panel = await openPanel(browser);
  await panel.choose('notes');
  await panel.sees(/Passages not found/, /Twelve sailors/);
  await panel.press('Attach to the selection');
  await panel.sees(/Nothing is selected/);
  // The page keeps a selection too; the last one counts.
  await panel.toPage();
  await select(browser, 'The Paris', 'Commune');
  await panel.toPanel();
  await frame.select('A tram line');
  await panel.press('Attach to the selection');
  await panel.sees(/is attached again/, /Embedded in the page: Letters/, /A tram line/);
  await until(async () => (await frame.notes())[0]?.score === 1, { what: 'its new place' });
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
  // Until it hears that the passage is there again, another button may come to stand below the pointer.
  await until(
    () =>
      browser.evaluate(() => {
        const { innerText } = document.body;
        return innerText.includes('A tram line') && !innerText.includes('Keep as a note on the page');
      }),
    { what: 'the library to know of its new passage' },
  );
  await pressNamed(browser, 'Open at the passage');
  await browser.toTab(0);
  await until(async () => (await frameTop()) > -20, { what: 'the frame in view from the library' });
  await browser.toTab(library);
  await browser.closeTab();
});

test('a passage that the page has written into a frame belongs to the page, and is no loss of it', async () => {
  const { browser, url } = world;
  PAGES['/letter'] = {
    html: `<!doctype html><html lang="en"><title>A letter</title><h1>Bread</h1>
      <iframe width="300" height="200" srcdoc="<p>Dear reader, nobody has answered.</p>"></iframe></html>`,
  };
  await browser.open(`${url}/letter`);
  let frame = await innerFrame(browser);
  await pin(frame, 'nobody has answered', 'Still not.');
  await browser.reload();
  frame = await innerFrame(browser);
  await until(async () => (await frame.notes())[0]?.state === 'placed', {
    what: 'the passage after a reload',
  });
  const panel = await openPanel(browser);
  await panel.choose('notes');
  await panel.sees(/nobody has answered/, /Still not\./);
  expect(await panel.text()).not.toMatch(/Passages not found|Embedded/);
  await panel.close();
});

test('by touch in a small frame the card is a sheet of the page: a tap beside, a swipe and Back close it', async () => {
  const { browser, url } = world;
  const { swipe } = browser;
  if (!swipe) return;
  const back = (what: 'listen' | 'press'): Promise<void> => backIn(browser, what);
  await browser.setViewport(420, 700);
  await browser.open(`${url}/corner?host=localhost`);
  await until(async () => (await found()).includes('Lenin'), { what: 'the small frame' });
  const [x, y] = await leninOf();
  const tap = async (): Promise<CardView> => {
    await swipe([{ x, y }]);
    return filled();
  };
  let { rect } = await tap();
  expect([rect.x, Math.round(rect.width), Math.round(rect.y + rect.height)]).toEqual([0, 420, 700]);
  await swipe([{ x: 30, y: 20 }]);
  await cardClosed(browser);
  ({ rect } = await tap());
  await swipe(Array.from({ length: 9 }, (_, i) => ({ x: 200, y: rect.y + 12 + 30 * i })));
  await cardClosed(browser);

  // Back is told to whoever waits for it.
  await back('listen');
  await tap();
  await back('press');
  await cardClosed(browser);
  expect(await browser.evaluate(() => location.pathname)).toBe('/corner');
});
