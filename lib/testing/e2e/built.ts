import { build, isBuilt } from '../browsers/built-extension.ts';

/** Before the first file: `npm test` has built already; whoever runs one file alone need not have. */
export default function setup(): void {
  for (const name of ['chromium', 'firefox'] as const) {
    if (!isBuilt(name)) build(name);
  }
}
