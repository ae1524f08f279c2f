/** What Firefox compiles at its first start, kept for the profiles of later runs: halves the time that it takes to start. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEPT = fileURLToPath(new URL('../../../.cache/firefox-start', import.meta.url));
/** Which Firefox it is of: another one throws it away by itself. */
const VERSION = 'compatibility.ini';
const FOLDER = 'startupCache';
/** Add-ons are read anew each time: ours changes and keeps its version. */
const isOfFirefox = (path: string): boolean => !path.includes('webext');

function copy(from: string, to: string): void {
  cpSync(join(from, FOLDER), join(to, FOLDER), { recursive: true, filter: isOfFirefox });
  cpSync(join(from, VERSION), join(to, VERSION));
}

const versionIn = (folder: string): string | null =>
  existsSync(join(folder, VERSION)) ? readFileSync(join(folder, VERSION), 'utf8') : null;

/** Into a new profile, before its first start. Without a word where there is nothing whole: then it starts cold. */
export function warmProfile(profile: string): void {
  try {
    if (versionIn(KEPT) !== null) copy(KEPT, profile);
  } catch {
    // Another run was just putting it there.
    rmSync(join(profile, FOLDER), { recursive: true, force: true });
  }
}

/** From a profile whose Firefox has ended, if there is none of its version yet. Others may do so at the same time. */
export function keepStart(profile: string): void {
  const version = versionIn(profile);
  if (version === null || version === versionIn(KEPT) || !existsSync(join(profile, FOLDER))) return;
  const [own, old] = [`${KEPT}-${process.pid}`, `${KEPT}-${process.pid}-old`];
  try {
    mkdirSync(own, { recursive: true });
    copy(profile, own);
    if (existsSync(KEPT)) renameSync(KEPT, old);
    renameSync(own, KEPT);
  } catch {
    // Another run was quicker.
  } finally {
    for (const left of [own, old]) rmSync(left, { recursive: true, force: true });
  }
}
