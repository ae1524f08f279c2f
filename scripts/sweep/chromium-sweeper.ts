import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import type { Tabs } from 'webextension-polyfill';
import { failureName } from '../../lib/core/i18n/error-text.ts';
import type { PageReport } from '../../lib/core/protocol/page-report-schema.ts';
import type { PageStatus } from '../../lib/core/sites/page-status.ts';
import { findChromium } from '../../lib/testing/browsers/plain-chromium.ts';
import { until } from '../../lib/testing/until.ts';
import { CLOCK, HASH, MARKS } from './page-checks.ts';
import { longestExtensionTask } from './extension-tasks.ts';
import { startTrace } from './trace.ts';
import { isSettled, type Sweeper, type Visit } from './sweeper.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The globals of the extension's worker, in which some functions here run. */
declare const chrome: { tabs: Pick<Tabs.Static, 'query' | 'sendMessage'> };

/** Chromium with the extension loaded, or without it for the loads to compare with. */
export async function createChromiumSweeper(extension: string | null): Promise<Sweeper> {
  const profile = mkdtempSync(join(tmpdir(), 'manicule-sweep-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    viewport: { width: 1200, height: 800 },
    args: extension
      ? [...ARGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : ARGS,
  });
  const worker = extension
    ? (context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')))
    : null;
  return {
    visit: (url) => visit(context, worker, url),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function visit(context: BrowserContext, worker: Worker | null, url: string): Promise<Visit> {
  const page = await context.newPage();
  const errors: string[] = [];
  try {
    // The page itself and nothing else: no network, and nowhere to go.
    let navigations = 0;
    await page.route('**/*', (route) => {
      const request = route.request();
      const first = request.url() === url && request.isNavigationRequest() && navigations++ === 0;
      return first ? route.continue() : route.abort();
    });
    const cdp = await context.newCDPSession(page);
    if (!worker) {
      await load(page, url);
      return {
        hash: await page.evaluate(HASH),
        errors,
        wrong: [],
        marks: 0,
        longestTaskMs: null,
        firstMarkMs: null,
      };
    }
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const text = `${exceptionDetails.text} ${exceptionDetails.exception?.description ?? ''}`;
      if (/chrome-extension:/.test(JSON.stringify(exceptionDetails))) errors.push(text);
    });
    await cdp.send('Runtime.enable');
    await page.addInitScript(CLOCK);
    const trace = await startTrace(cdp);
    await load(page, url);
    const status = await settled(worker, url);
    if (status.problem) errors.push(failureName(status.problem));
    const longestTaskMs = longestExtensionTask(await trace());
    const hash: string = await page.evaluate(HASH);
    const firstMarkMs = await page.evaluate<number | undefined>('globalThis.firstMarkMs');
    const wrong = await wrongMarks(page);
    const marks = status.terms.reduce((sum, term) => sum + term.count, 0);
    return { hash, errors, wrong, marks, longestTaskMs, firstMarkMs: firstMarkMs ?? null };
  } finally {
    await page.close();
  }
}

/** Some saved pages never finish loading what is kept from them; they are read all the same. */
async function load(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForLoadState('load', { timeout: 8000 }).catch(() => undefined);
}

/** Asks for every mark, through the popup's own messages, and waits until the page is read. */
async function settled(worker: Worker, url: string): Promise<PageStatus> {
  const ask = (name: string, params: object): Promise<{ ok: boolean; result: PageReport } | undefined> =>
    worker.evaluate(
      async ([address, envelope]) => {
        const [tab] = await chrome.tabs.query({ url: address });
        if (tab?.id === undefined) return undefined;
        const answer: unknown = await chrome.tabs
          .sendMessage(tab.id, envelope, { frameId: 0 })
          .catch(() => undefined);
        return answer as { ok: boolean; result: PageReport } | undefined;
      },
      [`${url}*`, { name, params }] as const,
    );
  await until(async () => (await ask('page.setDensity', { density: 'all' }))?.ok === true, {
    timeoutMs: 20_000,
    what: 'the content script to answer',
  });
  let status: PageStatus | undefined;
  await until(
    async () => {
      status = (await ask('page.report', {}))?.result.status;
      return status !== undefined && isSettled(status);
    },
    { timeoutMs: 60_000, what: 'the page to be read' },
  );
  return status!;
}

/** In a very tall window all marks are alive and can be looked at. */
async function wrongMarks(page: Page): Promise<string[]> {
  const height = await page.evaluate<number>('Math.min(document.documentElement.scrollHeight + 100, 16000)');
  await page.setViewportSize({ width: 1200, height: Math.max(800, height) });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const { wrong } = await page.evaluate<{ wrong: string[] }>(MARKS);
  await page.setViewportSize({ width: 1200, height: 800 });
  return wrong;
}
