import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import type { CardView } from '../browsers/shown-card.ts';
import {
  launchReadingBrowser,
  type BrowserName,
  type LaunchOptions,
  type ReadingBrowser,
} from '../browsers/driver.ts';
import { until } from '../until.ts';
import { PAGES, type TestPage } from './articles.ts';

/** Which browser this run is for. */
export const BROWSER = (process.env['MANICULE_E2E'] ?? 'chromium') as BrowserName;

const TARGET = BROWSER === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
export const EXTENSION = fileURLToPath(new URL(`../../../.output/${TARGET}`, import.meta.url));

/** Serves pages on loopback; answers the address of the first. */
async function serve(pages: Record<string, TestPage>): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const page = pages[request.url!.split('?')[0]!];
    if (!page) return void response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

export interface World {
  readonly browser: ReadingBrowser;
  readonly url: string;
}

/** A browser with the extension and a server with our pages, for all tests of a file. */
export function createWorld(options: Partial<LaunchOptions> = {}): World {
  let browser: ReadingBrowser;
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    if (!existsSync(EXTENSION)) throw new Error('The extension is not built: run npm run build first.');
    served = await serve(PAGES);
    browser = await launchReadingBrowser(BROWSER, { extension: EXTENSION, ...options });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    served?.close();
  }, 30_000);
  return {
    get browser() {
      return browser;
    },
    get url() {
      return served.url;
    },
  };
}

/** Opens a page and waits until the content script has read it. */
export async function read(browser: ReadingBrowser, url: string): Promise<void> {
  await browser.open(url);
  await settled(browser);
}

export async function settled(browser: ReadingBrowser): Promise<void> {
  await until(async () => (await browser.status())?.state === 'on', { what: 'the page to be read' });
}

/** The middle of a word's n-th occurrence in the page's text, in CSS pixels of the viewport; scrolls it into view. */
export async function middleOfWord(
  browser: ReadingBrowser,
  word: string,
  nth = 0,
): Promise<{ x: number; y: number }> {
  // A page may still be moving from what was done before.
  return until(() => findMiddleOfWord(browser, word, nth), { what: `“${word}” in view` });
}

async function findMiddleOfWord(
  browser: ReadingBrowser,
  word: string,
  nth: number,
): Promise<{ x: number; y: number } | null> {
  return browser.evaluate(
    (wanted, index) => {
      const walker = document.createTreeWalker(document.body ?? document.documentElement, 4 | 8);
      let count = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data, parentElement } = node as Text;
        if (parentElement?.closest('code, button, textarea, script, style')) continue;
        for (let at = data.indexOf(wanted); at >= 0; at = data.indexOf(wanted, at + 1)) {
          if (count++ !== index) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          // The first line's, where it is broken over two.
          const { x, y, width, height } = range.getClientRects()[0]!;
          const isInView = y >= 0 && y + height <= innerHeight;
          return isInView ? { x: x + width / 2, y: y + height / 2 } : null;
        }
      }
      return null;
    },
    word,
    nth,
  );
}

export const cardOpen = (browser: ReadingBrowser): Promise<CardView> =>
  until(() => browser.card(), { what: 'the card to open' });

/** Waits for an open card of which this is true. */
export const cardWith = (
  browser: ReadingBrowser,
  isIt: (card: CardView) => boolean,
  what: string,
): Promise<CardView> =>
  until(
    async () => {
      const card = await browser.card();
      return card && isIt(card) ? card : null;
    },
    { what },
  );

/** It says more than its heading: the entry has come. */
export const isFilled = ({ text }: CardView): boolean => text.length > 80;

export const cardClosed = (browser: ReadingBrowser): Promise<true> =>
  until(async () => (await browser.card()) === null, { what: 'the card to close' });

/** Rests the mouse on a word until its card is open and says something. */
export async function hover(browser: ReadingBrowser, word: string, nth = 0): Promise<CardView> {
  const { x, y } = await middleOfWord(browser, word, nth);
  await browser.moveMouse(5, 5);
  await browser.moveMouse(x, y);
  return cardWith(browser, isFilled, `the card of “${word}”`);
}

/** Names and sizes of our highlights, as the page sees them. */
export const highlights = (browser: ReadingBrowser): Promise<Record<string, string[]>> =>
  browser.evaluate(() =>
    Object.fromEntries(
      [...(CSS.highlights as unknown as Map<string, Set<StaticRange>>)]
        .filter(([name, ranges]) => name.startsWith('manicule-') && ranges.size > 0)
        .map(([name, ranges]) => [
          name,
          [...ranges].map((range) =>
            (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
          ),
        ]),
    ),
  );

export const marked = async (browser: ReadingBrowser, name = 'manicule-term'): Promise<string> =>
  ((await highlights(browser))[name] ?? []).join('|');
