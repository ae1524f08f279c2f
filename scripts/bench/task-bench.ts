import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createChromiumSweeper } from '../sweep/chromium-sweeper.ts';
import { servePages, type SavedPage } from '../sweep/pages.ts';
import type { Measured } from './measure.ts';
import { savedPages } from './texts.ts';

const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** The longest task of the extension over a sample of saved pages, in the real browser with the built extension. */
export async function benchLongestTask(): Promise<Measured> {
  if (!existsSync(EXTENSION)) throw new Error('The extension is not built: run npm run build first.');
  const all = savedPages();
  const pages = all
    .filter((_, i) => i % Math.ceil(all.length / 30) === 0)
    .map((file): SavedPage => ({ path: file, file, charset: 'utf-8' }));
  const { server, urlOf } = await servePages(pages);
  const sweeper = await createChromiumSweeper(EXTENSION);
  let longest = 0;
  try {
    for (const page of pages) {
      longest = Math.max(longest, (await sweeper.visit(urlOf(page))).longestTaskMs ?? 0);
    }
  } finally {
    await sweeper.close();
    server.close();
  }
  return {
    name: 'longest-task',
    value: longest,
    unit: 'ms',
    against: `${pages.length} saved pages, the built extension; must stay under 50`,
  };
}
