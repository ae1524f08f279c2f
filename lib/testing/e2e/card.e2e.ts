/** Hovering, walking by keyboard, and what the card says. */
import { beforeEach, describe, expect, test } from 'vitest';
import { controlIn, focusedIn, middleOf, textOf } from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { cardClosed, cardOpen, cardWith, createWorld, hover, marked, middleOfWord, read } from './world.ts';

const world = createWorld();

describe('the card', () => {
  beforeEach(async () => {
    await world.browser.moveMouse(5, 5);
    await read(world.browser, `${world.url}/article`);
  });

  test('opens after a rest on a term, not before, and goes when the pointer leaves', async () => {
    const { browser } = world;
    const { x, y } = await middleOfWord(browser, 'Lenin');
    await browser.moveMouse(x, y - 120);
    await browser.evaluate(() => {
      const log = { moved: 0, opened: 0 };
      Object.assign(window, { log });
      document.addEventListener('pointermove', () => (log.moved = performance.now()), true);
      new MutationObserver(() => {
        if (document.querySelector('[data-margin-card]') && log.opened === 0) log.opened = performance.now();
      }).observe(document.documentElement, { childList: true });
    });
    await browser.moveMouse(x, y);
    await cardOpen(browser);
    const { moved, opened } = await browser.evaluate(
      () => (window as unknown as { log: { moved: number; opened: number } }).log,
    );
    expect(opened - moved).toBeGreaterThan(370);
    expect(opened - moved).toBeLessThan(1500);
    await browser.moveMouse(x, y - 200);
    await cardClosed(browser);
    expect(await browser.evaluate(() => document.querySelectorAll('[data-margin-card]').length)).toBe(0);
  });

  test('does not open when the page scrolls a term under a still pointer', async () => {
    const { browser } = world;
    const { x, y } = await middleOfWord(browser, 'Lenin');
    await browser.moveMouse(x, y + 100);
    await browser.evaluate(() => window.scrollBy({ top: -100, behavior: 'instant' }));
    await browser.evaluate(() => new Promise((done) => setTimeout(done, 700)));
    expect(await browser.card()).toBeNull();
  });

  test('says what the entry holds', async () => {
    const { browser } = world;
    const card = await hover(browser, 'January Storm');
    expect(card.text).toContain('January Storm');
    expect(card.text).toContain('一月风暴');
    expect(card.text).toMatch(/event.*1967/);
    expect(card.text).toContain('In the essay');
    expect(card.text).toContain('Contested');
    expect(card.text).toMatch(/1 of 1 on this page/);
    expect(controlIn(card, 'Pin a note')).toBeDefined();
    expect(controlIn(card, /^\d+ sources$/)).toBeDefined();
    expect(controlIn(card, /^Source 1: /)).toBeDefined();
    const dialog = card.tree[0]!;
    expect(dialog.attributes['role']).toBe('dialog');
  });

  test('stays while the pointer is on it; a related concept opens in place and Back returns', async () => {
    const { browser } = world;
    const card = await hover(browser, 'Cultural Revolution');
    const chip = card.tree.length > 0 ? controlIn(card, /^January Storm$/i) : undefined;
    expect(chip).toBeDefined();
    await browser.moveMouse(...middleOf(card.rect));
    // The chips lie below: scroll the card to them as a reader would.
    const shown = await until(
      async () => {
        await browser.wheel(150);
        const now = controlIn((await browser.card())!, /^January Storm$/i);
        return now && now.rect.y + now.rect.height < card.rect.y + card.rect.height - 40 ? now : null;
      },
      { what: 'the chip in view' },
    );
    await browser.click(...middleOf(shown.rect));
    const next = await cardWith(
      browser,
      ({ text }) => /Back to Cultural Revolution/.test(text),
      'the related card',
    );
    expect(next.text).toContain('一月风暴');
    expect(await browser.evaluate(() => document.querySelectorAll('[data-margin-card]').length)).toBe(1);
    await browser.click(...middleOf(controlIn(next, /Back to/)!.rect));
    await until(async () => /文化大革命/.test((await browser.card())?.text ?? ''), {
      what: 'the first card again',
    });
  });

  test('by keyboard: walk, open, Tab inside, Esc gives focus back', async () => {
    const { browser } = world;
    await browser.evaluate(() => document.querySelector('button')!.focus({ preventScroll: true }));
    await browser.evaluate(() => (document.activeElement as HTMLElement).blur());
    await browser.command('next-term');
    await until(async () => (await marked(browser, 'manicule-on')) !== '', {
      what: 'the first term to be pointed at',
    });
    await browser.command('next-term');
    await until(async () => (await marked(browser, 'manicule-on')) === 'hukou', { what: 'the second hukou' });
    await browser.press('Enter');
    const card = await cardOpen(browser);
    await until(async () => focusedIn((await browser.card())!) !== undefined, { what: 'focus in the card' });
    expect(textOf(focusedIn((await browser.card())!)!).toLowerCase()).toBe('hukou');
    expect(card.rect.width).toBeGreaterThan(200);
    await browser.press('Tab');
    await until(async () => focusedIn((await browser.card())!)?.name === 'button', {
      what: 'Tab to the first button',
    });
    await browser.press('Escape');
    await cardClosed(browser);
    expect(await browser.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test('next and previous on this page, from the card', async () => {
    const { browser } = world;
    // The third that stands in one piece: the only one of its section, and the last of the page.
    const card = await hover(browser, 'hukou', 2);
    expect(card.text).toContain('5 of 5 on this page');
    await browser.click(...middleOf(controlIn(card, 'Previous on this page')!.rect));
    await until(async () => (await browser.card())?.text.includes('4 of 5'), {
      what: 'the occurrence before',
    });
    await until(async () => (await marked(browser, 'manicule-on')) === '户口', {
      what: 'it to be pointed at',
    });
  });
});

describe('the card works on hard pages', () => {
  test.each(['/strict-csp', '/trusted-types', '/rewritten', '/right-to-left'])('%s', async (path) => {
    const { browser, url } = world;
    await browser.moveMouse(5, 5);
    await read(browser, url + path);
    const card = await hover(browser, 'Lenin');
    expect(card.text).toContain('Lenin');
    expect(card.rect.width).toBeGreaterThan(300);
    expect(card.rect.height).toBeGreaterThan(150);
    const pin = controlIn(card, 'Pin a note')!;
    expect(pin.rect.height).toBeGreaterThanOrEqual(24);
    await browser.press('Escape');
    await cardClosed(browser);
  });
});
