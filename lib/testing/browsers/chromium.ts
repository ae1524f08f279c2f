/** Chromium, Chrome and Edge, through Playwright and, where that ends, the DevTools protocol. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import type { PageReport } from '../../core/protocol/page-report-schema.ts';
import { until } from '../until.ts';
import { viewCard, type CardView } from './shown-card.ts';
import { callIn, errorIn, evaluateIn, handleIn, type Channel } from './cdp.ts';
import { createChromiumExtension, type ChromiumExtension } from './chromium-extension.ts';
import { pressIn, typeIn } from './chromium-input.ts';
import { createChromiumPopup } from './chromium-popup.ts';
import { accessibilityTree, swipeIn } from './chromium-touch.ts';
import { askPage, assignedKeys, HOST } from './extension-code.ts';
import {
  DRAWN,
  expressionOf,
  FRAME_MS,
  notLeftBehind,
  type LaunchOptions,
  type Popup,
  type ReadingBrowser,
} from './driver.ts';
import { findChromium } from './plain-chromium.ts';

const ARGS = [
  '--enable-unsafe-extension-debugging',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Parts {
  context: BrowserContext;
  browser: CDPSession;
  extension: ChromiumExtension;
  popup: Popup;
}

export async function launchChromium(options: LaunchOptions): Promise<ReadingBrowser> {
  const { headless = true, installed = true, welcome = !headless, executable = findChromium() } = options;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'manicule-chromium-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads, { recursive: true });
  if (options.textSize) {
    mkdirSync(join(profile, 'Default'));
    const webprefs = { default_font_size: options.textSize };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs } }));
  }
  const errors: string[] = [];
  const sessions = new WeakMap<Page, Promise<Channel>>();
  let scheme: 'light' | 'dark' = 'light';
  let page!: Page;
  let at = { x: 0, y: 0 };
  let isRestarting = false;
  let hasClosed!: () => void;
  const closed = new Promise<void>((resolve) => (hasClosed = resolve));

  async function listenTo(opened: Page): Promise<Channel> {
    const session = await opened.context().newCDPSession(opened);
    for (const event of ['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded'] as const) {
      session.on(event, (params: unknown) => {
        const error = errorIn(event, params);
        if (error !== null) errors.push(error);
      });
    }
    opened.on('download', (file) => {
      const path = join(downloads, file.suggestedFilename());
      // Whole from the moment it has its name; a browser that is closed saves nothing any more.
      file.saveAs(`${path}.part`).then(
        () => renameSync(`${path}.part`, path),
        () => undefined,
      );
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    return session;
  }
  function channel(of = page): Promise<Channel> {
    if (!sessions.has(of)) sessions.set(of, listenTo(of));
    return sessions.get(of)!;
  }

  async function launch(): Promise<Parts> {
    const isRoot = process.getuid?.() === 0;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: executable,
      headless,
      viewport: headless ? { width: 1200, height: 800 } : null,
      // With a window it is the reader who ends it.
      handleSIGINT: headless,
      chromiumSandbox: !headless && !isRoot,
      colorScheme: headless ? scheme : null,
      ignoreDefaultArgs: headless
        ? ['--disable-extensions']
        : ['--disable-extensions', '--enable-automation'],
      args: [
        ...ARGS,
        ...(headless ? ['--disable-gpu'] : []),
        ...(options.languages ? [`--accept-lang=${options.languages.join(',')}`] : []),
      ],
    });
    context.on('close', () => {
      if (!isRestarting) hasClosed();
    });
    page = context.pages()[0] ?? (await context.newPage());
    await channel();
    const browser = await context.browser()!.newBrowserCDPSession();
    const onError = (text: string): void => void errors.push(text);
    const extension = createChromiumExtension({
      context,
      browser,
      folder: options.extension,
      welcome,
      onError,
    });
    const popup = createChromiumPopup({
      browser,
      url: () => `chrome-extension://${extension.id}/popup.html`,
      ask: () => extension.background('chrome.action.openPopup()'),
      colorScheme: () => scheme,
    });
    return { context, browser, extension, popup };
  }

  let parts = await launch();
  if (installed) await parts.extension.install().catch(notLeftBehind(() => parts.context.close()));

  const ask = (name: string, params: object = {}): Promise<unknown> =>
    parts.extension.background(expressionOf(askPage, [name, params]));

  async function front(next: Page): Promise<void> {
    page = next;
    await page.bringToFront();
    await page.emulateMedia({ colorScheme: scheme });
    await channel();
  }

  return {
    name: 'chromium',
    closed,
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    evaluate: async (run, ...args) => evaluateIn(await channel(), expressionOf(run, args)),
    async newTab() {
      await front(await parts.context.newPage());
      return parts.context.pages().indexOf(page);
    },
    newPrivateTab: null,
    allowFiles: (allowed) => parts.extension.allowFiles(allowed),
    // A tab that the extension opened a moment ago is told of a moment later.
    toTab: async (tab) => front(await until(() => parts.context.pages()[tab], { what: `tab ${tab}` })),
    async closeTab() {
      await page.close();
      await front(parts.context.pages()[0]!);
    },

    async moveMouse(x, y, { steps = 3 } = {}) {
      const from = at;
      at = { x, y };
      for (let step = 1; step <= steps; step++) {
        await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
        await page.mouse.move(from.x + ((x - from.x) * step) / steps, from.y + ((y - from.y) * step) / steps);
      }
    },
    click: (x, y, { button = 'left' } = {}) => {
      at = { x, y };
      return page.mouse.click(x, y, { button });
    },
    mouseDown: () => page.mouse.down(),
    mouseUp: () => page.mouse.up(),
    async wheel(deltaY) {
      await page.mouse.wheel(0, deltaY);
      await evaluateIn(await channel(), DRAWN);
    },
    press: async (shortcut) => pressIn(await channel(), shortcut),
    type: async (text) => typeIn(await channel(), text),
    downloads,
    chooseFile: (id, path) => page.setInputFiles(`#${id}`, path),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    async setColorScheme(next) {
      scheme = next;
      await page.emulateMedia({ colorScheme: scheme });
    },
    swipe: async (points) => swipeIn(await channel(), points),
    accessibilityTree: async () => accessibilityTree(await channel()),
    setMedia: (media) => page.emulateMedia({ media: media === 'print' ? media : null }),
    async screenshot(path) {
      const picture = await page.screenshot();
      if (path) writeFileSync(path, picture);
      return picture;
    },

    async card() {
      const session = await channel();
      const host = await handleIn(session, HOST);
      if (!host) return null;
      const { node } = (await session.send('DOM.describeNode', {
        objectId: host,
        depth: 1,
        pierce: true,
      })) as {
        node: { shadowRoots?: { backendNodeId: number }[] };
      };
      const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
      if (backendNodeId === undefined) return null;
      const { object } = (await session.send('DOM.resolveNode', { backendNodeId })) as {
        object: { objectId: string };
      };
      return callIn<CardView>(session, viewCard.toString(), [host, object.objectId]);
    },
    ask,
    status: () =>
      ask('page.report').then(
        (report) => (report as PageReport).status,
        () => null,
      ),
    // Headless Chromium draws no native menu.
    chooseFromMenu: null,
    async command(name) {
      const keys = await parts.extension.background<string>(expressionOf(assignedKeys, [name]));
      if (keys === '') throw new Error(`Chromium has assigned no keys to ${name}.`);
      await pressIn(await channel(), keys);
    },
    get popup() {
      return parts.popup;
    },

    install: () => parts.extension.install(),
    uninstall: () => parts.extension.uninstall(),
    reloadExtension: () => parts.extension.reload(),
    killBackground: () => parts.extension.killBackground(),
    isBackgroundAlive: () => parts.extension.isBackgroundAlive(),
    background: (run, ...args) => parts.extension.background(expressionOf(run, args)),
    extensionUrl: (path) => `chrome-extension://${parts.extension.id}/${path}`,

    errors: async () => [...errors],
    async restart() {
      isRestarting = true;
      await parts.context.close();
      isRestarting = false;
      parts = await launch();
      await parts.extension.install();
    },
    async close() {
      await parts.context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
