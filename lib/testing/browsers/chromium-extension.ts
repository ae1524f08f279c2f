/** The installed extension in Chromium: loaded over the DevTools pipe, which every Chromium understands. */
import type { BrowserContext, CDPSession } from 'playwright-core';
import { until } from '../until.ts';
import { attach, evaluateIn } from './cdp.ts';
import { expressionOf } from './driver.ts';
import { closeWelcome } from './extension-code.ts';
import { createChromiumWorker } from './chromium-worker.ts';

export interface ChromiumExtension {
  readonly id: string;
  install(): Promise<void>;
  uninstall(): Promise<void>;
  reload(): Promise<void>;
  /** It begins anew then. */
  allowFiles(allowed: boolean): Promise<void>;
  isBackgroundAlive(): Promise<boolean>;
  killBackground(): Promise<void>;
  background<T>(expression: string): Promise<T>;
}

export interface ChromiumExtensionOptions {
  context: BrowserContext;
  browser: CDPSession;
  folder: string;
  welcome: boolean;
  onError: (text: string) => void;
}

export function createChromiumExtension(options: ChromiumExtensionOptions): ChromiumExtension {
  const { context, browser, folder, welcome, onError } = options;
  let id = '';
  const worker = createChromiumWorker({ context, scope: () => `chrome-extension://${id}/`, onError });

  /** Loading what is loaded reloads it. */
  async function install(): Promise<void> {
    const before = context.pages().length;
    ({ id } = await browser.send('Extensions.loadUnpacked', { path: folder }));
    await worker.started();
    if (!welcome) await background(expressionOf(closeWelcome, [before]));
  }

  async function background<T>(expression: string): Promise<T> {
    const target = await attach(browser, await worker.started());
    try {
      return await evaluateIn<T>(target, expression);
    } finally {
      await target.detach();
    }
  }

  return {
    get id() {
      return id;
    },
    install,
    reload: install,
    async allowFiles(allowed) {
      const manager = await context.newPage();
      try {
        await manager.goto('chrome://extensions/');
        // An extension from a folder that begins anew is refused without it.
        await manager.evaluate(
          'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
        );
        await manager.evaluate(
          `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', fileAccess: ${String(allowed)} })`,
        );
      } finally {
        await manager.close();
      }
      await worker.started();
    },
    async uninstall() {
      await browser.send('Extensions.uninstall', { id });
      await until(async () => !(await worker.isRunning()), { what: 'the background to end' });
    },
    isBackgroundAlive: () => worker.isRunning(),
    killBackground: () => worker.stopped(),
    background,
  };
}
