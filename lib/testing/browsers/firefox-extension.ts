/** The installed extension in Firefox, seen from the browser's own window. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';
import { expressionOf } from './driver.ts';
import { closeWelcome } from './extension-code.ts';
import type { FirefoxSession } from './firefox-session.ts';
import { packXpi } from './pack-xpi.ts';

/** Evaluates in a view of the extension: the same actor that serves Marionette's own scripts, asked directly. */
const IN_VIEW = `
  const [id, type, body] = arguments;
  const { extension } = WebExtensionPolicy.getByID(id);
  if (type === 'background') await extension.wakeupBackground?.();
  const view = [...extension.views].find(({ viewType }) => viewType === type);
  if (!view?.xulBrowser?.browsingContext) throw new Error('No ' + type + ' is open.');
  const actor = view.xulBrowser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(body, [], { sandboxName: null, timeout: 30000 });
`;
const asynchronously = (body: string): string => `return (async (...arguments) => {${body}})(...arguments)`;

export interface FirefoxExtension {
  readonly id: string;
  install(): Promise<void>;
  uninstall(): Promise<void>;
  reload(): Promise<void>;
  /** As the reader does in the manager of add-ons; it begins anew then. */
  allowPrivate(): Promise<void>;
  allowFiles(allowed: boolean): Promise<void>;
  /** Puts a temporary add-on in again after a restart; the others are there. */
  returnAfterRestart(): Promise<void>;
  isBackgroundAlive(): Promise<boolean>;
  killBackground(): Promise<void>;
  evaluateIn<T>(view: 'background' | 'popup', expression: string): Promise<T>;
}

/** The add-on's id, as its manifest gives it. */
export function addOnId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

export function createFirefoxExtension(
  session: () => FirefoxSession,
  folder: string,
  welcome: boolean,
): FirefoxExtension {
  const id = addOnId(folder);
  const inChrome = <T>(body: string, ...args: unknown[]): Promise<T> =>
    session().inChrome(asynchronously(body), [id, ...args]);

  const isBackgroundAlive = (): Promise<boolean> =>
    inChrome(`
      const views = WebExtensionPolicy.getByID(arguments[0])?.extension?.views ?? [];
      return [...views].some(({ viewType }) => viewType === 'background');
    `);

  const ready = (): Promise<unknown> => until(isBackgroundAlive, { what: 'the background of the extension' });

  /** For good, as a reader has it; where Firefox insists on a signature, until it ends. */
  async function install(): Promise<void> {
    const before = ((await session().send('WebDriver:GetWindowHandles')) as string[]).length;
    const room = mkdtempSync(join(tmpdir(), 'manicule-xpi-'));
    try {
      const path = packXpi(folder, join(room, 'manicule.xpi'));
      await session()
        .send('Addon:Install', { path, temporary: false })
        .catch(() => session().send('Addon:Install', { path: folder, temporary: true }));
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
    await ready();
    if (!welcome) await evaluateIn('background', expressionOf(closeWelcome, [before]));
  }

  const evaluateIn: FirefoxExtension['evaluateIn'] = (view, expression) =>
    inChrome(IN_VIEW, view, `return (${expression});`);

  return {
    id,
    install,
    async returnAfterRestart() {
      if (await inChrome('return WebExtensionPolicy.getByID(arguments[0]) !== null')) await ready();
      else await install();
    },
    async uninstall() {
      await session().send('Addon:Uninstall', { id });
      await until(() => inChrome('return WebExtensionPolicy.getByID(arguments[0]) === null'), {
        what: 'the extension to be gone',
      });
    },
    async reload() {
      await inChrome(`
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID(arguments[0])).reload();
      `);
      await ready();
    },
    async allowPrivate() {
      await inChrome(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(arguments[0]);
        const permissions = ['internal:privateBrowsingAllowed'];
        await ExtensionPermissions.add(arguments[0], { permissions, origins: [] }, extension);
        await (await AddonManager.getAddonByID(arguments[0])).reload();
      `);
      await ready();
    },
    async allowFiles(allowed) {
      await inChrome(
        `
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(arguments[0]);
        const change = arguments[1] ? 'add' : 'remove';
        await ExtensionPermissions[change](arguments[0], { permissions: ['internal:fileSchemeAllowed'], origins: [] }, extension);
      `,
        allowed,
      );
    },
    isBackgroundAlive,
    async killBackground() {
      await inChrome(`
        const { extension } = WebExtensionPolicy.getByID(arguments[0]);
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      `);
    },
    evaluateIn,
  };
}
