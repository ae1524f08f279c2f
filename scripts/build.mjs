/** npm run build : the extension for Chrome, Edge and Firefox, in .output/. */
import { join } from 'node:path';
import { ROOT, findNode } from './setup/node.mjs';
import { projectEnv, run } from './setup/run.mjs';

for (const browser of ['chrome', 'edge', 'firefox']) {
  const { code } = await run(
    findNode(),
    [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser],
    { env: projectEnv() },
  );
  if (code !== 0) process.exit(code);
}
