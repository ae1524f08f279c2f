/** Records calls of `ariaNotify`. It fires no event and leaves no element, so only the content script's world sees it. */
import { expect } from 'vitest';
import type { ReadingBrowser } from '../browsers/driver.ts';

interface Api {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ result: string }[]> };
}

const inOurWorld = (of: ReadingBrowser, task: 'listen' | 'told'): Promise<string> =>
  of.background(async (what) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const { tabs, scripting } = (browser ?? chrome)!;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const func = (asked: string): string => {
      const heard = globalThis as { told?: string };
      if (asked === 'told') return heard.told ?? '';
      const value = (text: string): string => (heard.told = text);
      Object.defineProperty(Document.prototype, 'ariaNotify', { value });
      return '';
    };
    const [answer] = await scripting.executeScript({ target: { tabId: tab!.id }, func, args: [what] });
    return answer!.result;
  }, task);

export async function listen(browser: ReadingBrowser): Promise<void> {
  expect(await browser.evaluate(() => 'ariaNotify' in Document.prototype)).toBe(true);
  await inOurWorld(browser, 'listen');
}

/** The last text. */
export const announced = (browser: ReadingBrowser): Promise<string> => inOurWorld(browser, 'told');
