/** axe-core over the page in front, in either browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReadingBrowser } from '../browsers/driver.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Another colour scheme reaches the page when it draws again, and its buttons pass through the colours between. */
const STILL = `
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));`;
const LOOKS = 3;

/** Violations that axe finds, a line each: the rule and the element. A real one is still there in later runs. */
export async function complaintsOf(browser: ReadingBrowser): Promise<string[]> {
  let found: string[] = [];
  for (let look = 0; look < LOOKS; look++) {
    found = await browser.evaluate<string[]>(`(async () => {
      ${AXE};
      ${STILL}
      const { violations } = await axe.run(document);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
    })()`);
    if (found.length === 0) break;
  }
  return found;
}
