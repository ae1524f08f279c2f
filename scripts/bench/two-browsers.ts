/** Two Chromiums side by side, one with the built extension and one without: what a page pays for us. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { createChromiumWorker, type ChromiumWorker } from '../../lib/testing/browsers/chromium-worker.ts';
import { findChromium } from '../../lib/testing/browsers/plain-chromium.ts';
import { until } from '../../lib/testing/until.ts';

const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

export interface BenchBrowser {
  /** A page loaded and, with the extension, read. Closed after the run. */
  fresh<T>(url: string, run: (page: Page) => Promise<T>): Promise<T>;
  /** A page before anything is loaded. */
  blank<T>(run: (page: Page, context: BrowserContext) => Promise<T>): Promise<T>;
  /** The background; null in the browser without us. */
  readonly worker: ChromiumWorker | null;
  close(): Promise<void>;
}

/** Our marks, as the page can see them: the registry is shared. */
export const MARKED = `[...CSS.highlights].some(([name, ranges]) => name.startsWith('manicule-') && ranges.size > 0)`;

async function launch(extension: string | null): Promise<BenchBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'manicule-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    viewport: { width: 1200, height: 800 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: extension
      ? [...ARGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : ARGS,
  });
  let worker: ChromiumWorker | null = null;
  if (extension) {
    const started = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const scope = new URL('/', started.url()).href;
    worker = createChromiumWorker({ context, scope: () => scope, onError: () => undefined });
  }
  const blank: BenchBrowser['blank'] = async (run) => {
    const page = await context.newPage();
    try {
      return await run(page, context);
    } finally {
      await page.close();
    }
  };
  return {
    worker,
    blank,
    fresh: (url, run) =>
      blank(async (page) => {
        await page.goto(url);
        if (extension) {
          await until(() => page.evaluate<boolean>(MARKED), { what: 'the first mark', timeoutMs: 60_000 });
        }
        return run(page);
      }),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @throws where the extension is not built. */
export async function launchBoth(): Promise<{
  ours: BenchBrowser;
  plain: BenchBrowser;
  close(): Promise<void>;
}> {
  if (!existsSync(EXTENSION)) throw new Error('The extension is not built: run npm run build first.');
  const [ours, plain] = [await launch(EXTENSION), await launch(null)];
  return {
    ours,
    plain,
    close: async () => void (await Promise.all([ours.close(), plain.close()])),
  };
}
