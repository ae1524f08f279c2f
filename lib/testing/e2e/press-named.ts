import type { ReadingBrowser } from '../browsers/driver.ts';
import { middleOfControl } from './middle-of-control.ts';

/** Clicks what is named so in the library, in a note if one is given, in a dialog if one is open. */
export async function pressNamed(browser: ReadingBrowser, name: string, inNote = ''): Promise<void> {
  const hasDialog = await browser.evaluate(() => document.querySelector('dialog') !== null);
  const within = hasDialog ? 'dialog' : inNote ? `[data-note=${inNote}]` : 'body';
  await browser.click(...(await middleOfControl(browser, { name, within })));
}
