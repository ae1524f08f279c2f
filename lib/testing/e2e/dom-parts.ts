/** The parts that point and show, in a real page of a real browser, without the rest of the extension. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchPlainChromium } from '../browsers/plain-chromium.ts';
import './dom-parts-page.ts';

export interface PageOptions {
  touch?: boolean;
  /** Content-Security-Policy of the page. */
  csp?: string;
  head?: string;
}

export interface PartsBrowser {
  /** A page with this body; `parts` is there, nothing is started. */
  open(body: string, options?: PageOptions): Promise<Page>;
  /** The same, and `run` is started. */
  start(body: string, options?: PageOptions): Promise<Page>;
}

/** One script of the page's parts, as the content script would carry them. */
async function bundleParts(): Promise<string> {
  const entry = fileURLToPath(new URL('dom-parts-page.ts', import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}

/** To be called at the top of a test file: one browser for the file, one context for each page. */
export function usePartsBrowser(): PartsBrowser {
  let browser: Browser;
  let code: string;
  let contexts: BrowserContext[] = [];
  beforeAll(async () => {
    code = await bundleParts();
    browser = await launchPlainChromium();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(() => browser.close());

  async function open(body: string, { touch = false, csp = '', head = '' }: PageOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 }, hasTouch: touch });
    contexts.push(context);
    const page = await context.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: csp === '' ? {} : { 'content-security-policy': csp },
        body: `<!doctype html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`,
      }),
    );
    await page.goto('https://page.test/');
    await page.evaluate(code);
    return page;
  }

  async function start(body: string, options: PageOptions = {}): Promise<Page> {
    const page = await open(body, options);
    await page.evaluate(() => {
      globalThis.run = parts.start();
    });
    return page;
  }

  return { open, start };
}

export const FILL = '<p style="height: 1500px">and so on</p>';
export const TERMS = `<p style="margin: 100px 40px 60px">A <b id="one">soviet</b> is a council.</p>
  <p style="margin: 0 40px">The <b id="two">hukou</b> is a register.</p>${FILL}`;

/** Two movements: the first event after opening a page only tells where the pointer is. */
export async function pointAt(page: Page, selector: string): Promise<void> {
  const box = (await page.locator(selector).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

export async function openCard(page: Page, selector = '#one'): Promise<void> {
  await pointAt(page, selector);
  await page.waitForFunction(() => run.host.isOpen);
}

export const rest = (page: Page, ms = 500): Promise<void> => page.waitForTimeout(ms);
export const opened = (page: Page): Promise<number> => page.evaluate(() => run.opened());
export const isFocused = (page: Page): Promise<string | null> => page.evaluate(() => run.focused());
export const cards = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('[data-margin-card]').length);
