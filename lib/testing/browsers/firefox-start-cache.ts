/** Caches the scripts that Firefox compiles at its first start for the profiles of later runs, which then start in half the time. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../../.cache/firefox-start', import.meta.url));
/** Names the Firefox that wrote the cache; any other version discards it. */
const VERSION = 'compatibility.ini';
const FOLDER = 'startupCache';
/** Leaves add-ons out: ours changes without changing its version, so a cached copy would be stale. */
const isOfFirefox = (path: string): boolean => !path.includes('webext');

function copy(from: string, to: string): void {
  cpSync(join(from, FOLDER), join(to, FOLDER), { recursive: true, filter: isOfFirefox });
  cpSync(join(from, VERSION), join(to, VERSION));
}

const versionIn = (folder: string): string | null =>
  existsSync(join(folder, VERSION)) ? readFileSync(join(folder, VERSION), 'utf8') : null;

/** Fills a new profile before its first start; does nothing if the cache is absent or half written. */
export function warmProfile(profile: string): void {
  try {
    if (versionIn(CACHE) !== null) copy(CACHE, profile);
  } catch {
    // Another run was just putting it there.
    rmSync(join(profile, FOLDER), { recursive: true, force: true });
  }
}

/** From a profile whose Firefox has ended, if there is none of its version yet. Others may do so at the same time. */
export function saveStartCache(profile: string): void {
  const version = versionIn(profile);
  if (version === null || version === versionIn(CACHE) || !existsSync(join(profile, FOLDER))) return;
  const [own, old] = [`${CACHE}-${process.pid}`, `${CACHE}-${process.pid}-old`];
  try {
    mkdirSync(own, { recursive: true });
    copy(profile, own);
    if (existsSync(CACHE)) renameSync(CACHE, old);
    renameSync(own, CACHE);
  } catch {
    // Another run was quicker.
  } finally {
    for (const left of [own, old]) rmSync(left, { recursive: true, force: true });
  }
}
