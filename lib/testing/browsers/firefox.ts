/** Firefox, through its own protocol: nothing to install, and extension pages and the closed card can be seen. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageReport } from '../../core/protocol/page-report-schema.ts';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { until } from '../until.ts';
import { viewCard, type CardView } from './shown-card.ts';
import { expressionOf, notLeftBehind, type LaunchOptions, type ReadingBrowser } from './driver.ts';
import { askPage, assignedKeys, HOST } from './extension-code.ts';
import { addOnId, createFirefoxExtension } from './firefox-extension.ts';
import { firefoxErrors } from './firefox-errors.ts';
import { createFirefoxInput } from './firefox-input.ts';
import { createFirefoxPopup } from './firefox-popup.ts';
import { downloadsOf, startFirefox, type FirefoxProcess } from './firefox-process.ts';
import { saveStartCache, warmProfile } from './firefox-start-cache.ts';
import { createFirefoxSession, type FirefoxSession } from './firefox-session.ts';
import { parseShortcut, webDriverKeys } from './keys.ts';

/** The same in every run, so that what an earlier run stored is found again. */
function uuidFor(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export async function launchFirefox(options: LaunchOptions): Promise<ReadingBrowser> {
  const {
    headless = true,
    installed = true,
    welcome = !headless,
    executable = findBrowser('firefox').path,
  } = options;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'manicule-firefox-'));
  if (options.profile === undefined) warmProfile(profile);
  const id = addOnId(options.extension);
  const uuid = uuidFor(id);
  let firefox!: FirefoxProcess;
  let session!: FirefoxSession;
  let isRestarting = false;
  let hasClosed!: () => void;
  const closed = new Promise<void>((resolve) => (hasClosed = resolve));

  async function launch(): Promise<void> {
    firefox = await startFirefox({
      executable,
      profile,
      headless,
      uuids: { [id]: uuid },
      languages: options.languages,
      textSize: options.textSize,
    });
    session = createFirefoxSession(firefox.marionette);
    void firefox.ended.then(() => {
      if (!isRestarting) hasClosed();
    });
    if (headless) await input.setViewport(1200, 800);
  }
  const current = (): FirefoxSession => session;
  const extension = createFirefoxExtension(current, options.extension, welcome);
  const popup = createFirefoxPopup(current, extension);
  const input = createFirefoxInput(current);
  await launch();
  if (installed) await extension.install().catch(notLeftBehind(() => firefox.quit()));

  const handles = async (): Promise<string[]> =>
    (await session.send('WebDriver:GetWindowHandles')) as string[];
  const toHandle = (handle: string): Promise<unknown> =>
    session.send('WebDriver:SwitchToWindow', { handle, focus: true });
  async function newWindow(what: object): Promise<number> {
    const { handle } = (await session.send('WebDriver:NewWindow', { ...what, focus: true })) as {
      handle: string;
    };
    await toHandle(handle);
    return (await handles()).indexOf(handle);
  }
  const ask = (name: string, params: object = {}): Promise<unknown> =>
    extension.evaluateIn('background', expressionOf(askPage, [name, params]));

  return {
    name: 'firefox',
    closed,
    ...input,
    popup,
    open: async (url) => void (await session.send('WebDriver:Navigate', { url })),
    reload: async () => void (await session.send('WebDriver:Refresh')),
    evaluate: (run, ...args) => session.inPage(`return (${expressionOf(run, args)});`),
    newTab: () => newWindow({ type: 'tab' }),
    async newPrivateTab() {
      await extension.allowPrivate();
      return newWindow({ type: 'window', private: true });
    },
    allowFiles: (allowed) => extension.allowFiles(allowed),
    toTab: async (tab) => void (await toHandle((await handles())[tab]!)),
    async closeTab() {
      await session.send('WebDriver:CloseWindow');
      await toHandle((await handles())[0]!);
    },
    downloads: downloadsOf(profile),
    async chooseFile(field, path) {
      const found = (await session.send('WebDriver:FindElement', {
        using: 'css selector',
        value: `#${field}`,
      })) as { value: Record<string, string> };
      await session.send('WebDriver:ElementSendKeys', { id: Object.values(found.value)[0]!, text: path });
    },
    async setColorScheme(scheme) {
      const value = scheme === 'dark' ? 0 : 1;
      await session.inChrome(
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`,
      );
    },
    swipe: null,
    accessibilityTree: null,
    async setMedia(media) {
      await session.inChrome('gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]', [
        media === 'print' ? media : '',
      ]);
    },
    async screenshot(path) {
      const answer = await session.send('WebDriver:TakeScreenshot', { full: false });
      const picture = Buffer.from((answer as { value: string }).value, 'base64');
      if (path) writeFileSync(path, picture);
      return picture;
    },

    card: () =>
      session.inPage<CardView | null>(
        `const host = ${HOST}; const root = host?.openOrClosedShadowRoot;
         return root ? (${viewCard.toString()})(host, root) : null;`,
        [],
        'system',
      ),
    ask,
    status: () =>
      ask('page.report').then(
        (report) => (report as PageReport).status,
        () => null,
      ),
    async chooseFromMenu(x, y) {
      await input.click(x, y, { button: 'right' });
      const isChosen = (): Promise<boolean> =>
        session.inChrome<boolean>(
          `const menu = document.getElementById('contentAreaContextMenu');
           if (menu.state !== 'open') return false;
           const item = [...menu.querySelectorAll('menuitem')].find(({ id }) => id.includes('-menuitem-') && id.includes(arguments[0]));
           if (!item) return false;
           menu.activateItem(item);
           return true;`,
          [id.replace(/[^\w-]/g, '_').replace(/^_|_$/g, '')],
        );
      await until(isChosen, { what: 'our item in the context menu' });
    },
    async command(name) {
      const keys = await extension.evaluateIn<string>('background', expressionOf(assignedKeys, [name]));
      if (keys === '') throw new Error(`Firefox has assigned no keys to ${name}.`);
      await session.chromeKeys(webDriverKeys(parseShortcut(keys)));
    },

    install: () => extension.install(),
    uninstall: () => extension.uninstall(),
    reloadExtension: () => extension.reload(),
    killBackground: () => extension.killBackground(),
    isBackgroundAlive: () => extension.isBackgroundAlive(),
    background: (run, ...args) => extension.evaluateIn('background', expressionOf(run, args)),
    extensionUrl: (path) => `moz-extension://${uuid}/${path}`,
    errors: () => firefoxErrors(session),

    async restart() {
      isRestarting = true;
      await firefox.quit();
      isRestarting = false;
      await launch();
      await extension.returnAfterRestart();
    },
    async close() {
      await firefox.quit();
      if (options.profile !== undefined) return;
      saveStartCache(profile);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
