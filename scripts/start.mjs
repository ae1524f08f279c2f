/**
 * npm start [-- --firefox] : from a fresh clone to an open browser with the extension. This part installs what is
 * missing, without dependencies and on Node 20 too; scripts/start/ does the rest with the project's Node.
 */
import { findNode } from './setup/node.mjs';
import { installPackages } from './setup/packages.mjs';
import { projectEnv, run } from './setup/run.mjs';
import { locateBrowser } from './setup/browsers.mjs';
import { installSystem } from './setup/system.mjs';

const args = process.argv.slice(2);
try {
  if (args.some((arg) => arg !== '--firefox')) throw new Error('Usage: npm start [-- --firefox]');
  await installPackages();
  if (args.includes('--firefox')) await installSystem(['firefox']);
  else if (!locateBrowser('chromium') && !locateBrowser('firefox')) await installSystem(['chromium']);
  const { code } = await run(findNode(), ['scripts/start/open-sample.ts', ...args], { env: projectEnv() });
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
