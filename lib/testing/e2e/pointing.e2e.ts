import { describe, expect, it } from 'vitest';
import {
  cards,
  FILL,
  isFocused,
  openCard,
  opened,
  pointAt,
  rest,
  TERMS,
  usePartsBrowser,
} from './dom-parts.ts';

/** Trusted events of real hands, as far as a driver has hands. */
const browser = usePartsBrowser();

describe('pointing', () => {
  it('opens after the dwell, beside the term, and leaves no trace when it goes', async () => {
    const page = await browser.start(TERMS);
    const before = await page.content();
    const startMs = await page.evaluate(() => performance.now());
    await openCard(page);
    const { atMs, gap, left, over } = await page.evaluate(() => {
      const card = run.host.rect()!;
      const term = run.rects(0)[0]!;
      const { atMs } = run.log.find(({ type }) => type === 'open')!;
      const over = document.elementFromPoint(card.x + 10, card.y + 10) === run.host.element;
      return { atMs, gap: card.y - term.y - term.height, left: card.x - term.x, over };
    });
    expect(atMs - startMs).toBeGreaterThanOrEqual(400);
    expect(atMs - startMs).toBeLessThan(900);
    expect(gap).toBeCloseTo(8, 0);
    expect(left).toBeCloseTo(0, 0);
    expect(over).toBe(true);
    await page.mouse.move(700, 20);
    await page.mouse.move(710, 20);
    await page.waitForFunction(() => !run.host.isOpen);
    expect(await page.content()).toBe(before);
  });

  it('opens nothing under a still pointer: not on arrival, not by scrolling', async () => {
    const page = await browser.start(TERMS);
    const box = (await page.locator('#one').boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 5);
    await rest(page);
    expect(await opened(page)).toBe(0);
    await page.mouse.move(box.x + 5, box.y + 50);
    await page.mouse.move(box.x + 6, box.y + 50);
    await page.evaluate(() => scrollBy(0, -50));
    await page.mouse.wheel(0, 45);
    await rest(page, 700);
    expect(await page.evaluate(() => scrollY)).toBe(45);
    expect(await opened(page)).toBe(0);
  });

  it('scrolling during the dwell stops it; scrolling elsewhere does not', async () => {
    const page = await browser.start(
      `${TERMS}<div id=aside style="position:fixed;right:0;top:300px;width:90px;height:90px;overflow:auto">${FILL}</div>`,
    );
    await pointAt(page, '#one');
    await page.evaluate(() => scrollBy(0, 2));
    await rest(page, 600);
    expect(await opened(page)).toBe(0);
    await pointAt(page, '#two');
    await page.evaluate(() => document.getElementById('aside')!.scrollBy(0, 20));
    await rest(page, 600);
    expect(await opened(page)).toBe(1);
  });

  it('opens nothing while dragging or selecting, and believes no page', async () => {
    const page = await browser.start(TERMS);
    await page.mouse.move(20, 105);
    await page.mouse.down();
    await pointAt(page, '#one');
    await rest(page);
    expect(await opened(page)).toBe(0);
    await page.mouse.up();
    await rest(page);
    expect(await opened(page)).toBe(0);
    await page.evaluate(() => {
      const { x, y } = document.getElementById('two')!.getBoundingClientRect();
      for (const by of [1, 2, 3]) {
        const at = { clientX: x + by, clientY: y + 5, screenX: x + by, screenY: y, bubbles: true };
        document.body.dispatchEvent(new PointerEvent('pointermove', at));
      }
    });
    await rest(page);
    expect(await opened(page)).toBe(0);
  });

  it('stays on the way to the card and on it, and goes from there', async () => {
    const page = await browser.start(TERMS);
    await openCard(page);
    const card = (await page.evaluate(() => run.host.rect()))!;
    await page.mouse.move(card.x + 60, card.y + 60, { steps: 30 });
    await rest(page, 600);
    expect(await page.evaluate(() => [run.host.isOpen, run.phase()])).toEqual([true, 'open']);
    await page.mouse.move(780, 580);
    await page.waitForFunction(() => !run.host.isOpen);
    expect(await opened(page)).toBe(1);
  });

  it('changes to another term in place, after a dwell on it', async () => {
    const page = await browser.start(TERMS.replace('0 40px', '300px 40px 0'));
    await openCard(page);
    await pointAt(page, '#two');
    await rest(page);
    expect(await opened(page)).toBe(2);
    expect(await cards(page)).toBe(1);
  });

  it('follows the page while it scrolls under the card', async () => {
    const page = await browser.start(TERMS);
    await openCard(page);
    const card = (await page.evaluate(() => run.host.rect()))!;
    await page.mouse.move(card.x + 60, card.y + 60, { steps: 10 });
    await page.evaluate(() => scrollBy(0, 40));
    await rest(page, 100);
    expect((await page.evaluate(() => run.host.rect()))!.y).toBeCloseTo(card.y - 40, 0);
  });

  it('Enter opens the current term with focus inside, Esc closes and gives focus back', async () => {
    const page = await browser.start(`<p tabindex=0 id=before>Here</p>${TERMS}`);
    await page.focus('#before');
    await page.keyboard.press('Enter');
    expect(await opened(page)).toBe(0);
    await page.evaluate(() => run.go(1));
    await page.keyboard.press('Enter');
    expect(await opened(page)).toBe(1);
    expect(await isFocused(page)).toBe('input');
    await page.keyboard.press('Tab');
    expect(await isFocused(page)).toBe('button');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    expect(await cards(page)).toBe(0);
  });

  it('Enter belongs to fields, links and buttons that have the focus', async () => {
    const page = await browser.start(
      `<input><a href="#x">x</a><button>b</button><div contenteditable>c</div>${TERMS}`,
    );
    await page.evaluate(() => run.go(1));
    for (const selector of ['input', 'a', 'button', '[contenteditable]']) {
      await page.focus(selector);
      await page.keyboard.press('Enter');
    }
    expect(await opened(page)).toBe(0);
  });

  it('Esc sends a hovered card away, and it stays away until the pointer has left', async () => {
    const page = await browser.start(TERMS);
    await openCard(page);
    await page.keyboard.press('Escape');
    expect(await cards(page)).toBe(0);
    await pointAt(page, '#one');
    await rest(page);
    expect(await opened(page)).toBe(1);
    await page.mouse.move(400, 20);
    await rest(page, 50);
    await pointAt(page, '#one');
    await rest(page);
    expect(await opened(page)).toBe(2);
  });

  it('typing in the page stops a dwell', async () => {
    const page = await browser.start(`<input>${TERMS}`);
    await page.focus('input');
    await pointAt(page, '#one');
    await page.keyboard.type('ab', { delay: 100 });
    await rest(page, 600);
    expect(await opened(page)).toBe(0);
  });

  it('by touch: a tap opens a sheet, a tap beside closes it, links and scrolling work', async () => {
    const page = await browser.start(
      `${TERMS}<p style="position:fixed;top:300px;left:40px"><a id=link href="#there">a hukou link</a></p>`,
      { touch: true },
    );
    await page.tap('#one');
    expect(await opened(page)).toBe(1);
    const sheet = await page.evaluate(() => ({
      card: run.host.rect()!,
      width: innerWidth,
      height: innerHeight,
    }));
    expect(sheet.card.width).toBe(Math.min(sheet.width, 640));
    expect(sheet.card.y + sheet.card.height).toBeCloseTo(sheet.height, 0);
    await rest(page, 400);
    expect(await cards(page)).toBe(1);
    await page.touchscreen.tap(300, 20);
    expect(await cards(page)).toBe(0);
    await page.tap('#link');
    expect(await opened(page)).toBe(1);
    expect(page.url()).toContain('#there');
  });

  it('by click: only a click opens, and a click on a link stays the link’s', async () => {
    const page = await browser.open(`${TERMS}<p><a href="#x" id=link>hukou</a></p>`.replace(FILL, ''));
    await page.evaluate(() => {
      globalThis.run = parts.start({ mode: 'click' });
    });
    await pointAt(page, '#one');
    await rest(page);
    expect(await opened(page)).toBe(0);
    await page.click('#one');
    expect(await opened(page)).toBe(1);
    await page.click('#one');
    expect(await cards(page)).toBe(0);
    await page.click('#link');
    expect(await opened(page)).toBe(1);
  });

  it('by hover with a key: only while the key is held, and not while it is typed with', async () => {
    const page = await browser.open(`${TERMS}<textarea id=field></textarea>`.replace(FILL, ''));
    await page.evaluate(() => {
      globalThis.run = parts.start({ mode: 'hover-with-key' });
    });
    await pointAt(page, '#one');
    await rest(page);
    expect(await opened(page)).toBe(0);
    await page.keyboard.down('Alt');
    await page.waitForFunction(() => run.host.isOpen);
    await page.keyboard.up('Alt');
    await page.keyboard.press('Escape');
    await page.focus('#field');
    await pointAt(page, '#two');
    await page.keyboard.press('Alt+e');
    await rest(page);
    expect(await opened(page)).toBe(1);
  });

  it('stop ends it all', async () => {
    const page = await browser.start(TERMS);
    await openCard(page);
    await page.evaluate(() => run.stop());
    expect(await cards(page)).toBe(0);
    await pointAt(page, '#two');
    await rest(page);
    expect(await opened(page)).toBe(1);
  });
});
