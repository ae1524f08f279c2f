/** Acts of a reader on a page of the extension: looks for words, presses buttons. */
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { middleOfControl } from './middle-of-control.ts';

export const textOf = (browser: ReadingBrowser): Promise<string> =>
  browser.evaluate(() => document.body.innerText);

/** Waits until the page says all of these. */
export async function sees(browser: ReadingBrowser, ...words: (string | RegExp)[]): Promise<void> {
  let text = '';
  const says = (word: string | RegExp): boolean =>
    typeof word === 'string' ? text.includes(word) : word.test(text);
  await until(
    async () => {
      text = await textOf(browser);
      return words.every(says);
    },
    { what: `the page to say ${words.join(' and ')}` },
  ).catch((error: unknown) => {
    throw new Error(`It says:\n${text}`, { cause: error });
  });
}

/** Clicks the button, or the label of a choice, that has these very words. */
export const press = async (browser: ReadingBrowser, name: string): Promise<void> =>
  browser.click(...(await middleOfControl(browser, { name })));
