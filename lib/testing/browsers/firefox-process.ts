/** A Firefox of our own: its profile, its settings, its process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connectMarionette, type Marionette } from './marionette.ts';

export interface FirefoxProcess {
  marionette: Marionette;
  /** Resolves when the process has ended. */
  ended: Promise<void>;
  quit(): Promise<void>;
}

export interface FirefoxProcessOptions {
  executable: string;
  profile: string;
  headless: boolean;
  /** Add-on id → UUID of its pages, the same in every run. */
  uuids: Record<string, string>;
  languages?: readonly string[] | undefined;
  textSize?: number | undefined;
}

/** Quiet, unchanging, and open to an add-on that nobody signed. */
const settings = (
  port: number,
  uuids: Record<string, string>,
  downloads: string,
): Record<string, string | number | boolean> => ({
  'marionette.port': port,
  'extensions.webextensions.uuids': JSON.stringify(uuids),
  // Firefox ESR obeys the first; where an add-on can only be temporary, its storage outlives it by the others.
  'xpinstall.signatures.required': false,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.autoDisableScopes': 0,
  // A process kept ready for the next site costs a sixth of all the work of a short life.
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.update.enabled': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.sessionstore.resume_from_crash': false,
  'browser.tabs.warnOnClose': false,
  // Nobody is there to answer what an add-on may do besides.
  'extensions.webextOptionalPermissionPrompts': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  // Scrolling is done when the wheel has turned: a place measured after it is there when the mouse arrives.
  'general.smoothScroll': false,
  'layers.async-pan-zoom.enabled': false,
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.alwaysOpenPanel': false,
  // A background that sleeps does so when a test says so.
  'extensions.background.idle.timeout': 600_000,
});

export async function startFirefox(options: FirefoxProcessOptions): Promise<FirefoxProcess> {
  const { executable, profile, headless, uuids, languages, textSize } = options;
  const port = await freePort();
  mkdirSync(downloadsOf(profile), { recursive: true });
  const read = languages && { 'intl.accept_languages': languages.join(', ') };
  // Set by the script of what is read.
  const scripts = textSize ? ['x-western', 'zh-CN', 'zh-TW'] : [];
  const sizes = Object.fromEntries(scripts.map((script) => [`font.size.variable.${script}`, textSize]));
  const lines = Object.entries({ ...settings(port, uuids, downloadsOf(profile)), ...read, ...sizes }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const child = spawn(executable, [...args, ...(headless ? ['--headless'] : []), 'about:blank'], {
    stdio: 'ignore',
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  const ended = endOf(child).then(() => void process.off('exit', stop));
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  const marionette = await connectMarionette(port, () => isRunning).catch((error: unknown) => {
    stop();
    throw error;
  });
  const capabilities = { alwaysMatch: { unhandledPromptBehavior: 'ignore' } };
  await marionette.send('WebDriver:NewSession', { capabilities }).catch((error: unknown) => {
    stop();
    throw error;
  });
  return {
    marionette,
    ended,
    async quit() {
      // The answer may be cut off by the end itself.
      await marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
      const late = setTimeout(stop, 10_000);
      await ended;
      clearTimeout(late);
      marionette.close();
    },
  };
}

/** Folder in which this Firefox saves files. */
export const downloadsOf = (profile: string): string => join(profile, 'downloads');

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
