/** The real popup of Chromium's toolbar: a target of its own, of which Playwright knows nothing. */
import { writeFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { until } from '../until.ts';
import { attach, evaluateIn, type AttachedTarget } from './cdp.ts';
import { clickIn, pressIn, typeIn } from './chromium-input.ts';
import { expressionOf, type Popup } from './driver.ts';

export interface ChromiumPopupOptions {
  browser: CDPSession;
  /** Address of the popup's page. */
  url: () => string;
  ask: () => Promise<void>;
  colorScheme: () => 'light' | 'dark';
}

export function createChromiumPopup({ browser, url, ask, colorScheme }: ChromiumPopupOptions): Popup {
  let attached: AttachedTarget | null = null;

  const find = async (): Promise<string | null> => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find((info) => info.type === 'page' && info.url.startsWith(url()))?.targetId ?? null;
  };

  async function popup(): Promise<AttachedTarget> {
    const targetId = await until(find, { what: 'the popup to be open' });
    if (attached?.targetId === targetId) return attached;
    attached = await attach(browser, targetId);
    await attached.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: colorScheme() }],
    });
    await until(async () => (await evaluateIn(attached!, 'document.readyState')) === 'complete', {
      what: 'the popup to be loaded',
    });
    return attached;
  }

  return {
    async open() {
      await ask();
      await popup();
    },
    isOpen: async () => (await find()) !== null,
    evaluate: async (run, ...args) => evaluateIn(await popup(), expressionOf(run, args)),
    type: async (text) => typeIn(await popup(), text),
    press: async (shortcut) => pressIn(await popup(), shortcut),
    click: async (x, y) => clickIn(await popup(), x, y),
    text: async () => evaluateIn(await popup(), 'document.body.innerText'),
    async screenshot(path) {
      const { data } = (await (await popup()).send('Page.captureScreenshot')) as { data: string };
      const picture = Buffer.from(data, 'base64');
      if (path) writeFileSync(path, picture);
      return picture;
    },
    async close() {
      const targetId = await find();
      if (targetId) await browser.send('Target.closeTarget', { targetId });
      await until(async () => (await find()) === null, { what: 'the popup to close' });
    },
  };
}
