import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';

/** A Chromium, Chrome or Edge of this machine. Throws with what to do where there is none. */
export const findChromium = (): string => findBrowser('chromium').path;

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
