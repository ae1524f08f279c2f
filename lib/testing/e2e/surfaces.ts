/** The card and the popup on their own, mounted openly, without the rest of the extension. */
import { createRequire } from 'node:module';
import type { run } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { CardState } from '../gallery/card-states.ts';
import { openGallery, type Gallery } from '../gallery/open-gallery.ts';
import type { CardOptions, Report } from '../gallery/gallery-page.tsx';
import type { PopupStateName } from '../gallery/popup-states.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules for whole pages; a card or a popup is none. */
const OF_PAGES = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];

export interface Surfaces {
  /** A page with `gallery` on it, nothing shown yet. */
  open(options?: BrowserContextOptions): Promise<Page>;
  openCard(state: CardState, options?: CardOptions, look?: BrowserContextOptions): Promise<Page>;
  openPopup(state: PopupStateName, look?: BrowserContextOptions): Promise<Page>;
}

/** To be called at the top of a test file: one browser for the file, pages for each test. */
export function useSurfaces(): Surfaces {
  let gallery: Gallery;
  /** By their look: those of the test that runs, and those that wait for another. */
  let shown: [look: string, page: Page][] = [];
  let free: typeof shown = [];
  beforeAll(async () => {
    gallery = await openGallery();
  }, 60_000);
  afterEach(() => {
    free.push(...shown);
    shown = [];
  });
  afterAll(() => gallery.close());

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const look = JSON.stringify(options);
    const again = free.find(([ofWhich]) => ofWhich === look);
    free = free.filter((one) => one !== again);
    const page = again
      ? await gallery.reopen(again[1])
      : await gallery.open({ reducedMotion: 'reduce', ...options });
    shown.push([look, page]);
    return page;
  }
  return {
    open,
    async openCard(state, options = {}, look = {}) {
      const page = await open(look);
      await page.evaluate(([name, how]) => globalThis.gallery.showCard(name, how), [state, options] as const);
      return page;
    },
    async openPopup(state, look = {}) {
      const page = await open(look);
      await page.evaluate((name) => globalThis.gallery.showPopup(name), state);
      return page;
    },
  };
}

export const reports = (page: Page): Promise<Report[]> => page.evaluate(() => globalThis.gallery.reports);
export const lastReport = async (page: Page): Promise<Report | undefined> => (await reports(page)).at(-1);
export const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const host = document.activeElement;
    const active = host?.shadowRoot ? host.shadowRoot.activeElement : host;
    return active
      ? `${active.localName} ${active.getAttribute('aria-label') ?? active.textContent}`
      : undefined;
  });

/** Readies a page for `complaints`. */
export const addAxe = (page: Page): Promise<unknown> => page.addScriptTag({ path: AXE });

/** Violations that axe finds, one line each. */
export async function complaints(page: Page): Promise<string[]> {
  return page.evaluate(
    async ([tags, left]) => {
      const { axe } = globalThis as unknown as { axe: { run: typeof run } };
      const { violations } = await axe.run(document, {
        runOnly: tags,
        rules: Object.fromEntries(left.map((id) => [id, { enabled: false }])),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any, all, none }) => `${id}: ${html} ${[...any, ...all, ...none][0]?.message}`),
      );
    },
    [TAGS, OF_PAGES] as const,
  );
}
