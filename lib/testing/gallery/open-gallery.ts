/** The gallery in a plain browser: every state of every surface, without the extension. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { launchPlainChromium } from '../browsers/plain-chromium.ts';
import type {} from './gallery-page.tsx';

export interface Gallery {
  browser: Browser;
  /** A page with `gallery` on it, nothing shown yet. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** The same in a page that was opened before, in a third of the time. */
  reopen(page: Page): Promise<Page>;
  close(): Promise<void>;
}

async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('gallery-page.tsx', import.meta.url)),
        formats: ['iife'],
        name: 'page',
      },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}

export async function openGallery(): Promise<Gallery> {
  const [code, browser] = await Promise.all([bundle(), launchPlainChromium()]);
  async function fill(page: Page): Promise<Page> {
    await page.setContent(
      '<!doctype html><html lang="en"><head><title>Gallery</title><style>body{margin:0}</style></head><body></body></html>',
    );
    await page.evaluate(code);
    return page;
  }
  return {
    browser,
    open: async (options = {}) =>
      fill(await browser.newPage({ viewport: { width: 400, height: 700 }, ...options })),
    async reopen(page) {
      await page.mouse.move(-1, -1);
      await page.goto('about:blank');
      return fill(page);
    },
    close: () => browser.close(),
  };
}
