/** The real popup of Firefox's toolbar button. */
import { writeFileSync } from 'node:fs';
import { until } from '../until.ts';
import { expressionOf, type Popup } from './driver.ts';
import type { FirefoxExtension } from './firefox-extension.ts';
import type { FirefoxSession } from './firefox-session.ts';
import { parseShortcut, webDriverKeys, webDriverText } from './keys.ts';

const POPUP = `
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  const browser = [...extension.views].find(({ viewType }) => viewType === 'popup')?.xulBrowser;
`;

const OPEN = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);
`;

const DRAW = `${POPUP}
  return browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white').then((bitmap) => {
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  });
`;

export function createFirefoxPopup(session: () => FirefoxSession, extension: FirefoxExtension): Popup {
  const inChrome = <T>(body: string): Promise<T> => session().inChrome(body, [extension.id]);
  const isOpen = (): Promise<boolean> =>
    inChrome(`${POPUP} return browser?.closest('panel')?.state === 'open'`);
  const evaluate = <T>(expression: string): Promise<T> => extension.evaluateIn('popup', expression);

  async function ready(): Promise<void> {
    await until(isOpen, { what: 'the popup to be open' });
    await until(() => evaluate<boolean>(`document.readyState === 'complete'`), {
      what: 'the popup to be loaded',
    });
  }
  /** Keys go to what has the focus of the window. */
  async function focused(): Promise<void> {
    await ready();
    await inChrome(`${POPUP} browser.focus()`);
  }

  return {
    async open() {
      await inChrome(OPEN);
      await ready();
    },
    isOpen,
    async evaluate(run, ...args) {
      await ready();
      return evaluate(expressionOf(run, args));
    },
    async type(text) {
      await focused();
      await session().chromeKeys(webDriverText(text));
    },
    async press(shortcut) {
      await focused();
      await session().chromeKeys(webDriverKeys(parseShortcut(shortcut)));
    },
    async click(x, y) {
      await ready();
      await inChrome(`${POPUP}
        const { left, top } = browser.getBoundingClientRect();
        for (const type of ['mousedown', 'mouseup']) {
          window.synthesizeMouseEvent(type, left + ${x}, top + ${y}, { button: 0, clickCount: 1 }, {});
        }
      `);
    },
    async text() {
      await ready();
      return evaluate('document.body.innerText');
    },
    async screenshot(path) {
      await ready();
      const picture = Buffer.from(await inChrome<string>(DRAW), 'base64');
      if (path) writeFileSync(path, picture);
      return picture;
    },
    async close() {
      await inChrome(`${POPUP} browser?.closest('panel')?.hidePopup()`);
      await until(async () => !(await isOpen()), { what: 'the popup to close' });
    },
  };
}
