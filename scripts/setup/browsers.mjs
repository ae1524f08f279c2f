/** The browsers of this machine. Also used by the tests' drivers. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

/** Names on the PATH, the best first. */
const ON_PATH = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox ESR', 'Firefox Developer Edition'],
};

const WINDOWS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** The variable that names one of the kind, should both be needed; MANICULE_BROWSER names one of either. */
const VARIABLE = { chromium: 'MANICULE_CHROMIUM', firefox: 'MANICULE_FIREFOX' };

const NAMES = { chromium: 'Chromium (or Chrome, or Edge)', firefox: 'Firefox' };

/** @returns {'chromium' | 'firefox'} by the file's name */
export const kindOf = (path) => (/firefox/i.test(basename(path)) ? 'firefox' : 'chromium');

/** @param {'chromium' | 'firefox'} kind @returns {string[]} */
function usualPlaces(kind) {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC[kind].map((name) => {
        const program = kind === 'firefox' ? 'firefox' : name;
        return join(folder, `${name}.app/Contents/MacOS/${program}`);
      }),
    );
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, 'ProgramFiles(x86)': x86, LOCALAPPDATA } = process.env;
    return WINDOWS[kind].flatMap((path) =>
      [ProgramFiles, x86, LOCALAPPDATA].filter(Boolean).map((folder) => join(folder, path)),
    );
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return ON_PATH[kind].flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** Ubuntu puts a script in the place of a browser, which only says that a snap is needed. */
function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @type {Map<string, string>} */
const found = new Map();

/**
 * @param {'chromium' | 'firefox'} kind
 * @returns {string | null} Path of a browser that runs.
 * @throws when the environment names one that does not.
 */
export function locateBrowser(kind) {
  const { MANICULE_BROWSER: either } = process.env;
  const named = process.env[VARIABLE[kind]] ?? (either && kindOf(either) === kind ? either : undefined);
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`There is no browser at ${named}, which the environment names.`);
  }
  const known = found.get(kind) ?? usualPlaces(kind).find(runs);
  if (known) found.set(kind, known);
  return known ?? null;
}

/**
 * @param {'chromium' | 'firefox'} kind
 * @returns {{ kind: 'chromium' | 'firefox', path: string }}
 * @throws with what to install where there is none.
 */
export function findBrowser(kind) {
  const path = locateBrowser(kind);
  if (path) return { kind, path };
  throw new Error(
    `No ${NAMES[kind]} was found. Install it, or name it in the environment variable ${VARIABLE[kind]}.`,
  );
}
