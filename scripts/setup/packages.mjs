/** The project's npm packages: installed when they are missing or older than the lockfile. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, findNode } from './node.mjs';
import { projectEnv, run } from './run.mjs';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const WXT = 'node_modules/wxt/bin/wxt.mjs';

function areCurrent() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

/** Standard output belongs to the program that is started next: what is said here is quiet, or an error. */
async function quietly(program, args, problem, env = {}) {
  const { code, output } = await run(program, args, { quiet: true, env });
  if (code === 0) return;
  console.error(output);
  throw new Error(problem);
}

/** @throws when npm fails; its own words stand above then. */
export async function installPackages() {
  if (!areCurrent()) {
    console.error('Installing the packages (npm ci) …');
    const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
    await quietly(NPM, args, 'npm ci failed: see above.');
  }
  // The TypeScript settings that everything reads are written by wxt.
  if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) {
    await quietly(findNode(), [WXT, 'prepare'], 'wxt prepare failed: see above.', projectEnv());
  }
}
