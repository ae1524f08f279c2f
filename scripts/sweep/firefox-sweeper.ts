import { failureName } from '../../lib/core/i18n/error-text.ts';
import type { PageStatus } from '../../lib/core/sites/page-status.ts';
import { launchReadingBrowser, type ReadingBrowser } from '../../lib/testing/browsers/driver.ts';
import { until } from '../../lib/testing/until.ts';
import { HASH, MARKS } from './page-checks.ts';
import { isSettled, type Sweeper, type Visit } from './sweeper.ts';

/** Longer than this a page that never finishes loading is not waited for. */
const LOAD_MS = 45_000;

/** Firefox with the extension installed, or without it for the loads to compare with. */
export async function createFirefoxSweeper(extension: string | null): Promise<Sweeper> {
  const built = extension ?? new URL('../../.output/firefox-mv3', import.meta.url).pathname;
  const browser = await launchReadingBrowser('firefox', { extension: built, installed: extension !== null });
  return {
    visit: (url) => visit(browser, url, extension !== null),
    close: () => browser.close(),
  };
}

async function visit(browser: ReadingBrowser, url: string, isInstalled: boolean): Promise<Visit> {
  const before = (await browser.errors()).length;
  await Promise.race([
    browser.open(url),
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error('The page did not finish loading.')), LOAD_MS).unref(),
    ),
  ]);
  const quiet = { longestTaskMs: null, firstMarkMs: null };
  if (!isInstalled) {
    return { hash: await browser.evaluate<string>(HASH), errors: [], wrong: [], marks: 0, ...quiet };
  }
  await until(() => browser.ask('page.setDensity', { density: 'all' }), {
    timeoutMs: 20_000,
    what: 'the content script to answer',
  });
  const status = await until(
    async () => {
      const now = await browser.status();
      return now && isSettled(now) ? now : null;
    },
    { timeoutMs: 60_000, what: 'the page to be read' },
  );
  const errors = (await browser.errors()).slice(before).filter((error) => /moz-extension:/.test(error));
  if (status.problem) errors.push(failureName(status.problem));
  const hash = await browser.evaluate<string>(HASH);
  const { wrong } = await browser.evaluate<{ wrong: string[] }>(MARKS);
  return { hash, errors, wrong, marks: countOf(status), ...quiet };
}

const countOf = ({ terms }: PageStatus): number => terms.reduce((sum, { count }) => sum + count, 0);
