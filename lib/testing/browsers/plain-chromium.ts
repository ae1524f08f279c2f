import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** A Chromium on the PATH, or the one that MANICULE_BROWSER names. Throws with what to do where there is none. */
export function findChromium(): string {
  const named = process.env['MANICULE_BROWSER'];
  if (named && !/firefox/i.test(named)) return named;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  throw new Error('No Chromium found: install one, or name it in the environment variable MANICULE_BROWSER.');
}

/** A browser without the extension: for benches, pictures and parts on their own. */
export function launchPlainChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}
