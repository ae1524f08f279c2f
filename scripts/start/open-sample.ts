/** The second part of npm start: builds, and opens a browser with the extension on the sample page. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, builtExtension } from '../../lib/testing/browsers/built-extension.ts';
import { launchReadingBrowser, type BrowserName } from '../../lib/testing/browsers/driver.ts';
import { servePages } from '../../lib/testing/serve.ts';
import { findBrowser, kindOf, locateBrowser } from '../setup/browsers.mjs';
import { showCard } from './show-card.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** For the browser to end. */
const GRACE_MS = 15_000;
/** Notes of one start are there at the next. */
const CACHE = join(ROOT, '.cache/start');

function choose(): BrowserName {
  const { MANICULE_BROWSER: named } = process.env;
  if (process.argv.includes('--firefox')) return 'firefox';
  if (named) return kindOf(named);
  return locateBrowser('chromium') ? 'chromium' : 'firefox';
}

/** Something to show a window on. */
const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

async function main(): Promise<void> {
  const kind = choose();
  const executable = findBrowser(kind).path;
  const headless = !hasDisplay();
  console.log('Building …');
  build(kind);
  mkdirSync(CACHE, { recursive: true });
  const server = await servePages();
  const browser = await launchReadingBrowser(kind, {
    // The sample page is what one came for.
    welcome: false,
    extension: builtExtension(kind),
    executable,
    headless,
    ...(headless ? {} : { profile: join(CACHE, `profile-${kind}`) }),
  });
  try {
    await browser.open(server.url('sample/'));
    if (headless) {
      console.log(`No display: ${executable} runs without a window.`);
      const picture = join(CACHE, `card-${kind}.png`);
      await showCard(browser, picture);
      console.log(`A picture of an open card: ${relative(process.cwd(), picture)}`);
      return;
    }
    console.log(`Manicule is open in ${executable}.`);
    console.log('Rest the pointer on an underlined word. Close the browser, or press Ctrl+C here, to end.');
    await Promise.race([browser.closed, interrupted()]);
  } finally {
    // A browser that will not go is left to the system: the terminal is the reader's again.
    await Promise.race([browser.close(), new Promise((done) => setTimeout(done, GRACE_MS))]);
    await server.close();
  }
}

/** Ctrl+C is the usual way to end, not an accident. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
