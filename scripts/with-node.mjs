/**
 * node scripts/with-node.mjs FILE ARGS… : runs a file with the project's Node, packages installed first.
 * Without dependencies, and for Node 20 on.
 */
import { findNode } from './setup/node.mjs';
import { installPackages } from './setup/packages.mjs';
import { projectEnv, run } from './setup/run.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/with-node.mjs FILE [ARGS…]');
  process.exit(2);
}
try {
  await installPackages();
  const { code } = await run(findNode(), [file, ...args], { env: projectEnv() });
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
