/** The card above a modal dialog, a popover and what is fullscreen, also where they stand in shadow trees. */
import { beforeAll, expect, test } from 'vitest';
import { controlIn, focusedIn, middleOf } from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { cardClosed, createWorld, read } from './world.ts';

const world = createWorld();

type Layer = 'dialog' | 'popover' | 'full';

beforeAll(() => read(world.browser, `${world.url}/layers`), 60_000);

const isOpen = (layer: Layer): Promise<boolean> =>
  world.browser.evaluate((which) => {
    if (which === 'full') return document.fullscreenElement !== null;
    if (which === 'popover') return document.querySelector('#popover')!.matches(':popover-open');
    return document.querySelector('x-dialog')!.shadowRoot!.querySelector('dialog')!.open;
  }, layer);

/** Presses the page's button for a layer, as a reader would. */
async function openLayer(layer: Layer): Promise<void> {
  const { browser } = world;
  const at = await browser.evaluate((which) => {
    const button = document.querySelector(which === 'popover' ? '[popovertarget]' : `#${which}`)!;
    const { x, y, width, height } = button.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as [number, number];
  }, layer);
  await browser.click(...at);
  await until(() => isOpen(layer), { what: `${layer} to open` });
}

/** The element that holds a word, by its place. */
const placeOf = (selector: string, host: string | null): Promise<[number, number]> =>
  world.browser.evaluate(
    (wanted, within) => {
      const root = within === null ? document : document.querySelector(within)!.shadowRoot!;
      const range = document.createRange();
      range.selectNodeContents(root.querySelector(wanted)!);
      const { x, y, height } = range.getBoundingClientRect();
      return [x, y + height / 2];
    },
    selector,
    host,
  );

const LAYERS: { layer: Layer; selector: string; host: string | null; inset: number; says: string }[] = [
  { layer: 'dialog', selector: 'b', host: null, inset: 20, says: 'Lenin' },
  { layer: 'popover', selector: '#popover p', host: null, inset: 55, says: 'hukou' },
  { layer: 'full', selector: 'p', host: 'x-stage', inset: 60, says: 'Paris Commune' },
];

test.each(LAYERS)('above: $layer', async ({ layer, selector, host, inset, says }) => {
  const { browser } = world;
  await openLayer(layer);
  let at: [number, number] = [0, 0];
  // An element that goes fullscreen may still be growing.
  const card = await until(
    async () => {
      const [x, y] = await placeOf(selector, host);
      if (x + inset !== at[0] || y !== at[1]) {
        at = [x + inset, y];
        await browser.moveMouse(5, 5);
        await browser.moveMouse(...at);
      }
      const now = await browser.card();
      return now && now.text.length > 80 ? now : null;
    },
    { what: `the card of ${says}` },
  );
  expect(card.text).toContain(says);

  // Whole in the window, above all else, and used by the mouse.
  const view = await browser.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(card.rect.x).toBeGreaterThanOrEqual(0);
  expect(card.rect.y + card.rect.height).toBeLessThanOrEqual(view.height);
  const pin = controlIn(card, 'Pin a note')!;
  await browser.click(...middleOf(pin.rect));
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the editor' });
  await browser.type('Above.');
  expect(focusedIn((await browser.card())!)!.value).toBe('Above.');
  expect(await isOpen(layer)).toBe(true);

  // One Esc, one thing: the editor, the card, and only then what is under it.
  await until(
    async () => {
      if (!(await browser.card())) return true;
      await browser.press('Escape');
      return false;
    },
    { what: 'Esc to close the card' },
  );
  await cardClosed(browser);
  if (layer === 'full') await browser.evaluate(() => document.exitFullscreen().catch(() => undefined));
  else {
    expect(await isOpen(layer)).toBe(true);
    await browser.press('Escape');
  }
  await until(async () => !(await isOpen(layer)), { what: `${layer} to close` });
  await browser.moveMouse(5, 5);
});
