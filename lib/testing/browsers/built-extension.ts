/** The folders that `wxt build` writes. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './driver.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WXT = 'node_modules/wxt/bin/wxt.mjs';

/** The built extension for a browser. */
export const builtExtension = (name: BrowserName): string =>
  join(ROOT, '.output', name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');

/** @throws with what the build says, when it fails. */
export function build(name: BrowserName): void {
  const args = [WXT, 'build', ...(name === 'firefox' ? ['-b', 'firefox'] : [])];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build for ${name} failed:\n${stdout}${stderr}`);
}

export const isBuilt = (name: BrowserName): boolean =>
  existsSync(join(builtExtension(name), 'manifest.json'));
